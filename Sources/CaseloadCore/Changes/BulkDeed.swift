/// One thing that is done for several clients at once. Never a contact: nobody talks with twelve people in one line.
public enum BulkDeed: Hashable, Sendable {
  /// An errand for each.
  case errand(String, due: Day?, WaitingOn)
  /// Another service track, by its code.
  case track(String)
  /// Another contact frequency, in weeks.
  case frequency(Int)
  /// An offer to another coach, with one note for all.
  case transfer(to: String, note: String)
  /// A pause for each.
  case pause(StatusChange)

  /// Why one client is left out.
  public enum Refusal: Error, Hashable, Sendable {
    /// It is so already.
    case already
    /// She is closed.
    case closed
    /// She is paused already, with a reason and a return day of her own.
    case paused
    /// It cannot be handed over.
    case transfer(TransferRefusal)

    /// Why, in words.
    public var phrase: Phrase {
      switch self {
      case .transfer(let refusal): refusal.phrase
      case .already: Phrase("bulk.already", "is so already")
      case .closed: Phrase("bulk.closed", "is closed")
      case .paused: Phrase("bulk.paused", "is paused already")
      }
    }

    /// What stands at the places of the phrase.
    public var parts: [String] { if case .transfer(let refusal) = self { refusal.parts } else { [] } }
  }

  /// The fields of which it reads what stands.
  public static let fields: [FieldID] = [
    "status", "since", "reason", "return", "track", "frequency", "coach",
  ]

  /// The edits of one client's record; `id` tells a new errand from those of the others (`Store.keep`).
  public func edits(
    _ record: ClientRecord, id: Int64, _ context: Context, catalogue: Catalogue = .standard
  ) -> Result<[Edit], Refusal> {
    let status = record.status(catalogue)
    if status == .closed { return .failure(.closed) }
    func set(_ field: FieldID, _ content: Content?) -> Result<[Edit], Refusal> {
      let old = record.values[field]
      let new = content.map { Value.recorded($0, source: .coach, day: context.today) }
      return says(old, new)
        ? .failure(.already) : .success([Edit(.client(record.number), field, old: old, new: new)])
    }
    switch self {
    case .errand(let text, let due, let waitingOn):
      let errand = Errand(client: record.number, text: text, due: due, waitingOn: waitingOn)
      return .success(RecordFields.adding(errand, id: id, day: context.today))
    case .track(let code):
      return set("track", catalogue["track"]?.place(of: code).map { .oneOf(ChoiceSet(place: $0)) })
    case .frequency(let weeks): return set("frequency", .exactly(weeks))
    case .transfer(let name, let note):
      return record.edits(offeringTo: name, note: note, id: id, on: context.today, catalogue: catalogue)
        .mapError { .transfer($0) }
    case .pause(let change):
      return status == .paused
        ? .failure(.paused) : .success(change.edits(record, context, catalogue: catalogue))
    }
  }
}
