import Foundation
import Testing

extension OnATerminal {
  /// One scene from start to end, as a colleague who has never seen the program goes through it: each step begins
  /// where the one before left her.
  @Suite("A new colleague's first ten minutes")
  struct FirstTenMinutesTests {
    @Test(
      "she finds, reads, narrows, saves, crosses, looks a key up, changes the language, and is back where she was",
      arguments: [FirstTenMinutesWords.english, .dutch], [Window(140, 40), Window(80, 24)])
    func tenMinutes(_ words: FirstTenMinutesWords, _ window: Window) throws {
      let colleague = try NewColleague(words, window)
      try colleague.starts()
      try colleague.findsByHalfAName()
      try colleague.readsADefinition()
      let (count, unknown) = try colleague.narrowsByABar()
      try colleague.savesAWorklist(count, unknown: unknown)
      try colleague.crossesTwoFields(count)
      try colleague.runsAKeyFromTheList()
      try colleague.switchesTheLanguage()
      try colleague.startsAgainWhereSheWas()
    }

    /// The size of a terminal.
    struct Window: Sendable, CustomTestStringConvertible {
      let columns: Int
      let rows: Int

      init(_ columns: Int, _ rows: Int) { (self.columns, self.rows) = (columns, rows) }

      /// All four panes and the bar of worklists are in sight.
      var isWide: Bool { columns >= 120 }
      var testDescription: String { "\(columns)x\(rows)" }
    }
  }
}
