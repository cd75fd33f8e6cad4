/// Fills a population from the texts of `ContentText`, client after client. A caseload says the same few things
/// over and over, so what a text means is worked out once in a column and taken from the row that had it first.
public struct PopulationLoading: ~Copyable {
  private var population: Population
  /// For each column what its texts came to; behind the fields the parts of summaries.
  private var memories: [TextMemory]
  private let texts: ClientTexts
  private let fields: Int
  private var last = Int32.min
  /// The client who was begun last is here already.
  private var isPassedOver = false
  private let needsText: [Bool]

  /// Nobody yet.
  public init(catalogue: Catalogue = .standard) {
    population = Population(catalogue: catalogue)
    fields = catalogue.fields.count
    memories = Array(repeating: TextMemory(), count: fields + SummaryText.allCases.count)
    texts = ClientTexts(columns: fields + SummaryText.allCases.count)
    needsText = population.columns.map { $0.keepsContent || $0.storage != .code }
  }

  /// Makes room for this many clients more.
  public mutating func reserve(_ count: Int) { population.reserve(population.rows + max(0, count)) }

  /// Whether more is kept of the field at a place of the catalogue than that it is recorded.
  public func needsText(_ place: Int) -> Bool { needsText[place] }

  /// Begins a client; each comes once, and one who comes again is passed over. `day` is the day on which her texts
  /// were so.
  public mutating func begin(_ number: ClientNumber, day: Day?) {
    if texts.isFull { takeIn() }
    isPassedOver = false
    if number.number <= last {
      takeIn()
      isPassedOver = population.row(of: number) != nil
      if isPassedOver { return }
    }
    last = max(last, number.number)
    texts.begin(number.number, day)
  }

  /// Sets the field at a place of the catalogue to what a text says, recorded. A text that says nothing of the
  /// field's kind is not understood and kept beside it. Each field is set once.
  public mutating func set(_ place: Int, text: UnsafeBufferPointer<UInt8>) {
    if !isPassedOver, place < fields { texts.put(text, column: place) }
  }

  /// Sets the field at a place of the catalogue to a value.
  public mutating func set(_ place: Int, _ value: Value) {
    if !isPassedOver { texts.values.append((texts.count - 1, place, value)) }
  }

  /// Sets a part of what contacts and errands of the client come to.
  public mutating func set(_ part: SummaryText, text: UnsafeBufferPointer<UInt8>) {
    if !isPassedOver { texts.put(text, column: fields + part.rawValue) }
  }

  /// Ends a client with what contacts and errands of her come to.
  public mutating func end(_ summary: Summary, isAbsentFromRegister: Bool) {
    if !isPassedOver { texts.summaries.append((texts.count - 1, summary)) }
    end(isAbsentFromRegister: isAbsentFromRegister)
  }

  /// Ends a client whose summary was set part by part, or of whom neither contacts nor errands are known.
  public mutating func end(isAbsentFromRegister: Bool) {
    if isAbsentFromRegister, !isPassedOver { texts.noteAbsent() }
  }

  private mutating func takeIn() {
    guard texts.count > 0 else { return }
    population.load(texts, &memories)
    texts.removeAll()
  }

  /// Everybody who was put in.
  public consuming func finish() -> Population {
    takeIn()
    return population
  }
}

/// Remembers what a column's texts came to, by their bytes: the code, or the row that had it first.
struct TextMemory: Sendable {
  /// A column with more texts than are remembered is read each time.
  private var texts = ByteTexts(most: 16_384)
  private var results: [Int32] = []

  /// Finds a text, with what it came to; nil where it was not seen yet.
  func find(_ text: UnsafeBufferPointer<UInt8>) -> (place: ByteTexts.Place, result: Int?) {
    let place = texts.find(text)
    return (place, place.number.map { Int(results[$0]) })
  }

  /// Remembers what a text came to, at the place that `find` gave.
  mutating func keep(_ text: UnsafeBufferPointer<UInt8>, at place: ByteTexts.Place, _ result: Int) {
    if texts.put(text, at: place) != nil { results.append(Int32(clamping: result)) }
  }
}
