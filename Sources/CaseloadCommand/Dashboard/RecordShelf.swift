import CaseloadCore
import CaseloadScreens

/// Records that were read and are likely to be asked for next, so that moving the cursor by one client shows all
/// of her in the same frame. What changed in the store is taken away; a record's words are of a day and a language.
struct RecordShelf {
  /// What the words of records depend on.
  struct Key: Equatable, Sendable {
    var today: Day
    var language: Language

    init(_ context: Context) {
      today = context.today
      language = context.language
    }
  }

  /// More than one walks through in a moment; fewer than would be felt in memory.
  private static let most = 64

  private var key: Key
  private var records: [ClientNumber: ClientRecord] = [:]
  private var asked: Set<ClientNumber> = []

  init(_ context: Context) { key = Key(context) }

  /// The record of a client, as it reads in this context; nil where it is not here.
  mutating func record(of number: ClientNumber, _ context: Context) -> ClientRecord? {
    follow(context)
    return records[number]
  }

  /// Whether the record of a client is to be read now: it is neither here nor on its way.
  mutating func asks(for number: ClientNumber, _ context: Context) -> Bool {
    follow(context)
    return records[number] == nil && asked.insert(number).inserted
  }

  /// Puts a record in that was read in a context.
  mutating func put(_ record: ClientRecord, _ read: Key) {
    // What belongs to nobody changes without a client's news.
    guard read == key, record.number != .nobody else { return }
    asked.remove(record.number)
    if records.count >= Self.most { records = [:] }
    records[record.number] = record
  }

  /// Takes away whatever is known of clients, for they changed.
  mutating func forget(_ numbers: [ClientNumber]) {
    for number in numbers {
      records[number] = nil
      asked.remove(number)
    }
  }

  /// Takes away everything: all clients may be others than they were.
  mutating func forgetAll() { (records, asked) = ([:], []) }

  private mutating func follow(_ context: Context) {
    guard key != Key(context) else { return }
    self = RecordShelf(context)
  }
}
