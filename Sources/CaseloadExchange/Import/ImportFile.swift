/// A file that is about to be imported: sniffed, and ready to be read from its beginning.
public struct ImportFile {
  public let path: String
  /// What it turned out to be; say it before reading on.
  public let sniffed: Sniffed
  /// The reader that an import takes.
  public let reader: CSVReader

  /// Opens a file and finds out how it is written; what is said is not guessed. `observe` sees the raw bytes
  /// once each, in order, while the rows are read (a digest, a progress bar), not while it is sniffed.
  public init(
    path: String, encoding: FileEncoding? = nil, separator: UInt8? = nil,
    quote: UInt8? = UInt8(ascii: "\""), observe: FileSource.Observer? = nil
  ) throws(ExchangeError) {
    self.path = path
    sniffed = try Sniffed.sniff(
      try FileSource(path: path), encoding: encoding, separator: separator, quote: quote)
    reader = CSVReader(try FileSource(path: path, observe: observe), format: sniffed.format)
  }
}
