extension CSVReader {
  /// Reads the first row as names of columns, trimmed, and expects every row to have as many cells.
  /// Throws when there is no row, or when it is not text.
  public func readHeader() throws(ExchangeError) -> [String] {
    guard try advance() else { throw .empty }
    if let problem { throw .headerUnreadable(problem) }
    readsRefusedFile = bytes(0).elementsEqual(RefusedFile.reasonColumn.utf8)
    var names: [String] = []
    for index in 0..<cellCount {
      do throws(RowProblem) {
        names.append(try text(index).trimmed)
      } catch {
        throw .headerUnreadable(error)
      }
    }
    expectedCells = cellCount
    return names
  }

  /// The text of a cell, through the one door for text.
  public func text(_ index: Int) throws(RowProblem) -> String {
    do throws(EntryText.Refusal) {
      return try EntryText.text(of: bytes(index))
    } catch {
      throw error.problem(column: index, encoding: format.encoding)
    }
  }
}
