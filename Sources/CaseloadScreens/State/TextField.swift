/// One line of text that the user types, edited by scalars: filter errors name their place in scalars too.
public struct TextField: Hashable, Sendable {
  /// What was typed.
  public private(set) var scalars: [Unicode.Scalar]
  /// Where the next character goes, 0...scalars.count.
  public private(set) var caret: Int

  /// The longest text that is taken; what comes after is dropped.
  static let limit = 1_000

  /// A field that holds a text, with the caret behind it.
  public init(_ text: String = "") {
    scalars = Array(text.unicodeScalars.prefix(Self.limit))
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
    guard scalars.count < Self.limit else { return }
    scalars.insert(scalar, at: caret)
    caret += 1
  }

  /// Puts pasted text in: line breaks and tabs become spaces, other control characters are dropped.
  mutating func paste(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control: if scalar == "\n" || scalar == "\t" { insert(" ") }
      case .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: continue
      default: insert(scalar)
      }
    }
  }

  /// Replaces a range of scalars, as a completion does; a range outside the text is cut to it.
  mutating func replace(_ range: Range<Int>, with text: String) {
    let range = range.clamped(to: 0..<scalars.count)
    let new = Array(text.unicodeScalars.prefix(max(0, Self.limit - scalars.count + range.count)))
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

  mutating func moveToStart() { caret = 0 }
  mutating func moveToEnd() { caret = scalars.count }

  /// Takes away the word before the caret.
  mutating func deleteWord() {
    var start = caret
    while start > 0, scalars[start - 1] == " " { start -= 1 }
    while start > 0, scalars[start - 1] != " " { start -= 1 }
    scalars.removeSubrange(start..<caret)
    caret = start
  }

  /// Takes away all that stands before the caret.
  mutating func deleteToStart() {
    scalars.removeSubrange(..<caret)
    caret = 0
  }

  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }
}
