import CaseloadCore
import CaseloadStore
import Foundation
import Testing

/// Two processes keep fields and contacts of the same clients as fast as they can.
@Suite(.serialized) struct TwoEditorsTests {
  private static let isSoak = ProcessInfo.processInfo.environment["CASELOAD_SOAK"] == "1"

  /// Lets two processes go at a store; the second may do so without looking. Gives their logs, and what is wrong.
  private func race(seconds: Int, clients: Int32, blindly: Bool = false) throws -> (
    logs: EditorLogs, wrong: [String]
  ) {
    try withFolder { path in
      let store = try Store.open(path, create: true, actor: coach)
      try Export(
        drawn: "2026-09-01",
        rows: (1...clients).map { ("k\($0)", ["phone": .text("first-\($0)")]) }
      ).take(into: store, as: "i1")
      func phones() throws -> [Int32: String] {
        var phones: [Int32: String] = [:]
        try store.forEachClient(in: .all) { facts in
          if case .text(let phone)? = facts.values["phone"]?.content { phones[facts.number.number] = phone }
        }
        return phones
      }
      let first = try phones()
      let names = ["anna", "bob"]
      let running = try names.map { name in
        try helper(
          ["edit", path, name, "\(clients)", "\(seconds)", "\(path).\(name)"]
            + (blindly && name == "bob" ? ["blindly"] : []))
      }
      var logs = EditorLogs()
      for ((process, output), name) in zip(running, names) {
        let said = String(decoding: output.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said)")
        logs.read(try String(contentsOfFile: "\(path).\(name)", encoding: .utf8), author: name)
      }
      var stored: [Int32: Set<String>] = [:]
      for client in 1...clients {
        let contacts = try store.record(of: ClientNumber(client))?.contacts ?? []
        if !contacts.isEmpty { stored[client] = Set(contacts.map(\.story)) }
        #expect(Set(contacts.map(\.id)).count == contacts.count)
      }
      let wrong = logs.wrong(first: first, last: try phones(), stored: stored)
      let check = try store.check()
      #expect(check.findings == [])
      // Each edit that was kept, and each contact, is an entry of the chain; the import is the first.
      #expect(check.entries == 1 + logs.kept + logs.stories.values.reduce(0) { $0 + $1.count })
      try store.close()
      return (logs, wrong)
    }
  }

  @Test("No update is lost, each conflict is said to exactly one of them, the chain is whole") func race()
    throws
  {
    let (logs, wrong) = try race(seconds: Self.isSoak ? 120 : 2, clients: Self.isSoak ? 200 : 8)
    #expect(wrong == [])
    #expect(logs.conflicts > 0, "they never met: it shows nothing")
    print(
      "two editors: \(logs.kept) kept, \(logs.conflicts) conflicts, \(logs.stories.count) clients with contacts"
    )
  }

  @Test("Canary: one who replaces whatever stands there is found out") func blind() throws {
    let (_, wrong) = try race(seconds: 2, clients: 1, blindly: true)
    #expect(!wrong.isEmpty)
  }

  @Test("Canary: the judge sees a lost update, a conflict with nobody and a contact that is not there")
  func judge() {
    func wrong(_ anna: String, _ bob: String, last: String, stored: [Int32: Set<String>] = [:]) -> Bool {
      var logs = EditorLogs()
      logs.read(anna, author: "anna")
      logs.read(bob, author: "bob")
      return !logs.wrong(first: [1: "f"], last: [1: last], stored: stored).isEmpty
    }
    #expect(!wrong("kept 1 f a1", "conflict 1 f b1 a1 anna\nkept 1 a1 b2", last: "b2"))
    #expect(wrong("kept 1 f a1", "kept 1 f b1", last: "b1"), "replaced twice")
    #expect(wrong("kept 1 f a1", "kept 1 a1 b1", last: "a1"), "the last is gone")
    #expect(wrong("conflict 1 f a1 b1 bob", "conflict 1 f b1 a1 anna", last: "f"), "said to both")
    #expect(wrong("kept 1 f a1\nconflict 1 f a2 a1 anna", "", last: "a1"), "a conflict with herself")
    #expect(wrong("registered 1 x", "", last: "f"))
    #expect(!wrong("registered 1 x", "", last: "f", stored: [1: ["x"]]))
    #expect(wrong("", "", last: "f", stored: [1: ["x"]]))
  }
}
