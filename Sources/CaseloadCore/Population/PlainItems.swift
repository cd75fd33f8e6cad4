/// The items of a list of `ContentText` that is written plainly, by its bytes: without a backslash, so that every
/// separator is one. A list that is not is read by `ContentText`.
struct PlainItems<Item> {
  private(set) var items: [Item] = []
  /// Whether no `…` stands behind the items.
  private(set) var isComplete = true

  /// The items of a text, each as `read` understands its bytes; nil where one is not understood, or the text is not
  /// plain.
  init?(_ text: UnsafeBufferPointer<UInt8>, of read: (UnsafeBufferPointer<UInt8>) -> Item?) {
    if text.isEmpty { return }
    var start = 0
    while true {
      var end = start
      while end < text.count, text[end] != UInt8(ascii: ";") {
        if text[end] == UInt8(ascii: "\\") { return nil }
        end += 1
      }
      let bytes = UnsafeBufferPointer(rebasing: text[start..<end])
      if end == text.count, Self.isMore(bytes) {
        isComplete = false
        return
      }
      guard let item = read(bytes) else { return nil }
      items.append(item)
      if end == text.count { return }
      // One space behind a separator belongs to it.
      start = end + 1
      if start < text.count, text[start] == UInt8(ascii: " ") { start += 1 }
    }
  }

  /// Whether these are the bytes of `…`.
  private static func isMore(_ item: UnsafeBufferPointer<UInt8>) -> Bool {
    item.count == 3 && item[0] == 0xE2 && item[1] == 0x80 && item[2] == 0xA6
  }
}

/// A stretch of experience that is written plainly. Its texts are valid as long as what it was read from.
struct PlainStretch {
  let occupation: UnsafeBufferPointer<UInt8>
  let sector: UnsafeBufferPointer<UInt8>
  private(set) var from: Day?
  private(set) var to: Day?
  private(set) var ongoing = false
  private(set) var months: Int32?

  /// Reads `driver|logistics|2015-01-01..2018-03-31|38`, of which everything but the first may be missing; nil where
  /// it is not so.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var cuts = (text.count, text.count, text.count)
    var count = 0
    for (place, byte) in text.enumerated() where byte == UInt8(ascii: "|") {
      switch count {
      case 0: cuts.0 = place
      case 1: cuts.1 = place
      case 2: cuts.2 = place
      default: return nil
      }
      count += 1
    }
    func part(_ cut: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: text[min(cut + 1, text.count)..<max(end, min(cut + 1, text.count))])
    }
    occupation = UnsafeBufferPointer(rebasing: text[..<cuts.0])
    sector = part(cuts.0, cuts.1)
    let days = part(cuts.1, cuts.2)
    if !days.isEmpty, !read(days: days) { return nil }
    let length = part(cuts.2, text.count)
    guard length.count < 9 else { return nil }
    for byte in length {
      guard (48...57).contains(byte) else { return nil }
      months = (months ?? 0) * 10 + Int32(byte - 48)
    }
  }

  private mutating func read(days: UnsafeBufferPointer<UInt8>) -> Bool {
    let dot = UInt8(ascii: ".")
    guard let cut = days.indices.dropLast().first(where: { days[$0] == dot && days[$0 + 1] == dot }) else {
      return false
    }
    let first = UnsafeBufferPointer(rebasing: days[..<cut])
    ongoing = days.count > cut + 2 && days[days.count - 1] == UInt8(ascii: "+")
    let last = UnsafeBufferPointer(rebasing: days[(cut + 2)..<(days.count - (ongoing ? 1 : 0))])
    from = Day(iso: first)
    to = Day(iso: last)
    return (first.isEmpty || from != nil) && (last.isEmpty || to != nil)
  }
}
