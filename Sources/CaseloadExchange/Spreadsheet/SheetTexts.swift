/// The texts of a spreadsheet that its cells refer to by number, in one stretch of memory.
final class SheetTexts: XMLHandler {
  private var arena: [UInt8] = []
  private var ends: [Int] = []
  private var start = 0
  private var depth = Depth.none

  private enum Depth { case none, item, text, reading }

  /// The most that the texts may unpack to; a country's clients have less.
  private static let limit = 512 << 20

  /// Reads the texts; a file may have none.
  init(_ archive: ZipArchive, _ path: String?) throws(SpreadsheetFault) {
    guard let path, let entry = try archive.open(path, as: .texts, limit: Self.limit) else { return }
    try XMLStream(entry, self).run()
  }

  /// How many there are.
  var count: Int { ends.count }

  /// Gives the bytes of a text to `body`; none for a number that no text has.
  func with(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard ends.indices.contains(index) else { return }
    let start = index == 0 ? 0 : ends[index - 1]
    arena.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<ends[index]])) }
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name("si") {
      depth = .item
      start = arena.count
    } else if name("rPh") {
      // How Japanese names are read aloud, which is not what they are.
      if depth == .item { depth = .reading }
    } else if name("t"), depth == .item {
      depth = .text
    }
  }

  func end(_ name: XMLName) {
    if name("si") {
      SheetEscapes.undo(in: &arena, from: start)
      ends.append(arena.count)
      depth = .none
    } else if name("t"), depth == .text {
      depth = .item
    } else if name("rPh"), depth == .reading {
      depth = .item
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if depth == .text { arena.append(contentsOf: bytes) }
  }
}

/// Characters that XML cannot hold are written `_x000D_` in a spreadsheet, and such a text itself `_x005F_x000D_`.
enum SheetEscapes {
  private static let underscore = UInt8(ascii: "_")

  /// Undoes the escapes behind `start`.
  static func undo(in bytes: inout [UInt8], from start: Int) {
    guard bytes.count - start >= 7, bytes[start...].contains(underscore) else { return }
    var write = start
    var read = start
    while read < bytes.count {
      if let scalar = escape(bytes, read) {
        for byte in UTF8.encode(scalar) ?? .init() {
          bytes[write] = byte
          write += 1
        }
        read += 7
      } else {
        bytes[write] = bytes[read]
        write += 1
        read += 1
      }
    }
    bytes.removeSubrange(write...)
  }

  /// The character of `_xHHHH_` at a place; nil where there is none, and for half a pair.
  private static func escape(_ bytes: [UInt8], _ at: Int) -> UnicodeScalar? {
    guard bytes[at] == underscore, at + 7 <= bytes.count, bytes[at + 1] | 0x20 == UInt8(ascii: "x"),
      bytes[at + 6] == underscore
    else { return nil }
    var value: UInt32 = 0
    for byte in bytes[(at + 2)..<(at + 6)] {
      let digit: UInt8
      switch byte {
      case 48...57: digit = byte - 48
      case 65...70: digit = byte - 55
      case 97...102: digit = byte - 87
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return UnicodeScalar(value)
  }
}
