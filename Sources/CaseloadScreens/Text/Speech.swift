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

  /// A phrase with its places `{0}`, `{1}` … filled. What is filled in is never read as a place itself. `{key:ID}`
  /// in it becomes the key of that action.
  public func callAsFunction(_ phrase: Phrase, _ parts: TerminalText...) -> TerminalText {
    self(phrase, parts: parts)
  }

  /// A text that says how many, with the places after `{0}` filled.
  public func callAsFunction(_ plural: Plural, _ count: Int, _ parts: TerminalText...) -> TerminalText {
    self(plural.form(count), parts: [TerminalText(count)] + parts)
  }

  /// The same with its parts in a list.
  public func callAsFunction(_ phrase: Phrase, parts: [TerminalText]) -> TerminalText {
    Self.fill(keymap.fill(phrase.text(in: context.language)), parts)
  }

  /// Why something cannot be kept.
  func callAsFunction(_ refusal: EntryRefusal) -> TerminalText {
    self(refusal.phrase, parts: refusal.arguments.map { TerminalText(data: $0) })
  }

  /// A phrase with its places filled, in a language.
  public static func say(_ phrase: Phrase, _ parts: [TerminalText], in language: Language) -> TerminalText {
    fill(phrase.text(in: language), parts)
  }

  private static func fill(_ text: String, _ parts: [TerminalText]) -> TerminalText {
    TerminalText(data: parts.isEmpty ? text : Template(text).filled(parts.map(\.string)))
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

  /// The columns of the longest usual `ago`, "10 m 21 d", so that days stand under days.
  static let agoWidth = 9
}
