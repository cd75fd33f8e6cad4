/// Bytes that are put away one after another and stay where they are until the arena goes, so that statements
/// may be bound to them without a copy.
final class ByteArena {
  /// Bytes asked of the system at once.
  private static let chunk = 1 << 18
  private var chunks: [UnsafeMutableRawPointer] = []
  private var next: UnsafeMutableRawPointer?
  private var room = 0

  deinit { for chunk in chunks { chunk.deallocate() } }

  /// A copy of bytes that lasts as long as the arena.
  func keep(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let base = bytes.baseAddress, bytes.count > 0 else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    if bytes.count > room {
      let size = max(Self.chunk, bytes.count)
      let fresh = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
      chunks.append(fresh)
      next = fresh
      room = size
    }
    guard let place = next else { return UnsafeBufferPointer(start: nil, count: 0) }
    place.copyMemory(from: base, byteCount: bytes.count)
    next = place + bytes.count
    room -= bytes.count
    return UnsafeBufferPointer(start: place.assumingMemoryBound(to: UInt8.self), count: bytes.count)
  }

  /// A copy of a text's UTF-8 bytes.
  func keep(_ text: String) -> UnsafeBufferPointer<UInt8> {
    var text = text
    return text.withUTF8 { keep($0) }
  }
}
