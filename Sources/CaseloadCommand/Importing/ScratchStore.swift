import Foundation

/// A store in a folder of its own, for a dry run where there is no store yet: what changes nothing must not
/// leave an empty store behind either.
struct ScratchStore {
  /// Where the store is made.
  let path: String
  private let folder: String

  /// Makes the folder, for its owner only; nil where the store that was asked for is there and can be used.
  init?(insteadOf store: String) throws {
    var status = stat()
    guard lstat(store, &status) != 0, errno == ENOENT else { return nil }
    var template = Array((NSTemporaryDirectory() + "caseload-dry-run-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(.store, said(ImportWords.noScratch))
    }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = folder + "/caseload.sqlite"
  }

  /// Takes the folder away with all that is in it.
  func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
