/// How the cells of a spreadsheet show their numbers, by the number of their style.
final class SheetFormats: XMLHandler {
  /// What a style makes of a number, as far as it matters to a reader.
  enum Form: Equatable {
    case plain
    case day, dayAndTime, time
    case percent
    /// Digits in fixed places, such as a number of nine digits with its leading zeros.
    case mask(NumberMask)
  }

  private var forms: [Form] = []
  private var own: [Int: Form] = [:]
  private var isInCells = false

  init(_ archive: ZipArchive, _ path: String?) throws(SpreadsheetFault) {
    guard let path, let entry = try archive.open(path, as: .formats, limit: 64 << 20) else { return }
    try XMLStream(entry, self).run()
  }

  /// The form of a style; plain for a number that no style has.
  subscript(style: Int) -> Form { forms.indices.contains(style) ? forms[style] : .plain }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name("cellXfs") {
      isInCells = true
    } else if name("xf"), isInCells {
      let id = attributes.int("numFmtId") ?? 0
      forms.append(own[id] ?? Self.builtIn(id))
    } else if name("numFmt"), let id = attributes.int("numFmtId"), let code = attributes("formatCode") {
      own[id] = Self.form(code)
    }
  }

  func end(_ name: XMLName) {
    if name("cellXfs") { isInCells = false }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// The formats that no file spells out (ECMA-376, part 1, 18.8.30); those of East Asia are days too.
  private static func builtIn(_ id: Int) -> Form {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: .day
    case 18...21, 32...35, 45...47, 55, 56: .time
    case 22: .dayAndTime
    case 9, 10: .percent
    default: .plain
    }
  }

  /// What a format's first section, for numbers above zero, is made of.
  static func form(_ code: String) -> Form {
    var letters = ""
    var quoted = false
    var bracket: String?
    var skip = false
    var elapsed = false
    scan: for scalar in code.unicodeScalars {
      if skip {
        skip = false
        continue
      }
      switch scalar {
      case "\"": quoted.toggle()
      case _ where quoted: break
      case "\\", "_", "*": skip = true
      case "[": bracket = ""
      case "]":
        // [h], [mm] and [ss] are lengths of time; anything else in brackets is a colour, a locale or a condition.
        if let bracket, !bracket.isEmpty, bracket.allSatisfy({ "hmsHMS".contains($0) }) { elapsed = true }
        bracket = nil
      case _ where bracket != nil: bracket?.unicodeScalars.append(scalar)
      case ";": break scan
      default: letters.unicodeScalars.append(scalar)
      }
    }
    let section = letters.lowercased()
    if section == "general" || section == "@" || section.isEmpty && !elapsed { return .plain }
    let hasDay = section.contains("d") || section.contains("y")
    let hasTime = section.contains("h") || section.contains("s") || elapsed
    if hasDay { return hasTime ? .dayAndTime : .day }
    if hasTime { return .time }
    // A month alone, such as "mmm", is a day of which the rest is not shown.
    if section.contains("m") { return .day }
    if section.contains("%") { return .percent }
    return NumberMask(code).map(Form.mask) ?? .plain
  }
}

/// A format of whole numbers that puts digits in fixed places: `000000000`, `00"-"00000000`.
struct NumberMask: Equatable {
  private enum Piece: Equatable {
    /// A digit, shown even where there is none to show.
    case digit
    /// A digit where there is one.
    case optional
    case literal(UInt8)
  }

  private let pieces: [Piece]

  /// Nil for any other format, and where the mask shows a number just as it is.
  init?(_ code: String) {
    var pieces: [Piece] = []
    var isQuoted = false
    var isEscaped = false
    var depth = 0
    for byte in code.utf8 {
      guard byte < 0x80 else { return nil }
      if isEscaped {
        pieces.append(.literal(byte))
        isEscaped = false
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case _ where isQuoted: pieces.append(.literal(byte))
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case _ where depth > 0: break
      case UInt8(ascii: "\\"): isEscaped = true
      case UInt8(ascii: "0"): pieces.append(.digit)
      case UInt8(ascii: "#"), UInt8(ascii: "?"): pieces.append(.optional)
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"):
        pieces.append(.literal(byte))
      case UInt8(ascii: ";"):
        self.pieces = pieces
        guard isUseful else { return nil }
        return
      default: return nil
      }
      guard pieces.count <= 40 else { return nil }
    }
    self.pieces = pieces
    guard isUseful else { return nil }
  }

  private var isUseful: Bool {
    pieces.count { $0 == .digit } > 1
      || pieces.contains { if case .literal = $0 { true } else { false } }
        && pieces.contains { $0 == .digit || $0 == .optional }
  }

  /// The digits of a whole number in their places; those that have none stand before the first.
  func text(_ digits: String) -> String {
    var rest = Array(digits.utf8)
    var out: [UInt8] = []
    let first = pieces.firstIndex { $0 == .digit || $0 == .optional } ?? 0
    for index in pieces.indices.reversed() {
      switch pieces[index] {
      case .literal(let byte):
        // What stands between digits that are not shown is not shown either.
        if index > first, rest.isEmpty, !pieces[..<index].contains(.digit) { continue }
        out.append(byte)
      case .digit: out.append(rest.popLast() ?? UInt8(ascii: "0"))
      case .optional: if let digit = rest.popLast() { out.append(digit) }
      }
      if index == first {
        while let digit = rest.popLast() { out.append(digit) }
      }
    }
    return String(decoding: out.reversed(), as: UTF8.self)
  }
}
