import CZip

/// The entries of a ZIP archive that lies in memory, found by name only: no path in it is ever used as one.
final class ZipArchive {
  private let bytes: UnsafeMutableRawBufferPointer
  private let archive: OpaquePointer

  /// Opens an archive; the bytes are copied, since it is read while the archive is there.
  init(_ file: [UInt8]) throws(SpreadsheetFault) {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, file.count), alignment: 16)
    bytes.copyBytes(from: file)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(file.count), 0, &error) else {
      bytes.deallocate()
      throw .damaged(nil)
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      bytes.deallocate()
      throw .damaged(nil)
    }
    self.bytes = bytes
    self.archive = archive
  }

  deinit {
    zip_discard(archive)
    bytes.deallocate()
  }

  /// Whether an entry of this name is there; the case of letters does not matter.
  func has(_ name: String) -> Bool { place(of: name) != nil }

  /// Opens an entry to be read from its beginning; nil when there is none.
  /// `limit` is the most that it may unpack to.
  func open(
    _ name: String, as part: SpreadsheetFault.Part, limit: Int
  ) throws(SpreadsheetFault) -> ZipEntry? {
    guard let place = place(of: name) else { return nil }
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(archive, place, 0, &status) == 0 else { throw .damaged(part) }
    if status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0, status.encryption_method != 0 {
      throw .oldOrLocked
    }
    // A size that cannot be true is refused before anything is unpacked; what is unpacked is counted all the same.
    guard status.size <= UInt64(limit), !Self.isBomb(size: status.size, packed: status.comp_size) else {
      throw .tooLarge(part)
    }
    guard let file = zip_fopen_index(archive, place, 0) else { throw .damaged(part) }
    return ZipEntry(
      file, archive: self, part: part, size: Int(status.size), packed: Int(clamping: status.comp_size),
      limit: limit)
  }

  private func place(of name: String) -> UInt64? {
    let place = zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE))
    return place < 0 ? nil : UInt64(place)
  }

  /// Real sheets, also those of a million rows that hold nothing but formats, pack to a tenth or a fiftieth; what
  /// is made to fill a machine packs to a thousandth.
  fileprivate static func isBomb(size: UInt64, packed: UInt64) -> Bool {
    size > 64 << 20 && size / 250 > packed
  }
}

/// One entry of an archive, unpacked as it is read. Its checksum is compared when its end is reached.
final class ZipEntry {
  let part: SpreadsheetFault.Part
  /// What it unpacks to, as the archive says.
  let size: Int
  /// Bytes unpacked so far.
  private(set) var read = 0

  private let file: OpaquePointer
  private let archive: ZipArchive
  private let packed: Int
  private let limit: Int

  fileprivate init(
    _ file: OpaquePointer, archive: ZipArchive, part: SpreadsheetFault.Part, size: Int, packed: Int,
    limit: Int
  ) {
    self.file = file
    self.archive = archive
    self.part = part
    self.size = size
    self.packed = packed
    self.limit = limit
  }

  deinit { zip_fclose(file) }

  /// Fills a chunk from its beginning; 0 at the end, when the checksum was right.
  func read(into chunk: UnsafeMutableRawPointer, room: Int) throws(SpreadsheetFault) -> Int {
    let count = zip_fread(file, chunk, UInt64(room))
    guard count >= 0 else { throw .damaged(part) }
    read += Int(count)
    guard read <= limit, !ZipArchive.isBomb(size: UInt64(read), packed: UInt64(packed)) else {
      throw .tooLarge(part)
    }
    return Int(count)
  }
}
