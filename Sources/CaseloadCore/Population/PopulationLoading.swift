/// Fills a population from the texts of `ContentText`, client after client. A caseload says the same few things
/// over and over, so what a text means is worked out once in a column and taken from the row that had it first.
public struct PopulationLoading {
  private var population: Population
  /// For each column the rows that texts were first seen in.
  private var memories: [TextMemory]
  private var row = 0
  private var day: Day?

  /// Nobody yet.
  public init(catalogue: Catalogue = .standard) {
    population = Population(catalogue: catalogue)
    memories = Array(repeating: TextMemory(), count: catalogue.fields.count)
  }

  /// Makes room for this many clients more.
  public mutating func reserve(_ count: Int) { population.reserve(population.rows + max(0, count)) }

  /// Begins a client; each comes once. `day` is the day on which her texts were so.
  public mutating func begin(_ number: ClientNumber, day: Day?) {
    row = population.appendEmpty(number)
    self.day = day
  }

  /// Sets the field at a place of the catalogue to what a text says, recorded. A text that says nothing of the
  /// field's kind is not understood and kept beside it.
  public mutating func set(_ place: Int, text: UnsafeBufferPointer<UInt8>) {
    population.load(text, day, column: place, row: row, &memories[place])
  }

  /// Sets the field at a place of the catalogue to a value.
  public mutating func set(_ place: Int, _ value: Value) { population.load(value, column: place, row: row) }

  /// What contacts and errands of the client come to.
  public mutating func end(_ summary: Summary, isAbsentFromRegister: Bool) {
    population.load(summary, isAbsent: isAbsentFromRegister, row: row)
  }

  /// The same for a client of whom neither contacts nor errands are known.
  public mutating func end(isAbsentFromRegister: Bool) {
    if isAbsentFromRegister { end(Summary(), isAbsentFromRegister: true) }
  }

  /// Everybody who was put in.
  public consuming func finish() -> Population { population }
}

/// Remembers in which row a column's texts stood first, by their bytes.
struct TextMemory: Sendable {
  /// A column with more texts than are remembered is read each time.
  private var texts = ByteTexts(most: 16_384)
  private var rows: [Int32] = []

  /// The row that a text was first seen in; nil where it was not seen yet.
  func row(of text: UnsafeBufferPointer<UInt8>) -> Int? { texts.find(text).number.map { Int(rows[$0]) } }

  /// Remembers a text that was not seen yet.
  mutating func keep(_ text: UnsafeBufferPointer<UInt8>, row: Int) {
    if texts.put(text, at: texts.find(text)) != nil { rows.append(Int32(clamping: row)) }
  }
}

extension Column {
  /// Sets an empty row to what a text of `ContentText` says. `kind` is the field's, asked for only where the text
  /// has to be read.
  mutating func load(
    _ row: Int, _ text: UnsafeBufferPointer<UInt8>, _ day: Day?, _ memory: inout TextMemory, kind: () -> Kind
  ) {
    switch storage {
    case .derived: return
    case .days:
      if let day = Day(iso: text) {
        _ = days.set(row, .recorded, day...day)
        return
      }
    case .name:
      if names.load(row, text) { return }
    case .code, .words, .experience:
      // Of a text that is not kept only that it is there is known: all of them are one.
      let text = keepsContent ? text : UnsafeBufferPointer(rebasing: text[..<0])
      if let first = memory.row(of: text) {
        copy(from: first, to: row)
        return
      }
      read(row, text, day, kind())
      if beside[Int32(clamping: row)] == nil { memory.keep(text, row: row) }
      return
    }
    read(row, text, day, kind())
  }

  private mutating func read(_ row: Int, _ text: UnsafeBufferPointer<UInt8>, _ day: Day?, _ kind: Kind) {
    let text = String(decoding: text, as: UTF8.self)
    if let content = ContentText.content(text, kind: kind) {
      _ = set(row, .recorded(content, source: .register))
    } else {
      _ = set(row, Value(state: .empty, source: .register, day: day, raw: text))
    }
  }

  /// Sets an empty row to what another row holds.
  private mutating func copy(from first: Int, to row: Int) {
    switch storage {
    case .code: code.copy(from: first, to: row)
    case .words: words.copy(from: first, to: row)
    case .experience: experience.copy(from: first, to: row)
    case .days, .name, .derived: return
    }
  }
}
