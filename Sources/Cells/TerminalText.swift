/// Text that may be shown: the only type that a `Frame` or a print accepts, on the screen and after it.
///
/// Text from data enters through `init(data:)`, which makes control characters, escape sequences, bidirectional
/// controls and invisible characters visible. Our own words are literals. Interpolation takes other
/// `TerminalText`s, whole numbers and `data:`:
///
///     let line: TerminalText = "Client \(number) · \(data: name)"
public struct TerminalText: Hashable, Sendable {
  /// The text, already harmless.
  public let string: String
  /// Columns it takes on a terminal.
  public let width: Int
  /// True when every scalar is a cell of one column: the fast path of drawing and clipping.
  let isSimple: Bool

  /// Text from data, from a file or from the system: hostile until shown visibly. Newlines and tabs are shown
  /// as `‹U+000A›` too; use `lines(data:)` for notes of several lines.
  public init(data: String) {
    // Nearly all text is simple: then one pass counts and checks it, and nothing is copied.
    if let width = TerminalText.widthIfSimple(data) {
      self.init(string: data, width: width, isSimple: true)
    } else {
      self.init(safe: Escaping.visible(data))
    }
  }

  /// The empty text.
  public init() { self.init(string: "", width: 0, isSimple: true) }

  /// A whole number in decimal digits without grouping.
  public init(_ number: Int) { self.init(data: String(number)) }

  /// Text that has been through `Escaping` already, or is made of such text.
  init(safe string: String) {
    if let width = TerminalText.widthIfSimple(string) {
      self.init(string: string, width: width, isSimple: true)
    } else {
      self.init(string: string, width: Clusters(string).reduce(0) { $0 + $1.width }, isSimple: false)
    }
  }

  /// Text whose width is known; `isSimple` where every scalar is harmless and a cell of one column.
  init(string: String, width: Int, isSimple: Bool) {
    self.string = string
    self.width = width
    self.isSimple = isSimple
  }

  /// The columns when every scalar is harmless and a cell of one column; nil when one is not.
  private static func widthIfSimple(_ text: String) -> Int? {
    let ascii = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? bytes.count : -1
    }
    if let ascii, ascii >= 0 { return ascii }
    var width = 0
    for scalar in text.unicodeScalars {
      guard ScalarWidth.isSimple(scalar.value) else { return nil }
      width += 1
    }
    return width
  }

  /// True when there is nothing to show.
  public var isEmpty: Bool { string.isEmpty }

  /// Notes of several lines on one: the lines that hold something, a blank between them.
  public static func oneLine(data: String) -> TerminalText {
    lines(data: data).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Notes of several lines: split at real line breaks (LF, CR LF, CR) first, then each line made harmless.
  public static func lines(data: String) -> [TerminalText] {
    var lines: [TerminalText] = []
    var line = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in data.unicodeScalars {
      if scalar == "\n" && afterReturn {
        afterReturn = false
        continue
      }
      afterReturn = scalar == "\r"
      if scalar == "\n" || scalar == "\r" {
        lines.append(TerminalText(data: String(line)))
        line = String.UnicodeScalarView()
      } else {
        line.append(scalar)
      }
    }
    lines.append(TerminalText(data: String(line)))
    return lines
  }

  /// The two texts after one another.
  public static func + (left: TerminalText, right: TerminalText) -> TerminalText {
    if left.isEmpty { return right }
    if right.isEmpty { return left }
    // Escaped again: each half may be harmless and the seam not (marks pile up, half a flag meets half).
    return TerminalText(data: left.string + right.string)
  }

  /// Puts `right` after `left`.
  public static func += (left: inout TerminalText, right: TerminalText) { left = left + right }

  /// One character repeated, such as a rule of `─`; nothing for a count below 1.
  public static func repeating(_ text: TerminalText, count: Int) -> TerminalText {
    count < 1 ? TerminalText() : TerminalText(data: String(repeating: text.string, count: count))
  }
}

extension TerminalText: CustomStringConvertible {
  /// The text itself.
  public var description: String { string }
}

extension TerminalText: ExpressibleByStringInterpolation {
  /// Our own words. They too are escaped, so that a slip in a source file is seen and does no harm.
  public init(stringLiteral value: String) { self.init(data: value) }

  /// Text put together from literals, harmless texts and numbers.
  public init(stringInterpolation: StringInterpolation) { self.init(data: stringInterpolation.text) }

  /// Collects the parts of an interpolated text.
  public struct StringInterpolation: StringInterpolationProtocol {
    var text = ""

    /// Starts with room for the literal parts.
    public init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    /// A literal part.
    public mutating func appendLiteral(_ literal: String) { text += literal }

    /// A harmless part.
    public mutating func appendInterpolation(_ part: TerminalText) { text += part.string }

    /// A whole number.
    public mutating func appendInterpolation(_ number: Int) { text += String(number) }

    /// A part from data; it is made harmless with the whole.
    public mutating func appendInterpolation(data: String) { text += TerminalText(data: data).string }
  }
}

extension Sequence where Element == TerminalText {
  /// The texts with the separator between them.
  public func joined(separator: TerminalText = "") -> TerminalText {
    var text = ""
    var first = true
    for part in self {
      if !first { text += separator.string }
      text += part.string
      first = false
    }
    return TerminalText(data: text)
  }
}
