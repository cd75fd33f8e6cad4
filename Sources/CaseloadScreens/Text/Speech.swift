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
    // By bytes: characters cost more than all the rest of a frame.
    var words = keymap.fill(phrase.text(in: context.language))
    let text = words.withUTF8 { bytes -> String in
      var text = ""
      text.reserveCapacity(bytes.count + 16 * parts.count)
      var rest = bytes[...]
      while let open = rest.firstIndex(of: UInt8(ascii: "{")),
        let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
      {
        text += String(decoding: rest[..<open], as: UTF8.self)
        let name = String(decoding: rest[(open + 1)..<close], as: UTF8.self)
        if let place = Int(name), parts.indices.contains(place) { text += parts[place].string }
        rest = rest[(close + 1)...]
      }
      return text + String(decoding: rest, as: UTF8.self)
    }
    return TerminalText(data: text)
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
