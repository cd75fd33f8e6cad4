extension Terminal {
  /// The longest text that is put on the clipboard, in bytes: xterm and tmux take no more than about 75,000 of base64.
  public static let longestCopy = 48_000

  /// Puts a text on the terminal's clipboard (OSC 52), where the terminal lets programs do that. A text that is too
  /// long is not sent at all: half of one would be taken for the whole.
  public func copy(_ text: String) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.count <= Terminal.longestCopy else { return }
    send(Terminal.clipboard(bytes))
  }

  /// The sequence that sets the clipboard. What is in it is base64, so no byte of a text is read as a control.
  static func clipboard(_ bytes: [UInt8]) -> String { "\u{1B}]52;c;\(base64(bytes))\u{07}" }

  /// RFC 4648, section 4.
  static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      var group: UInt32 = 0
      for byte in part { group = group << 8 | UInt32(byte) }
      group <<= UInt32(8 * (3 - part.count))
      for place in 0..<4 {
        let index = Int(group >> UInt32(18 - 6 * place) & 63)
        result.append(place <= part.count ? letters[index] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
