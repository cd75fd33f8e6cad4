import CaseloadCore
import CaseloadScreens
import Cells
import Foundation
import TOMLKit

/// What the user set for herself: her keys, and whether the clipboard may be used.
struct Configuration {
  /// Keys by the id of the action they were given to.
  var keys: [String: [Key]] = [:]
  /// Numbers may be put on the terminal's clipboard.
  var clipboard = false

  /// The keymap that follows.
  var keymap: Keymap { Keymap(rebound: keys) }

  /// What is wrong with a configuration: where, and what would be right.
  struct Problem: Equatable {
    /// The line, from 1; nil where none can be told.
    var line: Int?
    /// The key of the file, such as `keys.filter`; empty for the file as a whole.
    var key: String
    var phrase: Phrase
    var parts: [TerminalText] = []

    /// "config.toml, line 7, keys.filter: …".
    func text(_ path: String, _ speech: Speech) -> TerminalText {
      let line: TerminalText =
        self.line.map { ", \(speech(ConfigurationWords.line, TerminalText($0)))" } ?? ""
      let key: TerminalText = self.key.isEmpty ? "" : ", \(data: self.key)"
      return "\(data: path)\(line)\(key): \(speech(phrase, parts: parts))"
    }
  }

  /// The longest file that is read.
  static let longest = 1 << 18

  /// Reads the user's file. Where something is wrong with it, nothing of it holds and every problem is given; where
  /// there is none, everything is as the program comes.
  static func load(_ path: String) -> (configuration: Configuration, problems: [Problem]) {
    guard FileManager.default.fileExists(atPath: path) else { return (Configuration(), []) }
    let bytes: Data
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      bytes = try file.read(upToCount: longest + 1) ?? Data()
    } catch {
      return (Configuration(), [Problem(line: nil, key: "", phrase: ConfigurationWords.unreadable)])
    }
    guard bytes.count <= longest, let text = String(validating: bytes, as: UTF8.self) else {
      return (Configuration(), [Problem(line: nil, key: "", phrase: ConfigurationWords.notText)])
    }
    return read(text)
  }

  /// Reads a text.
  static func read(_ text: String) -> (configuration: Configuration, problems: [Problem]) {
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      return (
        Configuration(),
        [
          Problem(
            line: error.source.begin.line, key: "", phrase: ConfigurationWords.notTOML,
            parts: [TerminalText(data: error.description)])
        ]
      )
    } catch {
      return (
        Configuration(), [Problem(line: nil, key: "", phrase: ConfigurationWords.notTOML, parts: ["?"])]
      )
    }
    return withExtendedLifetime(table) {
      var reading = ConfigurationReading(text)
      let configuration = reading.read(table)
      return reading.problems.isEmpty
        ? (configuration, []) : (Configuration(), reading.problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
    }
  }
}
