/// Tells a file's encoding from its bytes.
///
/// A byte order mark settles it. Without one, UTF-16 gives itself away by zeros in every other byte; text with
/// well-formed multi-byte sequences is UTF-8 (what is not well formed there is refused by row); bytes above
/// 0x7F that form none are Windows-1252. Since the first such byte may stand anywhere, the file is looked
/// through until enough of them have been seen.
struct EncodingGuess {
  private var start: [UInt8] = []
  private var sequences = 0
  private var strays = 0
  /// The end of the chunk before, which may be the beginning of a sequence.
  private var carry: [UInt8] = []

  /// So many well-formed or stray sequences settle it.
  private static let enough = 2_000
  private static let startLength = 4096

  /// Looks at one more chunk; false when nothing more needs to be read.
  mutating func look(at chunk: UnsafeBufferPointer<UInt8>) -> Bool {
    if start.count < Self.startLength {
      start.append(contentsOf: chunk.prefix(Self.startLength - start.count))
      if start.count >= 4, settledAtStart != nil { return false }
    }
    if carry.isEmpty, TextCheck(chunk) == .ascii { return true }
    count(carry + chunk, isLast: false)
    return sequences + strays < Self.enough
  }

  /// The encoding, how sure it is, and whether a byte order mark stands before the text.
  mutating func conclude() -> (encoding: FileEncoding, certainty: Sniffed.Certainty, mark: Bool) {
    if let settled = settledAtStart { return settled }
    count(carry, isLast: true)
    carry = []
    if strays == 0 { return (.utf8, sequences == 0 ? .likely : .certain, false) }
    // Windows text seldom makes a well-formed sequence by chance; a UTF-8 file seldom has many bad rows.
    if sequences > strays { return (.utf8, .likely, false) }
    return (.windows1252, sequences == 0 ? .likely : .guess, false)
  }

  private var settledAtStart: (encoding: FileEncoding, certainty: Sniffed.Certainty, mark: Bool)? {
    for encoding in FileEncoding.allCases
    where !encoding.byteOrderMark.isEmpty && start.starts(with: encoding.byteOrderMark) {
      return (encoding, .certain, true)
    }
    let pairs = start.count / 2
    guard pairs >= 2 else { return nil }
    var zeros = (even: 0, odd: 0)
    for index in 0..<pairs {
      if start[index * 2] == 0 { zeros.even += 1 }
      if start[index * 2 + 1] == 0 { zeros.odd += 1 }
    }
    // Most characters of a western file are below U+0100, and no text has zeros on both sides.
    if zeros.odd * 10 > pairs * 4, zeros.even * 20 < pairs { return (.utf16LE, .likely, false) }
    if zeros.even * 10 > pairs * 4, zeros.odd * 20 < pairs { return (.utf16BE, .likely, false) }
    return nil
  }

  private mutating func count(_ bytes: [UInt8], isLast: Bool) {
    carry = []
    bytes.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return }
      var index = 0
      while index < text.count {
        if text[index] < 0x80 {
          index += 1
          continue
        }
        let rest = text.count - index
        let length = TextCheck.sequenceLength(base + index, rest)
        if length > 0 {
          sequences += 1
          index += length
        } else if rest < 4, !isLast, text[index] >= 0xC2,
          (1..<rest).allSatisfy({ text[index + $0] & 0xC0 == 0x80 })
        {
          carry = Array(text[index...])
          return
        } else {
          strays += 1
          index += 1
        }
      }
    }
  }
}
