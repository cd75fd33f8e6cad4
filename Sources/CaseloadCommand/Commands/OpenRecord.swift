import CaseloadCore
import CaseloadStore
import Cells

/// A store opened for one command that changes one client's record.
struct OpenRecord {
  let store: Store
  let context: Context
  let record: ClientRecord

  /// Opens the store and reads the record; a number of nobody ends the command with 1.
  init(_ options: StoreOptions, _ number: Int32) throws {
    let surroundings = options.surroundings()
    let store = try StoreOpening.existing(options, surroundings)
    let context = try StoreOpening.context(store, options, surroundings)
    (self.store, self.context) = (store, context)
    record = try Self.record(of: number, store, context)
  }

  /// The record of a client, without its history; a number of nobody ends the command with 1.
  static func record(of number: Int32, _ store: Store, _ context: Context) throws -> ClientRecord {
    let stored = try StoreOpening.saying { () throws(StoreError) in
      try store.record(of: ClientNumber(number), journal: 0)
    }
    guard let stored else {
      Console.warn(said(FailureWords.noClient, TerminalText(Int(number))))
      throw Ending.nothingFound
    }
    return ClientRecord(stored, context)
  }

  /// Keeps edits and says under which name; what somebody else changed meanwhile is said field by field.
  func keep(_ edits: [Edit]) throws { try Self.keep(edits, of: record, store, context) }

  /// The same where there may be no client.
  static func keep(_ edits: [Edit], of record: ClientRecord?, _ store: Store, _ context: Context) throws {
    let name = ChangeName(
      edits, contacts: record?.contacts ?? [], errands: record?.errands ?? [],
      transfers: record?.transfers ?? [], absences: context.calendar.absences)
    let outcome = try StoreOpening.saying { () throws(StoreError) in
      try store.keep(edits, .random(), reason: "", context)
    }
    let client = record.map { UndoText.client($0.number, in: context.language) }
    let words = client.map { name.text(of: $0, context) } ?? name.text(context)
    guard case .conflict(let values) = outcome else {
      return try Console.say(said(RecordOptionWords.saved, TerminalText(data: words)))
    }
    Console.warn(said(FailureWords.changedMeanwhile))
    for value in values {
      let lines = UndoText.lines(Contradiction(value), context)
      for text in [lines.field, lines.mine, lines.now, lines.who] {
        Console.warn("  \(TerminalText.oneLine(data: text))")
      }
    }
    throw Ending.dataRefused
  }

  /// A day as it is said on a command line.
  static func day(_ text: String, _ nearest: Day.Nearest, _ context: Context) throws -> Day {
    guard let day = Day(said: text, on: context.today, nearest) else {
      throw Failure(.usage, said(ContactOptionWords.noDay, TerminalText(data: text)))
    }
    return day
  }
}
