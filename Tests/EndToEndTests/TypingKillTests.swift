import Foundation
import Testing

extension OnATerminal {
  /// Killed at any moment of typing and saving, nothing is lost that the screen said was saved, and of what was typed
  /// no more than half a second.
  @Suite("Killed while she types and saves")
  struct TypingKillTests {
    /// The number of the client on whom the dashboard opens.
    private static func number() throws -> String {
      let room = try Room()
      try room.takeDemo()
      let list = try room.onStore("list", "--all", "--format", "json", "--today", "2026-11-21")
      let row = try #require(try Answers(list).rows.first { $0["name"] as? String == TypingKill.client })
      return "\(try #require(row["number"] as? Int))"
    }

    @Test("at random moments: what was saved is there, what was typed is a draft, the store is whole")
    func random() throws {
      let isSoak = ProcessInfo.processInfo.environment["CASELOAD_SOAK"] == "1"
      let seed = UInt64.random(in: 0...9_999_999)
      print("typing killed at moments of seed \(seed)")
      var random = SeededGenerator(seed: seed)
      let number = try Self.number()
      var found: [String: Int] = [:]
      for run in 0..<(isSoak ? 300 : 6) {
        let words = (0..<Int.random(in: 2...9, using: &random)).map { "w\(run)x\($0)z" }
        let pauses = words.map { _ in Double.random(in: 0...0.3, using: &random) }
        let length = pauses.reduce(0.1) { $0 + $1 + 0.02 }
        // A third of them about the save, where the answer is written and said.
        let moment: TypingKill.Moment =
          switch run % 3 {
          case 0: .typing(Double.random(in: 0...(length + 0.8), using: &random))
          case 1: .afterSave(Double.random(in: 0...0.3, using: &random))
          default: .after(Double.random(in: 0...(length + 0.2), using: &random))
          }
        let evidence = try TypingKill(number: number).run(words, pauses: pauses, moment)
        #expect(evidence.wrong == nil, "run \(run), seed \(seed), \(moment): \(evidence)")
        let state = evidence.inStore > 0 ? "saved" : evidence.inDraft == nil ? "nothing" : "draft"
        found[state + (evidence.isAcknowledged ? " and said so" : ""), default: 0] += 1
      }
      print("after the kills: \(found)")
      #expect(
        found.keys.contains { $0 != "nothing" }, "no kill came after anything was kept: it shows nothing")
    }

    @Test("canary: words that nobody typed are missed")
    func neverTyped() throws {
      var evidence = try TypingKill(number: try Self.number()).run(
        ["wAz", "wBz"], pauses: [0.1, 0.9], .typing(1.2))
      #expect(evidence.wrong == nil, "\(evidence)")
      #expect(evidence.shown == 2 && evidence.inDraft == 2)
      // A word on the screen that the draft has not.
      evidence.words.append("wCz")
      evidence.shown = 3
      #expect(evidence.wrong != nil)
    }

    @Test("canary: the judge notices what is missing, what is half there and a store that is not whole")
    func judge() {
      typealias Evidence = TypingKill.Evidence
      let words = ["a", "b", "c"]
      func wrong(shown: Int = 3, said: Bool = false, store: Int = 0, draft: Int? = nil, whole: Bool = true)
        -> Bool
      {
        Evidence(
          words: words, shown: shown, isAcknowledged: said, inStore: store, inDraft: draft, isWhole: whole
        ).wrong != nil
      }
      #expect(!wrong(said: true, store: 3) && !wrong(store: 3) && !wrong(draft: 3) && !wrong(shown: 0))
      #expect(!wrong(shown: 2, draft: 3) && !wrong(said: true, store: 3, draft: 3))
      #expect(wrong(said: true, draft: 3) && wrong(said: true, store: 2) && wrong(store: 1, draft: 3))
      #expect(wrong(draft: 2) && wrong() && wrong(said: true, store: 3, whole: false))
    }
  }
}
