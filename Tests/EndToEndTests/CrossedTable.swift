import Foundation
import Testing

/// A crossed table, read off the screen.
struct CrossedTable {
  var heads: [String]
  /// The row of all clients.
  var total: [Int]
  /// The other rows.
  var rows: [(label: String, counts: [Int])] = []

  init(_ screen: String, _ words: FirstTenMinutesWords) throws {
    let lines = try OnATerminal.DashboardTests.pane(words.education, of: screen)
    // Names are apart by two spaces at least, for they have spaces in them.
    func cells(_ line: String) -> [String] {
      line.replacing("│", with: " ").replacing("▸", with: " ").components(separatedBy: "  ")
        .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
    func counts(_ cells: some Sequence<String>) throws -> [Int] {
      try cells.map { $0 == "·" ? 0 : try #require(Int($0), "\($0)") }
    }
    heads = cells(try #require(lines.first))
    let table = lines.dropFirst().map(cells).filter { !$0.isEmpty }
    let first = try #require(table.first)
    #expect(first.first == words.allClients)
    total = try counts(first.dropFirst())
    rows = try table.dropFirst().map { (label: $0[0], counts: try counts($0.dropFirst())) }
  }
}
