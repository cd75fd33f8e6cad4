import CaseloadCore

extension ReportCell {
  /// A value as programs read it: codes, ISO days, numbers; nothing where it is not recorded.
  static func machine(_ value: Value, _ field: Field) -> ReportCell {
    guard value.state == .recorded, let content = value.content else { return .none }
    switch content {
    case .number(let range) where range.lowerBound == range.upperBound: return .number(range.lowerBound)
    case .several(let set, _):
      return .list(set.places.filter(field.choices.indices.contains).map { field.choices[$0].code })
    case .words(let words, _): return .list(words)
    case .name(let name): return .text(name.listed)
    case .experience(let items, _): return .list(items.map(\.occupation))
    default: return ContentText.text(content, kind: field.kind).map { .text($0) } ?? .none
    }
  }
}
