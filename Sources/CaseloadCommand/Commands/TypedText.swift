import CaseloadCore
import Cells
import Foundation

/// Text of a command's own that comes from a file or standard input: what stands on a command line is seen by others and
/// kept in the shell's history.
enum TypedText {
  /// The text of a file, or of standard input; line breaks are `\n`, those at the end are left out.
  static func read(_ path: String?) throws -> String {
    guard let path else { return "" }
    let bytes: Data
    do {
      let handle = path == "-" ? .standardInput : try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      bytes = try handle.read(upToCount: longest + 1) ?? Data()
    } catch {
      throw Failure(.usage, CaseloadCommand.said(ContactOptionWords.noFile, TerminalText(data: path)))
    }
    guard bytes.count <= longest else {
      throw Failure(
        .dataRefused, CaseloadCommand.said(ContactOptionWords.tooLong, TerminalText(longest)))
    }
    guard let text = String(validating: bytes, as: UTF8.self), !text.unicodeScalars.contains("\0") else {
      throw Failure(.dataRefused, CaseloadCommand.said(ContactOptionWords.noText, TerminalText(data: path)))
    }
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    return lines.reversed().drop { $0.isEmpty }.reversed().joined(separator: "\n")
  }

  /// Bytes of a text: the form takes as much.
  private static let longest = 20_000
}
