/// Distinct texts by code, with their folded bytes for search.
struct TextTable: Sendable {
  private(set) var texts: [String] = []
  private(set) var folded: [[UInt8]] = []
  private var codes = ByteTexts(most: Int(Int32.max))

  mutating func code(_ text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { code($0) }
  }

  /// The code of a text's bytes, which gets the next one where it has none.
  mutating func code(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let place = codes.find(bytes)
    if let code = place.number { return UInt32(clamping: code) }
    let text = String(decoding: bytes, as: UTF8.self)
    texts.append(text)
    folded.append(Folding.bytes(text))
    _ = codes.put(bytes, at: place)
    return UInt32(clamping: texts.count - 1)
  }
}
