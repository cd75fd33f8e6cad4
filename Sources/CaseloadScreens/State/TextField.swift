/// Text that the user types, edited by scalars: filter errors name their place in scalars too. One line, or, where it
/// is long, several.
public struct TextField: Hashable, Sendable {
  /// What was typed.
  public private(set) var scalars: [Unicode.Scalar]
  /// Where the next character goes, 0...scalars.count.
  public private(set) var caret: Int

  /// It holds several lines, with `\n` between them.
  public let isLong: Bool

  /// The longest text that is taken; what comes after is dropped.
  var limit: Int { isLong ? 20_000 : 1_000 }

  /// A field that holds a text, with the caret behind it.
  public init(_ text: String = "", isLong: Bool = false) {
    self.isLong = isLong
    scalars = []
    caret = 0
    scalars = Array(text.unicodeScalars.prefix(limit))
    caret = scalars.count
  }

  /// The text.
  public var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The text without the blanks around it.
  var trimmed: String {
    var scalars = scalars[...]
    while scalars.last == " " { scalars.removeLast() }
    while scalars.first == " " { scalars.removeFirst() }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Nothing was typed.
  public var isEmpty: Bool { scalars.isEmpty }

  /// The text before the caret.
  var head: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.prefix(caret))
    return String(view)
  }

  mutating func insert(_ scalar: Unicode.Scalar) {
    guard scalars.count < limit else { return }
    scalars.insert(scalar, at: caret)
    caret += 1
  }

  /// Puts pasted text in: tabs become spaces, and so do line breaks where there is one line; other control characters
  /// are dropped.
  mutating func paste(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control: if scalar == "\n" { insert(isLong ? "\n" : " ") } else if scalar == "\t" { insert(" ") }
      case .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: continue
      default: insert(scalar)
      }
    }
  }

  /// Replaces a range of scalars, as a completion does; a range outside the text is cut to it.
  mutating func replace(_ range: Range<Int>, with text: String) {
    let range = range.clamped(to: 0..<scalars.count)
    let new = Array(text.unicodeScalars.prefix(max(0, limit - scalars.count + range.count)))
    scalars.replaceSubrange(range, with: new)
    caret = range.lowerBound + new.count
  }

  mutating func backspace() {
    guard caret > 0 else { return }
    caret -= 1
    scalars.remove(at: caret)
  }

  mutating func delete() {
    guard caret < scalars.count else { return }
    scalars.remove(at: caret)
  }

  /// Moves the caret by one character, over the marks that stand on it.
  mutating func move(by step: Int) {
    repeat {
      let target = caret + (step < 0 ? -1 : 1)
      guard (0...scalars.count).contains(target) else { return }
      caret = target
    } while caret < scalars.count && isMark(scalars[caret])
  }

  /// Puts the caret on a place, within the text.
  mutating func move(to place: Int) { caret = min(max(0, place), scalars.count) }

  /// To the start and to the end of the line.
  mutating func moveToStart() { caret = lineStart }
  mutating func moveToEnd() { caret = scalars[caret...].firstIndex(of: "\n") ?? scalars.count }

  private var lineStart: Int { scalars[..<caret].lastIndex(of: "\n").map { $0 + 1 } ?? 0 }

  /// Takes away the word before the caret.
  mutating func deleteWord() {
    var start = caret
    while start > 0, scalars[start - 1] == " " { start -= 1 }
    while start > 0, scalars[start - 1] != " ", scalars[start - 1] != "\n" { start -= 1 }
    if start == caret, start > 0 { start -= 1 }
    scalars.removeSubrange(start..<caret)
    caret = start
  }

  /// Takes away all that stands before the caret in its line; at the line's start, the line break.
  mutating func deleteToStart() {
    let start = lineStart == caret ? max(0, caret - 1) : lineStart
    scalars.removeSubrange(start..<caret)
    caret = start
  }

  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }
}
