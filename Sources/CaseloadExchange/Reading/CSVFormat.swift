/// How a file of rows is written: what somebody may say on the command line and what is sniffed otherwise.
public struct CSVFormat: Equatable, Sendable {
  public var encoding: FileEncoding
  /// An ASCII byte: `,` `;` tab or `|`.
  public var separator: UInt8
  /// The ASCII byte that opens and closes a cell that may hold anything; nil: quotes mean nothing.
  public var quote: UInt8?

  public init(
    encoding: FileEncoding = .utf8, separator: UInt8 = UInt8(ascii: ","),
    quote: UInt8? = UInt8(ascii: "\"")
  ) {
    self.encoding = encoding
    self.separator = separator
    self.quote = quote
  }

  /// The separators that are looked for, the likeliest first where nothing else decides.
  public static let separators: [UInt8] = [
    UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]

  /// The separator as it is said to people.
  public var separatorName: String {
    switch separator {
    case UInt8(ascii: "\t"): "tab"
    case UInt8(ascii: ";"): "semicolon"
    case UInt8(ascii: ","): "comma"
    case UInt8(ascii: "|"): "bar"
    default: String(UnicodeScalar(separator))
    }
  }
}

/// How much of a file may be held at a time.
public struct CSVLimits: Equatable, Sendable {
  /// The longest row, in bytes of UTF-8; a quote that is not closed within it counts as never closed.
  public var rowBytes: Int

  public init(rowBytes: Int = 1 << 20) {
    self.rowBytes = max(64, rowBytes)
  }
}
