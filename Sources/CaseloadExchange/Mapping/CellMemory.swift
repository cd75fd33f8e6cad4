import CaseloadCore

/// Remembers what the cells of one column came to, by their bytes: most columns have few spellings, and then
/// nothing is decoded, compared or allocated twice.
struct CellMemory<Result> {
  /// More spellings than there are days of birth; a column with more (telephone numbers) is simply read each time.
  private var cells = ByteTexts(most: 32_768)
  private var results: [Result] = []

  /// Longer cells are seldom repeated.
  private static var longest: Int { 64 }

  /// The number that the next new cell gets, from 1; -1 when no more are remembered.
  var next: Int32 { cells.isFull ? -1 : Int32(clamping: cells.count + 1) }

  /// Finds a cell; `result` is nil when it is new.
  func find(_ cell: UnsafeBufferPointer<UInt8>) -> (place: ByteTexts.Place, result: Result?)? {
    guard cell.count <= Self.longest else { return nil }
    let place = cells.find(cell)
    return (place, place.number.map { results[$0] })
  }

  /// Remembers a new cell at the place that `find` gave for it.
  mutating func remember(_ cell: UnsafeBufferPointer<UInt8>, _ result: Result, at place: ByteTexts.Place) {
    if cells.put(cell, at: place) != nil { results.append(result) }
  }
}
