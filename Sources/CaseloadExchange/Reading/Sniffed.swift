/// What a file turned out to be, how sure that is, and its first row.
public struct Sniffed: Equatable, Sendable {
  /// How much a guess is worth.
  public enum Certainty: Int, Comparable, Sendable {
    case guess, likely, certain

    public static func < (a: Certainty, b: Certainty) -> Bool { a.rawValue < b.rawValue }
  }

  public var format: CSVFormat
  public var hadByteOrderMark: Bool
  public var encodingCertainty: Certainty
  public var separatorCertainty: Certainty
  /// The cells of the first row that is not blank, trimmed.
  public var header: [String]
  /// Whether that row looks like names of columns: filled, each once, not numbers.
  public var headerLooksRight: Bool

  /// Looks through a source, which is used up by it. What `encoding`, `separator` and `quote` say is not guessed.
  public static func sniff(
    _ source: any ByteSource, encoding: FileEncoding? = nil, separator: UInt8? = nil,
    quote: UInt8? = UInt8(ascii: "\"")
  ) throws(ExchangeError) -> Sniffed {
    var guess = EncodingGuess()
    var sample: [UInt8] = []
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { chunk.deallocate() }
    while true {
      let count = try source.read(into: chunk)
      guard count > 0 else { break }
      let bytes = UnsafeBufferPointer(rebasing: chunk.bindMemory(to: UInt8.self)[..<count])
      if sample.count < sampleLength { sample.append(contentsOf: bytes) }
      if !guess.look(at: bytes), sample.count >= sampleLength { break }
    }
    let found = guess.conclude()
    let used = encoding ?? found.encoding
    let choice = try SeparatorGuess.best(
      sample, encoding: used, isWhole: sample.count < sampleLength, separator: separator, quote: quote)
    return Sniffed(
      format: CSVFormat(encoding: used, separator: choice.separator, quote: quote),
      hadByteOrderMark: found.mark && found.encoding == used,
      encodingCertainty: encoding == nil ? found.certainty : .certain,
      separatorCertainty: separator == nil ? choice.certainty : .certain,
      header: choice.header, headerLooksRight: looksLikeHeader(choice.header))
  }

  /// Bytes by which the separator is decided.
  private static let sampleLength = 1 << 16

  private static func looksLikeHeader(_ cells: [String]) -> Bool {
    guard !cells.isEmpty, Set(cells).count == cells.count else { return false }
    return cells.allSatisfy { cell in
      !cell.isEmpty && cell.unicodeScalars.contains { $0.properties.isAlphabetic }
    }
  }
}

/// Chooses the separator with which a sample's rows agree best on how many cells they have.
enum SeparatorGuess {
  struct Choice {
    var separator: UInt8
    var certainty: Sniffed.Certainty
    var header: [String]
    /// The share of rows that have the commonest number of cells, in thousandths.
    var agreement: Int
    var width: Int
  }

  /// Rows that are looked at; the last one of a cut sample may be half a row.
  private static let rows = 200

  static func best(
    _ sample: [UInt8], encoding: FileEncoding, isWhole: Bool, separator: UInt8?, quote: UInt8?
  ) throws(ExchangeError) -> Choice {
    var choices: [Choice] = []
    for candidate in separator.map({ [$0] }) ?? CSVFormat.separators {
      choices.append(
        try judge(sample, CSVFormat(encoding: encoding, separator: candidate, quote: quote), isWhole: isWhole)
      )
    }
    // The list's order decides between equals, as a file of one column has nothing else to go by.
    var best = choices[0]
    for choice in choices.dropFirst() where isBetter(choice, best) { best = choice }
    return best
  }

  private static func isBetter(_ a: Choice, _ b: Choice) -> Bool {
    if (a.width > 1) != (b.width > 1) { return a.width > 1 }
    if a.width <= 1 { return false }
    return a.agreement == b.agreement ? a.width > b.width : a.agreement > b.agreement
  }

  private static func judge(
    _ sample: [UInt8], _ format: CSVFormat, isWhole: Bool
  ) throws(ExchangeError) -> Choice {
    let reader = CSVReader(MemorySource(sample), format: format)
    var header: [String] = []
    var widths: [Int: Int] = [:]
    var last = 0
    while reader.rows < rows, try reader.advance() {
      if reader.rows == 1 {
        header = (0..<reader.cellCount).map {
          String(decoding: reader.bytes($0), as: UTF8.self).trimmed
        }
      }
      last = reader.cellCount
      widths[last, default: 0] += 1
    }
    if !isWhole, reader.rows > 1, reader.rows < rows { widths[last, default: 1] -= 1 }
    let common = widths.max { ($0.value, $0.key) < ($1.value, $1.key) } ?? (key: 0, value: 0)
    let total = max(1, widths.values.reduce(0, +))
    let agreement = common.value * 1000 / total
    return Choice(
      separator: format.separator,
      certainty: common.key > 1 && agreement > 950 && total > 1
        ? .certain : agreement > 700 && common.key > 1 ? .likely : .guess,
      header: header, agreement: agreement, width: common.key)
  }
}

extension String {
  /// Without spaces, tabs, line ends and no-break spaces at either end; decided on scalars.
  var trimmed: String {
    // Mostly there is nothing to take off, and two bytes say so.
    guard let first = utf8.first, let last = utf8.last else { return self }
    if (0x21...0x7F).contains(first), (0x21...0x7F).contains(last) { return self }
    var scalars = unicodeScalars[...]
    while let first = scalars.first, first.isTrimmed { scalars.removeFirst() }
    while let last = scalars.last, last.isTrimmed { scalars.removeLast() }
    return String(scalars)
  }
}

extension UnicodeScalar {
  fileprivate var isTrimmed: Bool {
    switch value {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0xFEFF, 0x200B, 0x3000: true
    default: false
    }
  }
}
