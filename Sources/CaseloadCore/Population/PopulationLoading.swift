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

  /// Everybody who was put in.
  public consuming func finish() -> Population { population }
}

/// Remembers in which row a column's texts stood first: as many texts as have a place by their hash, the last
/// one where two have the same.
struct TextMemory: Sendable {
  private static let size = 256
  private var texts = [[UInt8]](repeating: [], count: size)
  private var rows = [Int32](repeating: -1, count: size)

  /// The place of a text: FNV-1a (Fowler, Noll and Vo) over its bytes.
  static func place(of text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in text { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash >> 16 ^ hash) & (size - 1)
  }

  /// The row of the text at its place; nil where it was not seen yet, or another took the place.
  func row(of text: UnsafeBufferPointer<UInt8>, at place: Int) -> Int? {
    guard rows[place] >= 0, texts[place].count == text.count, texts[place].elementsEqual(text) else {
      return nil
    }
    return Int(rows[place])
  }

  mutating func keep(_ text: UnsafeBufferPointer<UInt8>, row: Int, at place: Int) {
    texts[place] = Array(text)
    rows[place] = Int32(clamping: row)
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
      let place = TextMemory.place(of: text)
      if let first = memory.row(of: text, at: place) {
        copy(from: first, to: row)
        return
      }
      read(row, text, day, kind())
      if beside[Int32(clamping: row)] == nil { memory.keep(text, row: row, at: place) }
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
