import CaseloadCore
import CaseloadScreens
import Cells
import TOMLKit

/// Reads one configuration and collects all that is wrong with it, so that it is mended in one go.
struct ConfigurationReading {
  private(set) var problems: [Configuration.Problem] = []
  private let lines: [String: Int]

  init(_ text: String) { lines = Self.lines(text) }

  mutating func read(_ table: TOMLTable) -> Configuration {
    var configuration = Configuration()
    for key in table.keys {
      switch key {
      case "clipboard":
        if let flag = table[key]?.bool {
          configuration.clipboard = flag
        } else {
          wrong(key, ConfigurationWords.flag)
        }
      case "keys":
        if let keys = table[key]?.table {
          configuration.keys = self.keys(keys)
        } else {
          wrong(key, ConfigurationWords.table)
        }
      default: wrong(key, ConfigurationWords.unknown)
      }
    }
    return configuration
  }

  private mutating func keys(_ table: TOMLTable) -> [String: [Key]] {
    var keys: [String: [Key]] = [:]
    for id in table.keys {
      guard ActionTable.action(id) != nil else {
        let nearest = ActionTable.all.map(\.id).max { likeness($0, id) < likeness($1, id) }
        wrong("keys.\(id)", ConfigurationWords.noAction, TerminalText(data: nearest ?? ""))
        continue
      }
      guard let value = table[id], let names = Self.texts(value) else {
        wrong("keys.\(id)", ConfigurationWords.keyList)
        continue
      }
      var read: [Key] = []
      for name in names where !name.isEmpty {
        if let key = Key(name: name) {
          read.append(key)
        } else {
          wrong("keys.\(id)", ConfigurationWords.noKey, TerminalText(data: name))
        }
      }
      keys[id] = read
    }
    for problem in Keymap.problems(keys) { wrong("keys.\(problem.action)", problem.phrase, problem.parts) }
    return keys
  }

  /// How many letters two ids have in common at their beginning.
  private func likeness(_ id: String, _ typed: String) -> Int {
    zip(id.utf8, typed.utf8).prefix { $0 == $1 }.count
  }

  private static func texts(_ value: TOMLValueConvertible) -> [String]? {
    if let one = value.string { return [one] }
    guard let array = value.array else { return nil }
    let texts = array.compactMap(\.string)
    return texts.count == array.count ? texts : nil
  }

  private mutating func wrong(_ key: String, _ phrase: Phrase, _ parts: TerminalText...) {
    wrong(key, phrase, parts)
  }

  private mutating func wrong(_ key: String, _ phrase: Phrase, _ parts: [TerminalText]) {
    problems.append(Configuration.Problem(line: lines[key], key: key, phrase: phrase, parts: parts))
  }

  /// The lines on which keys stand, by their whole names. TOML's reader does not tell.
  private static func lines(_ text: String) -> [String: Int] {
    var lines: [String: Int] = [:]
    var table = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let bytes = line.utf8.drop { $0 == 32 || $0 == 9 }
      guard let first = bytes.first, first != UInt8(ascii: "#") else { continue }
      let stop: UInt8 = first == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "=")
      let inner = first == UInt8(ascii: "[") ? bytes.dropFirst() : bytes
      let name = String(
        decoding: inner.prefix { $0 != stop }.filter { ![32, 9, 34, 39, 13].contains($0) }, as: UTF8.self)
      if first == UInt8(ascii: "[") { table = name }
      let whole = first == UInt8(ascii: "[") ? name : table.isEmpty ? name : "\(table).\(name)"
      if lines[whole] == nil { lines[whole] = index + 1 }
    }
    return lines
  }
}
