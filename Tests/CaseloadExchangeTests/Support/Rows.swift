import CaseloadExchange

/// One row as a test compares it.
struct ReadRow: Equatable {
  var line: Int
  var cells: [String]
  var problem: RowProblem?
}

/// All rows of a text; bytes that are no text are shown as U+FFFD, which only tests do.
func rows(
  _ bytes: [UInt8], _ format: CSVFormat = CSVFormat(), chunk: Int = .max, limits: CSVLimits = CSVLimits(),
  header: Bool = false
) throws -> [ReadRow] {
  let reader = CSVReader(MemorySource(bytes, chunkLimit: chunk), format: format, limits: limits)
  var found: [ReadRow] = []
  if header { _ = try reader.readHeader() }
  while try reader.advance() {
    found.append(ReadRow(line: reader.line, cells: cells(reader), problem: reader.problem))
  }
  return found
}

func rows(_ text: String, separator: Character = ",", chunk: Int = .max, header: Bool = false) throws
  -> [ReadRow]
{
  try rows(
    Array(text.utf8), CSVFormat(separator: separator.asciiValue ?? 0), chunk: chunk, header: header)
}

func cells(_ reader: CSVReader) -> [String] {
  (0..<reader.cellCount).map { String(decoding: reader.bytes($0), as: UTF8.self) }
}

extension String {
  /// Replaces a scalar wherever it stands; Foundation would miss one that a combining mark follows.
  func replacingScalar(_ scalar: UnicodeScalar, with text: String) -> String {
    var result = String.UnicodeScalarView()
    for each in unicodeScalars {
      if each == scalar { result.append(contentsOf: text.unicodeScalars) } else { result.append(each) }
    }
    return String(result)
  }
}
