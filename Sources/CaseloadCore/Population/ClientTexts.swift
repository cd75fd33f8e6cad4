/// What clients say, gathered row after row as a store reads them and taken in column after column: a column that
/// is filled with many rows at once is looked up, and told what kind it is, once.
final class ClientTexts {
  /// Rows that are gathered before they are taken in: few enough to stay in the processor's cache.
  static let capacity = 128

  /// Where a text lies; a count below 0 is no text.
  struct Span {
    var start: Int
    var count: Int
    static let none = Span(start: 0, count: -1)
  }

  /// The texts of one column. They are valid as long as nothing is gathered.
  struct Column {
    fileprivate let spans: UnsafePointer<Span>
    fileprivate let bytes: UnsafePointer<UInt8>
    let count: Int

    /// The text of a row (0..<count); nil where it has none.
    subscript(row: Int) -> UnsafeBufferPointer<UInt8>? {
      let span = spans[row]
      guard span.count >= 0 else { return nil }
      return UnsafeBufferPointer(start: bytes + span.start, count: span.count)
    }
  }

  // Touched for each cell of each row, where the run-time check would cost more than the work. It is not Sendable, and
  // nothing that runs during an access comes back to it.
  private let columns: Int
  private let spans: UnsafeMutablePointer<Span>
  @exclusivity(unchecked) private var bytes: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) private var room = 1 << 16
  @exclusivity(unchecked) private var filled = 0
  /// The clients' numbers.
  @exclusivity(unchecked) private(set) var numbers: [Int32] = []
  /// How many rows were gathered.
  @exclusivity(unchecked) private(set) var count = 0
  /// The days on which the texts were so.
  private(set) var days: [Day?] = []
  /// Whose last full export no longer held them.
  private(set) var absent: [Bool] = []
  /// Values that are no plain texts: of a column (the catalogue's place), in a row.
  var values: [(row: Int, column: Int, value: Value)] = []
  /// Summaries that are no texts, by row.
  var summaries: [(row: Int, summary: Summary)] = []

  /// Room for texts in so many columns.
  init(columns: Int) {
    self.columns = columns
    spans = .allocate(capacity: columns * Self.capacity)
    spans.initialize(repeating: .none, count: columns * Self.capacity)
    bytes = .allocate(capacity: room)
  }

  deinit {
    spans.deallocate()
    bytes.deallocate()
  }

  /// Whether what was gathered is to be taken in before the next row begins.
  var isFull: Bool { count >= Self.capacity }

  /// Begins a row; not where it is full.
  func begin(_ number: Int32, _ day: Day?) {
    numbers.append(number)
    count += 1
    days.append(day)
    absent.append(false)
  }

  /// The row that was begun last is of a client whom the register no longer has.
  func noteAbsent() {
    if !absent.isEmpty { absent[absent.count - 1] = true }
  }

  /// Puts a text into a column (0..<columns) of the row that was begun last.
  func put(_ text: UnsafeBufferPointer<UInt8>, column: Int) {
    guard column >= 0, column < columns, count > 0, count <= Self.capacity else { return }
    if room - filled < text.count { grow(text.count) }
    if let base = text.baseAddress, text.count > 0 {
      UnsafeMutableRawPointer(bytes + filled).copyMemory(from: base, byteCount: text.count)
    }
    spans[column &* Self.capacity &+ count &- 1] = Span(start: filled, count: text.count)
    filled &+= text.count
  }

  private func grow(_ more: Int) {
    let larger = max(2 * room, filled + more)
    let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    UnsafeMutableRawPointer(fresh).copyMemory(from: bytes, byteCount: filled)
    bytes.deallocate()
    bytes = fresh
    room = larger
  }

  /// The texts of a column (0..<columns).
  func column(_ place: Int) -> Column {
    Column(
      spans: spans + place * Self.capacity, bytes: bytes, count: place < columns ? count : 0)
  }

  /// Forgets all rows.
  func removeAll() {
    spans.update(repeating: .none, count: columns * Self.capacity)
    filled = 0
    count = 0
    numbers.removeAll(keepingCapacity: true)
    days.removeAll(keepingCapacity: true)
    absent.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    summaries.removeAll(keepingCapacity: true)
  }
}
