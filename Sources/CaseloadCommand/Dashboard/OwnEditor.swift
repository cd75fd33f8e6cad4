import CaseloadCore
import CaseloadScreens
import Foundation
import Glibc

/// The user's own editor (`$VISUAL`, else `$EDITOR`) over one text. The text stands in a file that nobody else may open,
/// beside the desk, and is gone afterwards.
struct OwnEditor: Sendable {
  /// The program and its arguments; empty where none is set.
  private let words: [String]
  private let folder: String

  init(_ surroundings: Surroundings) {
    let set = ["VISUAL", "EDITOR"].compactMap { surroundings.environment[$0] }.first { !$0.isEmpty } ?? ""
    words = set.split(separator: " ").map(String.init)
    folder = surroundings.deskPath.lastIndex(of: "/").map { String(surroundings.deskPath[..<$0]) } ?? "."
  }

  /// What the editor made of a text. The terminal must be given back before.
  func edit(_ text: String) -> EditorNews {
    guard !words.isEmpty else { return .noEditor }
    var template = Array("\(folder)/edit-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { return .failed }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(text.utf8))
      try handle.close()
      guard run(path) else { return .failed }
      // Editors write another file under the name; it is read by the name.
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      guard let edited = String(validating: data, as: UTF8.self), !edited.unicodeScalars.contains("\0") else {
        return .failed
      }
      return .edited(Self.lines(edited))
    } catch {
      return .failed
    }
  }

  /// Line breaks are `\n`; the one that editors put at the end is left out.
  private static func lines(_ text: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    return (lines.last?.isEmpty == true ? lines.dropLast() : lines[...]).joined(separator: "\n")
  }

  /// Runs the editor in front, with the terminal as its own; whether it ended well.
  private func run(_ path: String) -> Bool {
    var arguments: [UnsafeMutablePointer<CChar>?] = (words + [path]).map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    guard let program = words.first,
      posix_spawnp(&process, program, nil, nil, &arguments, environ) == 0
    else { return false }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return false }
    }
    return status == 0
  }
}
