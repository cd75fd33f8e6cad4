import Foundation

/// The one door through which text enters: from a file's cell, and from what somebody types or pastes.
///
/// Behind it a text has no NUL (the database would cut it there without a word), is valid Unicode, is not
/// longer than the limit, and is in normalisation form C, so that equal text compares equal everywhere.
/// Control and bidirectional characters do come through: they are data, and every screen and writer shows
/// them harmlessly.
public enum EntryText {
  /// The most Unicode scalars that one text may hold: a long story, not a book.
  public static let limit = 10_000

  /// Why a text is refused.
  public enum Refusal: Error, Equatable, Sendable {
    case nul
    case notText
    case tooLong(limit: Int)
  }

  /// The text of these bytes, or why not.
  public static func text(
    of bytes: UnsafeBufferPointer<UInt8>, limit: Int = limit
  ) throws(Refusal) -> String {
    switch TextCheck(bytes) {
    case .hasNUL: throw .nul
    case .invalid: throw .notText
    case .ascii:
      guard bytes.count <= limit else { throw .tooLong(limit: limit) }
      return String(decoding: bytes, as: UTF8.self)
    case .unicode:
      // Nothing below U+0300 (which UTF-8 begins with CC) changes in normalisation form C.
      let normal = bytes.allSatisfy { $0 < 0xCC }
      let text = String(decoding: bytes, as: UTF8.self)
      return try within(limit, normal ? text : text.precomposedStringWithCanonicalMapping)
    }
  }

  /// The same for a text that is a string already. Its only possible faults are NUL and length.
  public static func text(_ string: String, limit: Int = limit) throws(Refusal) -> String {
    var copy = string
    let result = copy.withUTF8 { bytes -> Result<String, Refusal> in
      do throws(Refusal) {
        return .success(try text(of: bytes, limit: limit))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private static func within(_ limit: Int, _ text: String) throws(Refusal) -> String {
    guard text.utf8.count <= limit || text.unicodeScalars.count <= limit else {
      throw .tooLong(limit: limit)
    }
    return text
  }
}

extension EntryText.Refusal: CustomStringConvertible {
  public var description: String {
    switch self {
    case .nul: "a NUL character"
    case .notText: "not valid text"
    case .tooLong(let limit): "longer than \(limit) characters"
    }
  }
}

extension EntryText.Refusal {
  /// The same as a reason to refuse a row, for its column (counted from 0).
  func problem(column: Int, encoding: FileEncoding) -> RowProblem {
    switch self {
    case .nul: .nul(column: column + 1)
    case .notText: .invalidText(column: column + 1, encoding: encoding)
    case .tooLong(let limit): .tooLong(column: column + 1, limit: limit)
    }
  }
}
