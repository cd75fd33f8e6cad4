/// Another status for a client, with what belongs to it (product.md, "The catalogue" and "What counts as seen"): a pause
/// has a reason and a return day, a closed record says how the spell ended.
public struct StatusChange: Hashable, Sendable {
  /// The statuses, by the catalogue's codes.
  public enum Status: String, CaseIterable, Sendable {
    case active, paused, working, closed
  }

  /// How a spell ends.
  public enum Ending: String, CaseIterable, Sendable {
    case placed
    case leftBenefit = "left-benefit"
    case moved, died, other

    /// Its name.
    public var label: Phrase {
      switch self {
      case .placed: Phrase("status.ending.placed", "placed in work")
      case .leftBenefit: Phrase("status.ending.left-benefit", "left the benefit")
      case .moved: Phrase("status.ending.moved", "moved away")
      case .died: Phrase("status.ending.died", "died")
      case .other: Phrase("status.ending.other", "other")
      }
    }
  }

  /// The fields that a change of status writes, all of them together.
  public static let fields: [FieldID] = ["status", "since", "reason", "return"]

  /// The new status.
  public var status: Status
  /// From which day it holds.
  public var since: Day
  /// Why, in words; for a closed record how it ended may stand alone.
  public var reason: String
  /// The day on which a paused client returns.
  public var returns: Day?
  /// How the spell ended; nil where it did not.
  public var ending: Ending?

  /// A change of status.
  public init(
    _ status: Status, since: Day, reason: String = "", returns: Day? = nil, ending: Ending? = nil
  ) {
    self.status = status
    self.since = since
    self.reason = reason
    self.returns = returns
    self.ending = ending
  }

  /// What cannot be kept.
  public enum Refusal: Hashable, Sendable {
    case notYet, noReason, noReturn, returnIsPast, tooLong

    /// Why, in words.
    public var phrase: Phrase {
      switch self {
      case .notYet: EntryRefusal.toCome
      case .noReason: Phrase("status.no-reason", "A pause needs its reason.")
      case .noReturn:
        Phrase(
          "status.no-return", "A pause needs its return day: else nobody would look at the client again.")
      case .returnIsPast: Phrase("status.return-past", "The return day is a day to come.")
      case .tooLong: Phrase("status.too-long", "A pause lasts {0} at most; it can be made again then.")
      }
    }
  }

  /// Why it cannot be kept; nil where it can.
  public func refusal(_ context: Context) -> Refusal? {
    let today = context.today
    if since > today { return .notYet }
    guard status == .paused else { return nil }
    if EntryParts.trimmed(reason).isEmpty { return .noReason }
    guard let returns else { return .noReturn }
    if returns <= today { return .returnIsPast }
    return returns > today.adding(context.settings.longestPause.value) ? .tooLong : nil
  }

  /// The edits of the record; what no longer belongs to the status goes.
  public func edits(_ record: ClientRecord, _ context: Context, catalogue: Catalogue = .standard) -> [Edit] {
    let today = context.today
    func content(_ field: FieldID) -> Content? {
      switch field {
      case "status":
        catalogue[field]?.place(of: status.rawValue).map { .oneOf(ChoiceSet(place: $0)) }
      case "since": .day(since)
      case "return": status == .paused ? returns.map { .day($0) } : nil
      default: words(in: context.language).isEmpty ? nil : .text(words(in: context.language))
      }
    }
    return Self.fields.compactMap { field in
      let old = record.values[field]
      let new = content(field).map { Value.recorded($0, source: .coach, day: today) }
      return says(old, new) ? nil : Edit(.client(record.number), field, old: old, new: new)
    }
  }

  /// The reason as the record keeps it: how the spell ended, then what was added in words.
  private func words(in language: Language) -> String {
    let ended = status == .closed ? ending?.label.text(in: language) : nil
    return [ended, EntryParts.trimmed(reason)].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: ": ")
  }
}

extension ClientRecord {
  /// The status that is recorded; nil where none is, or not for certain.
  public func status(_ catalogue: Catalogue = .standard) -> StatusChange.Status? {
    guard case .oneOf(let set)? = values["status"]?.content, set.count == 1, let place = set.places.first,
      let field = catalogue["status"], field.choices.indices.contains(place)
    else { return nil }
    return StatusChange.Status(rawValue: field.choices[place].code)
  }
}
