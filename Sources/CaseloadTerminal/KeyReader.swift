import CNcurses
import CTerminalGuard
import Cells
import Glibc

/// What ncurses read: a character or the code of a key.
enum RawKey: Equatable {
  case character(UInt32)
  case code(Int32)
}

/// Turns what ncurses read into keys and pastes.
struct KeyDecoder {
  private static let codes: [Int32: Key] = {
    let keys: [Key] = [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .backTab, .backspace, .delete,
      .insert,
    ]
    var table: [Int32: Key] = [:]
    for (index, key) in keys.enumerated() { table[caseload_key(Int32(index))] = key }
    for number in 1...12 { table[caseload_key_function(Int32(number))] = .function(number) }
    return table
  }()

  /// The key, or nil for what is no key of ours.
  static func key(_ raw: RawKey) -> Key? {
    switch raw {
    case .code(let code): return codes[code]
    case .character(let value):
      switch value {
      case 8, 127: return .backspace
      case 9: return .tab
      case 10, 13: return .enter
      case 27: return .escape
      case 1...26: return Unicode.Scalar(value + 0x60).map(Key.control)
      case 0..<32, 0x80..<0xA0: return nil
      default: return Unicode.Scalar(value).map(Key.character)
      }
    }
  }

  /// The text of one raw key inside a paste; nil for what pasted text cannot contain (keys, escapes).
  static func pasted(_ raw: RawKey) -> Unicode.Scalar? {
    guard case .character(let value) = raw, let scalar = Unicode.Scalar(value), value != 0 else { return nil }
    return value == 13 ? "\n" : scalar
  }
}

/// Reads everything that has been typed, without waiting longer than an escape sequence needs.
struct KeyReader {
  let window: UnsafeMutablePointer<WINDOW>
  /// The terminal, to ask how much is waiting.
  let descriptor: Int32
  /// More than this in one paste is dropped.
  static let pasteLimit = 1 << 20
  /// A paste whose end does not come ends after this silence, in milliseconds.
  static let pasteSilence: Int32 = 500

  /// All keys and pastes that are there now, in order.
  func drain() -> [Event] {
    var events: [Event] = []
    while let raw = read() {
      if raw == .code(CursesScreen.pasteStart) {
        events.append(.paste(readPaste()))
      } else if let key = KeyDecoder.key(raw) {
        events.append(.key(key))
      }
    }
    return events
  }

  private func read() -> RawKey? {
    // Time for the rest of a letter or sequence that a slow line has split; none when nothing is there.
    wtimeout(window, caseload_bytes_waiting(descriptor) > 0 ? 25 : 0)
    var value: UInt32 = 0
    switch caseload_read_key(window, &value) {
    case 1: return .character(value)
    case 2: return .code(Int32(truncatingIfNeeded: value))
    default: return nil
    }
  }

  private func readPaste() -> String {
    var text = String.UnicodeScalarView()
    var count = 0
    while true {
      guard let raw = read() else {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        if poll(&waiting, 1, KeyReader.pasteSilence) > 0, caseload_bytes_waiting(descriptor) > 0 { continue }
        break
      }
      if raw == .code(CursesScreen.pasteEnd) { break }
      guard count < KeyReader.pasteLimit, let scalar = KeyDecoder.pasted(raw) else { continue }
      text.append(scalar)
      count += 1
    }
    return String(text)
  }
}
