import Glibc

/// Where bytes come from, in the order of the file. Readers ask for a chunk at a time and never for the whole.
public protocol ByteSource: AnyObject {
  /// Fills `chunk` from its beginning and returns how many bytes it holds; 0 means the end, for good.
  /// Fewer bytes than asked for do not mean the end.
  func read(into chunk: UnsafeMutableRawBufferPointer) throws(ExchangeError) -> Int
  /// How many bytes were handed out so far.
  var bytesRead: Int { get }
  /// How many bytes there are in all, when that is known beforehand (progress).
  var totalBytes: Int? { get }
}

/// A file's bytes, read once from front to back.
///
/// `observe` sees every chunk as it is read, before anything is decoded: a digest of the file is made there,
/// and so is a progress bar.
public final class FileSource: ByteSource {
  /// Sees the raw bytes of each chunk, in order, each byte once.
  public typealias Observer = (UnsafeRawBufferPointer) -> Void

  private let descriptor: Int32
  private let observe: Observer?
  public private(set) var bytesRead = 0
  public let totalBytes: Int?

  /// Opens a regular file. A folder, a device and a pipe are refused: an import reads its file twice
  /// (once to learn its encoding), and a device may never end.
  public init(path: String, observe: Observer? = nil) throws(ExchangeError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw ExchangeError.file(path: path, doing: .open, code: errno)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw ExchangeError.notARegularFile(path: path)
    }
    self.descriptor = descriptor
    self.observe = observe
    self.path = path
    totalBytes = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The path as it was given, for messages.
  public let path: String

  public func read(into chunk: UnsafeMutableRawBufferPointer) throws(ExchangeError) -> Int {
    guard let base = chunk.baseAddress, chunk.count > 0 else { return 0 }
    var count = Glibc.read(descriptor, base, chunk.count)
    while count < 0, errno == EINTR {
      count = Glibc.read(descriptor, base, chunk.count)
    }
    guard count >= 0 else {
      throw ExchangeError.file(path: path, doing: .read, code: errno)
    }
    bytesRead += count
    if count > 0 { observe?(UnsafeRawBufferPointer(start: base, count: count)) }
    return count
  }
}

/// Bytes that are in memory already: a sample that is sniffed, a test.
public final class MemorySource: ByteSource {
  private let bytes: [UInt8]
  private let chunkLimit: Int
  public private(set) var bytesRead = 0
  public var totalBytes: Int? { bytes.count }

  /// `chunkLimit` is the most that one read returns, so that a test can cut the text at any place.
  public init(_ bytes: [UInt8], chunkLimit: Int = .max) {
    self.bytes = bytes
    self.chunkLimit = max(1, chunkLimit)
  }

  public func read(into chunk: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(chunk.count, chunkLimit, bytes.count - bytesRead)
    guard count > 0 else { return 0 }
    bytes.withUnsafeBytes {
      chunk.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[bytesRead..<bytesRead + count]))
    }
    bytesRead += count
    return count
  }
}
