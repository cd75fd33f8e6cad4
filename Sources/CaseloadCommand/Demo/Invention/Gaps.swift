import CaseloadCore

/// How much of a department's data is there: how many of a hundred clients have a field filled, and what stands
/// where it is not. What nobody asked is most of it.
enum Gaps {
  /// Where a field is not among these, 78.
  private static let filled: [FieldID: Int] = [
    "name": 100, "birth": 99, "team": 100, "coach": 100, "assigned": 99, "intake": 97, "benefit": 97,
    "status": 100, "track": 96, "gender": 99, "postcode": 98, "district": 97, "phone": 94, "email": 71,
    "address": 96, "secret": 99, "channel": 46, "interpreter": 72, "frequency": 18, "ladder": 82,
    "job-ready": 64,
    "marital": 97, "household": 94, "cares": 70, "children": 82, "language": 88, "speaks": 72, "writes": 66,
    "education": 84, "education-field": 45, "diploma": 52, "experience": 62, "licence": 71, "transport": 64,
    "hours": 66, "irregular": 55, "office-hours": 38, "available": 30, "travel": 52, "travel-time": 34,
    "heavy": 47, "skills": 52, "wants": 61, "sector": 63, "contract": 33, "physical": 58, "mental": 54,
    "support": 30, "cv": 63, "cv-place": 41, "since": 60, "consent": 66, "plan": 72, "plan-review": 90,
    "workshops": 14, "debts": 49,
  ]

  /// Fields of which people rather do not speak.
  private static let tender: Set<FieldID> = ["physical", "mental", "debts", "marital", "cares", "household"]

  /// What a register holds where it should hold something else.
  private static let odd: [FieldID: [String]] = [
    "hours": ["in overleg", "zie dossier"], "education": ["buitenlands, waardering loopt", "zie CV"],
    "licence": ["in aanvraag"], "travel": ["niet te ver"], "speaks": ["redelijk"],
  ]

  /// What stands in place of a content; nil where there is one. A value nobody asked for is the outer nil's
  /// `Value?.none`.
  static func gap(_ field: Field, _ draw: inout Draw) -> Value?? {
    let chance = draw.below(100)
    if chance < filled[field.id] ?? 78 { return nil }
    if let texts = odd[field.id], draw.percent(9) {
      return Value(state: .empty, source: .register, raw: draw.one(texts))
    }
    switch draw.below(100) {
    case 0..<7: return Value(state: .notKnown, source: .register)
    case 7..<12 where tender.contains(field.id): return Value(state: .declined, source: .register)
    case 12..<14 where field.owner == .coach: return Value(state: .waived, source: .register)
    default: return .some(nil)
    }
  }
}
