import CaseloadCore
import Cells

/// Says things in the reader's language, as text that is safe to show.
public struct Speech: Sendable {
  /// Whose words, and which day it is.
  let context: Context
  /// The keys that sentences name.
  let keymap: Keymap

  /// The words of a reader.
  public init(_ context: Context, _ keymap: Keymap = .standard) {
    self.context = context
    self.keymap = keymap
  }

  /// A phrase. `{key:ID}` in it becomes the key of that action.
  public func callAsFunction(_ phrase: Phrase) -> TerminalText {
    TerminalText(data: keymap.fill(phrase.text(in: context.language)))
  }

  /// A phrase with its places `{0}`, `{1}` … filled. What is filled in is never read as a place itself.
  public func callAsFunction(_ phrase: Phrase, _ parts: TerminalText...) -> TerminalText {
    self(phrase, parts: parts)
  }

  /// The same with its parts in a list.
  public func callAsFunction(_ phrase: Phrase, parts: [TerminalText]) -> TerminalText {
    var result: [TerminalText] = []
    var rest = Substring(keymap.fill(phrase.text(in: context.language)))
    while let open = rest.firstIndex(of: "{") {
      let after = rest.index(after: open)
      guard let close = rest[after...].firstIndex(of: "}") else { break }
      result.append(TerminalText(data: String(rest[..<open])))
      if let place = Int(rest[after..<close]), parts.indices.contains(place) { result.append(parts[place]) }
      rest = rest[rest.index(after: close)...]
    }
    result.append(TerminalText(data: String(rest)))
    return result.joined()
  }

  /// A day: "9 Jul", with its year where that is not this year's.
  func day(_ day: Day) -> TerminalText { TerminalText(data: DayText.short(day, context)) }

  /// A period in words: "3 months", "8 weeks".
  func period(_ period: Period) -> TerminalText { TerminalText(data: period.words(in: context.language)) }

  /// How long ago a day is, its parts in columns of two digits so that a list reads straight: "4 m 12 d",
  /// "3 m  2 d"; a minus stands before what is still to come.
  func ago(_ day: Day) -> TerminalText {
    let today = context.today
    if day == today { return self(Words.today) }
    let (months, days) =
      day < today ? DayText.parts(from: day, to: today) : DayText.parts(from: today, to: day)
    let sign: TerminalText = day < today ? "" : "-"
    let rest: TerminalText = days < 10 && months > 0 ? " \(days)" : "\(days)"
    let tail: TerminalText = "\(rest) \(self(Words.day))"
    return months > 0 ? "\(sign)\(months) \(self(Words.month)) \(tail)" : "\(sign)\(tail)"
  }
}
