import Foundation
import Testing

/// The arrows between the modules and the texts that no source may hold (CONTRIBUTING, "Layers").
@Suite struct LayerTests {
  /// What each module may import. SwiftPM refuses most arrows that run back, but not all: a target can import
  /// what only its dependencies depend on.
  private static let allowed: [String: Set<String>] = {
    let system: Set = ["Glibc", "Musl", "Darwin", "Synchronization"]
    return [
      "Cells": system,
      "CaseloadCore": system,
      "CaseloadScreens": system.union(["CaseloadCore", "Cells", "Foundation"]),
      "CaseloadExchange": system.union(["CaseloadCore", "TOMLKit", "CZip", "CExpat", "Foundation"]),
      "CaseloadStore": system.union(["CaseloadCore", "GRDB", "GRDBSQLite", "Crypto", "Foundation"]),
      "CaseloadTerminal": system.union(["Cells", "CNcurses", "CTerminalGuard", "Foundation"]),
      "CaseloadCommand": system.union([
        "CaseloadCore", "Cells", "CaseloadExchange", "CaseloadStore", "CaseloadScreens", "CaseloadTerminal",
        "ArgumentParser", "CTerminalGuard", "Foundation", "TOMLKit", "Dispatch",
      ]),
      "caseload": system.union(["CaseloadCommand", "Foundation"]),
      "caseload-bench": system.union([
        "CaseloadCommand", "CaseloadCore", "Cells", "CaseloadExchange", "CaseloadStore", "CaseloadScreens",
        "Foundation",
      ]),
    ]
  }()

  /// Texts that end the program on somebody's data, or that tell where it was written instead of what it does.
  /// Put together here, so that this file does not hold them.
  private static let forbidden: [String] = [
    "fatal" + "Error(", "try" + "!", " as" + "!", "precondition" + "Failure(", "Cla" + "ude",
    "Anthro" + "pic",
    "/wor" + "k/", "/tm" + "p/",
  ]

  /// What is wrong with one source file of a module; empty where nothing is.
  static func faults(in source: String, module: String) -> [String] {
    guard let allowed = allowed[module] else { return ["\(module) is in no table of layers"] }
    var faults: [String] = []
    for line in source.split(whereSeparator: \.isNewline) {
      let words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
      guard let place = words.firstIndex(of: "import"),
        words[..<place].allSatisfy({ $0.hasPrefix("@") || modifiers.contains($0) }),
        words.indices.contains(place + 1)
      else { continue }
      // `import struct Foundation.Date` names its module after the kind.
      let rest = words[(place + 1)...].drop { kinds.contains($0) }
      // More words on the line make it a sentence, such as a line of help about the command.
      if let next = rest.dropFirst().first, !next.hasPrefix("//"), !next.hasPrefix("/*"),
        !next.hasPrefix(";"),
        rest.first?.contains(";") != true
      {
        continue
      }
      let name = rest.first.map { String($0.prefix { $0 != "." && $0 != ";" }) } ?? ""
      if !allowed.contains(name) { faults.append("imports \(name)") }
    }
    for text in forbidden where source.contains(text) { faults.append("holds \(text)") }
    return faults
  }

  private static let modifiers: Set = ["public", "package", "internal", "private", "fileprivate"]
  private static let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]

  @Test func everySourceKeepsToItsLayer() throws {
    let sources = PackageRoot.folder.appendingPathComponent("Sources").resolvingSymlinksInPath()
    let modules = try FileManager.default.contentsOfDirectory(atPath: sources.path)
    var read = 0
    for module in modules where !["CNcurses", "CTerminalGuard", "CZip", "CExpat"].contains(module) {
      let folder = sources.appendingPathComponent(module)
      let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      for file in files where file.hasSuffix(".swift") {
        let source = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
        #expect(Self.faults(in: source, module: module) == [], "\(module)/\(file)")
        read += 1
      }
    }
    #expect(read > 20, "the sources were not found")
  }

  /// The checker itself, on texts that are bad on purpose: without this, a checker that sees nothing would pass.
  @Test(arguments: [
    ("CaseloadCore", "import Foundation"), ("CaseloadCore", "import CaseloadStore"),
    ("Cells", "import CaseloadCore"), ("CaseloadScreens", "import CaseloadStore"),
    ("CaseloadScreens", "  public import GRDB"), ("CaseloadStore", "import CaseloadScreens"),
    ("CaseloadStore", "import CaseloadExchange"), ("CaseloadExchange", "import CaseloadStore"),
    ("CaseloadTerminal", "import CaseloadCore"), ("CaseloadCommand", "import CNcurses"),
    ("CaseloadCommand", "import GRDB"), ("CaseloadCommand", "import CZip"),
    ("CaseloadStore", "import TOMLKit"),
    ("CaseloadCore", "@preconcurrency import struct Foundation.Date"),
    ("CaseloadCore", "@testable import enum CaseloadStore.Kind"), ("CaseloadCore", "import\tFoundation"),
    ("CaseloadCore", "import Foundation // for dates"), ("CaseloadCore", "import Foundation; let a = 1"),
    ("CaseloadCore", "import Glibc\nimport Foundation"),
    ("Nowhere", "let a = 1"),
  ])
  func anArrowThatRunsBackIsSeen(module: String, source: String) {
    #expect(!Self.faults(in: "/// A text.\n\(source)\nlet b = 2\n", module: module).isEmpty)
  }

  @Test func forbiddenTextsAreSeen() {
    for text in Self.forbidden {
      #expect(!Self.faults(in: "let a = \(text)b", module: "CaseloadCore").isEmpty, "\(text)")
    }
  }

  @Test func whatIsAllowedIsNoFault() {
    let source = """
      import CaseloadCore
      import struct Foundation.URL
      /// Words such as important and the import of a file are no arrows.
      let imported = "import of a file"
      import FILE --drawn DAY
      """
    #expect(Self.faults(in: source, module: "CaseloadStore") == [])
  }
}
