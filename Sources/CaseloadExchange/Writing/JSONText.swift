/// Writes JSON (RFC 8259) in which no character acts on the terminal that shows it: everything that is not
/// plainly seen is `\uXXXX`, a pair of them above U+FFFF. What a JSON reader makes of it is the text itself.
public enum JSONText {
  /// A value as JSON has it; objects keep the order they are given in.
  public indirect enum Value: Sendable, Equatable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case array([Value])
    case object([(key: String, value: Value)])

    public static func == (a: Value, b: Value) -> Bool { JSONText.text(a) == JSONText.text(b) }
  }

  /// A string with its quotes.
  public static func string(_ text: String) -> String {
    var line = ""
    append(text, to: &line)
    return line
  }

  /// A value on one line.
  public static func text(_ value: Value) -> String {
    var line = ""
    append(value, to: &line)
    return line
  }

  static func append(_ value: Value, to line: inout String) {
    switch value {
    case .null: line += "null"
    case .bool(let flag): line += flag ? "true" : "false"
    case .int(let number): line += String(number)
    // JSON has no infinity, and nothing that is read as a number is one.
    case .double(let number): line += number.isFinite ? number.description : "null"
    case .string(let text): append(text, to: &line)
    case .array(let items):
      line += "["
      for (index, item) in items.enumerated() {
        if index > 0 { line += ", " }
        append(item, to: &line)
      }
      line += "]"
    case .object(let members):
      line += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { line += ", " }
        append(member.key, to: &line)
        line += ": "
        append(member.value, to: &line)
      }
      line += "}"
    }
  }

  private static func append(_ text: String, to line: inout String) {
    line += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": line += "\\\""
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      case "\t": line += "\\t"
      case _ where HiddenScalar.isHidden(scalar):
        for unit in UTF16.encode(scalar) ?? .init() { line += "\\u" + HiddenScalar.hex(UInt32(unit)) }
      default: line.unicodeScalars.append(scalar)
      }
    }
    line += "\""
  }
}
