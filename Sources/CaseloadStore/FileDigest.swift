import Crypto

/// The SHA-256 of a file's bytes, taken while they are read: what an import is known by.
public struct FileDigest {
  private var hash = SHA256()

  /// A digest of nothing yet.
  public init() {}

  /// Takes in the next bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) { hash.update(bufferPointer: bytes) }

  /// The digest so far, as hexadecimal text.
  public var text: String {
    hash.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
