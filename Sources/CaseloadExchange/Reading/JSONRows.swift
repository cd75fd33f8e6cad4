import CaseloadCore
import Foundation

/// The rows of a file of answers in JSON: a list of objects, each a client's, from question to answer. An answer is a
/// text, a number, true or false, or a list of these, whose items come on lines of their own in one cell.
///
/// The names of all objects together are the header. What is refused is written as CSV, so that it can be mended in
/// a spreadsheet.
final class JSONRows: RowSource {
  let format = CSVFormat(separator: UInt8(ascii: ";"))
  var expectedCells: Int?
  var readsRefusedFile = false
  private(set) var line = 0
  private(set) var problem: RowProblem?
  private(set) var blankRows = 0
  let besideRows = 0
  let serials: DateForm? = nil
  var progress: (read: Int, total: Int?) { (line, items.count) }

  /// The longest file that is read at once, in bytes.
  static let longest = 1 << 28

  private let names: [String]
  private let items: [JSONText.Value]
  private var isHeaderRead = false
  private var cells: [Range<Int>] = []
  private var room: UnsafeMutableBufferPointer<UInt8> = .allocate(capacity: 1)

  /// Reads the whole file; throws where it is no list of objects (one object alone is a list of one).
  init(_ bytes: [UInt8]) throws(ExchangeError) {
    let mark = FileEncoding.utf8.byteOrderMark
    let rest = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    switch JSONText.read(Data(rest)) {
    case .array(let items)?: self.items = items
    case .object(let members)?: items = [.object(members)]
    default: throw .notAnswers
    }
    var names: [String] = []
    var known: Set<String> = []
    for case .object(let members) in items {
      for member in members where known.insert(member.key).inserted { names.append(member.key) }
    }
    guard !names.isEmpty else { throw .notAnswers }
    self.names = names
  }

  deinit { room.deallocate() }

  /// Whether a file begins as JSON does: blanks aside with a bracket or a brace.
  static func isOne(_ start: some Collection<UInt8>) -> Bool {
    let mark = FileEncoding.utf8.byteOrderMark
    let rest = start.starts(with: mark) ? start.dropFirst(mark.count) : start[...]
    return rest.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }.map {
      $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{")
    } ?? false
  }

  func advance() throws(ExchangeError) -> Bool {
    guard isHeaderRead else {
      isHeaderRead = true
      fill(names)
      return true
    }
    while line < items.count {
      let item = items[line]
      line += 1
      guard case .object = item else {
        problem = .other(Sentence(AnswerWords.noObject))
        fill([JSONText.text(item)] + names.dropFirst().map { _ in "" })
        return true
      }
      problem = nil
      let texts = names.map { Self.text(item[$0]) }
      if texts.allSatisfy(\.isEmpty) {
        blankRows += 1
        continue
      }
      fill(texts)
      return true
    }
    return false
  }

  func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard cells.indices.contains(index) else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(rebasing: room[cells[index]])
  }

  var cellCount: Int { cells.count }

  /// Keeps the texts of a row where their bytes stay in place until the next.
  private func fill(_ texts: [String]) {
    let bytes = texts.map { Array($0.utf8) }
    room.deallocate()
    room = .allocate(capacity: max(1, bytes.reduce(0) { $0 + $1.count }))
    cells.removeAll(keepingCapacity: true)
    var place = 0
    for cell in bytes {
      for (offset, byte) in cell.enumerated() { room.initializeElement(at: place + offset, to: byte) }
      cells.append(place..<(place + cell.count))
      place += cell.count
    }
  }

  private static func text(_ value: JSONText.Value?) -> String {
    switch value {
    case nil, .null?: ""
    case .string(let text)?: text
    case .bool(let flag)?: flag ? "true" : "false"
    case .int(let number)?: String(number)
    case .array(let items)?: items.map { text($0) }.joined(separator: "\n")
    case .double?, .object?: value.map { JSONText.text($0) } ?? ""
    }
  }
}
