/// Rows of clients that wait for their merge, in the memory of this process alone: nothing of a file that is not
/// taken in ever reaches the disk, and nothing stays behind, kill or not. A register says the same few things over
/// and over, so a row is a number for each column and each thing said is kept once, as it goes into the store.
final class StagedClients {
  /// A thing that a cell says: its text for the column (nil for none), the text's hash, and whether something
  /// stands beside it.
  struct Cell {
    var text: UnsafeBufferPointer<UInt8>?
    var hash: UInt64
    var isBeside: Bool
  }

  private struct Column {
    /// What cells say; the first says nothing.
    var cells = [Cell(text: nil, hash: 0, isBeside: false)]
    /// What stands beside cells, by their place.
    var said: [Int32: String] = [:]
    /// The cells of spellings whose number the reader knows; -1 where not seen yet.
    var spellings: [Int32] = []
  }

  private let arena = ByteArena()
  // What follows is read for each cell of each row, where the run-time check would cost more than the reading. It is
  // not Sendable, and nothing that runs during an access comes back to it.
  @exclusivity(unchecked) private var columns: [Column]
  /// Row after row a cell for each column.
  @exclusivity(unchecked) private var places: [Int32] = []
  @exclusivity(unchecked) private var sums: [UInt64] = []
  @exclusivity(unchecked) private var lines: [Int] = []
  private(set) var keys: StagedKeys

  init(columns count: Int) {
    columns = Array(repeating: Column(), count: count)
    keys = StagedKeys(arena)
  }

  /// How many rows are staged.
  var count: Int { lines.count }

  /// The line of the row that has this key; nil where none has.
  func line(of key: UnsafeBufferPointer<UInt8>) -> Int? { keys.row(of: key).map { lines[$0] } }

  /// The cell of a spelling that was seen before in a column.
  func cell(ofSpelling spelling: Int32, column: Int) -> Int32? {
    guard spelling >= 0, Int(spelling) < columns[column].spellings.count else { return nil }
    let cell = columns[column].spellings[Int(spelling)]
    return cell < 0 ? nil : cell
  }

  /// Notes the cell of a spelling.
  func note(spelling: Int32, column: Int, cell: Int32) {
    guard spelling >= 0 else { return }
    let missing = Int(spelling) + 1 - columns[column].spellings.count
    if missing > 0 { columns[column].spellings += Array(repeating: -1, count: missing) }
    columns[column].spellings[Int(spelling)] = cell
  }

  /// Keeps a thing that cells of a column say.
  func keep(_ text: String?, seed: UInt64, said: String?, column: Int) -> Int32 {
    guard text != nil || said != nil else { return 0 }
    let kept = text.map { arena.keep($0) }
    let cell = Int32(clamping: columns[column].cells.count)
    columns[column].cells.append(
      Cell(text: kept, hash: kept.map { RowChecksum.hash($0, seed: seed) } ?? 0, isBeside: said != nil))
    if let said { columns[column].said[cell] = said }
    return cell
  }

  /// Stages a row of one cell for each column.
  func add(_ key: UnsafeBufferPointer<UInt8>, _ cells: [Int32], line: Int) {
    var sum: UInt64 = 0
    for (column, cell) in cells.enumerated() { sum &+= columns[column].cells[Int(cell)].hash }
    places += cells
    sums.append(sum)
    lines.append(line)
    keys.add(key)
  }

  /// Calls `body` with what each column says in a row, in the order of the columns.
  @inline(__always)
  func eachCell(of row: Int, _ body: (_ column: Int, Cell) -> Void) {
    let first = row * columns.count
    for column in columns.indices { body(column, columns[column].cells[Int(places[first + column])]) }
  }

  /// A staged row.
  func row(_ row: Int) -> Row { Row(staged: self, place: row) }

  /// One staged row.
  struct Row {
    private let staged: StagedClients
    let place: Int

    fileprivate init(staged: StagedClients, place: Int) {
      self.staged = staged
      self.place = place
    }

    /// The register's key.
    var key: UnsafeBufferPointer<UInt8> { staged.keys[place] }
    /// What its texts add to the checksum of its client.
    var sum: UInt64 { staged.sums[place] }

    /// The number of what a column says here, the same wherever it says so.
    func cell(_ column: Int) -> Int32 { staged.places[place * staged.columns.count + column] }

    /// The bytes for a column; nil for none.
    func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8>? {
      staged.columns[column].cells[Int(cell(column))].text
    }

    /// The text for a column; nil for none.
    func text(_ column: Int) -> String? { bytes(column).map { String(decoding: $0, as: UTF8.self) } }

    /// Whether something stands beside a cell.
    func isBeside(_ column: Int) -> Bool { staged.columns[column].cells[Int(cell(column))].isBeside }

    /// What stands beside a cell; nil for nothing.
    func beside(_ column: Int) -> String? {
      let cell = cell(column)
      guard staged.columns[column].cells[Int(cell)].isBeside else { return nil }
      return staged.columns[column].said[cell]
    }

    /// What the register says in a column, in the words of `Said`.
    func said(_ column: Int) -> String? { beside(column) ?? text(column).map { "=" + $0 } }

    /// Whether the register says anything in a column.
    func says(_ column: Int) -> Bool { isBeside(column) || bytes(column) != nil }
  }
}
