import CaseloadCommand
import CaseloadCore
import Glibc

/// Writes invented clients the way a register exports them: a key and 34 fields, 35 columns with `;` between.
struct Export {
  private static let columns = Array(Invention.registerFields.prefix(34))

  /// How many columns a row has.
  static let width = columns.count + 1

  /// Writes the first `count` clients to a new file. What cannot be written ends the benchmark.
  static func write(_ count: Int, _ invention: Invention, to path: String) throws {
    guard let file = fopen(path, "w") else { throw BenchError("the export cannot be written: \(errno)") }
    var text = "Klantnummer;" + columns.map(\.text).joined(separator: ";") + "\n"
    for place in 0..<count {
      let client = invention.client(place)
      text += "K-" + String(1_000_000 + place)
      for id in columns {
        text += ";"
        if let field = invention.catalogue[id], let value = client.values[id] { text += cell(value, field) }
      }
      text += "\n"
      if text.utf8.count > 1 << 16 || place == count - 1 {
        fputs(text, file)
        text = ""
      }
    }
    guard fclose(file) == 0 else { throw BenchError("the export cannot be written: \(errno)") }
  }

  /// A cell as a person at the register's side would read it.
  private static func cell(_ value: Value, _ field: Field) -> String {
    switch value.content {
    case nil: "??"
    case .name(let name): name.listed
    case .experience(let stretches, _): stretches.map(\.occupation).joined(separator: "|")
    case .words(let words, _): words.joined(separator: "|")
    case .several(let set, _): set.places.map { field.choices[$0].code }.joined(separator: ",")
    case .some(let content): ContentText.text(content, kind: field.kind) ?? ""
    }
  }
}

/// Why the benchmark could not go on.
struct BenchError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
