import CaseloadCore

/// What the cells of one column look like, gathered while a file is read: how many are filled, which spellings
/// there are, and of what shape.
struct ColumnProfile {
  let header: String
  /// Cells with any text that does not say "nobody recorded anything".
  private(set) var filled = 0
  /// How often each spelling stands in the column; no longer counted once there are too many.
  private(set) var spellings: [String: Int] = [:]
  /// There are more spellings than are counted.
  private(set) var hasMore = false
  private(set) var shortest = Int.max
  private(set) var longest = 0
  private var shapes: [String: Int] = [:]

  private static let most = 5_000

  init(header: String) { self.header = header }

  /// How many different spellings there are; nil: more than are counted.
  var different: Int? { hasMore ? nil : spellings.count }

  mutating func add(_ text: String) {
    filled += 1
    let length = text.unicodeScalars.count
    shortest = min(shortest, length)
    longest = max(longest, length)
    if spellings[text] != nil || spellings.count < Self.most {
      spellings[text, default: 0] += 1
    } else {
      hasMore = true
    }
    let shape = Self.shape(text)
    if shapes[shape] != nil || shapes.count < 100 { shapes[shape, default: 0] += 1 }
  }

  /// The shape of most cells, such as `9999AA`; nil where they are too different or too long to have one.
  var shape: String? {
    guard let (shape, count) = shapes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      count * 10 >= filled * 8, shape.unicodeScalars.count <= 20
    else { return nil }
    return shape
  }

  /// A text with every digit as 9 and every letter as A: what it looks like, and not what it says.
  private static func shape(_ text: String) -> String {
    var shape = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(32) {
      switch scalar {
      case "0"..."9": shape.append("9")
      case _ where scalar.properties.isAlphabetic: shape.append("A")
      case _ where scalar.value < 0x80 && scalar.value > 0x20: shape.append(scalar)
      default: shape.append(" ")
      }
    }
    return String(shape)
  }

  /// Spellings with how often each stands here, the commonest first.
  var commonest: [(text: String, count: Int)] {
    spellings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}

/// Which spellings of a column may be shown to somebody who asked for a mapping, not for people.
enum SampleRule {
  /// A value that fewer rows share may be one person's.
  private static let fewest = 3
  private static let mostDifferent = 40
  private static let longest = 40
  /// Words in a header that say that a column tells who somebody is.
  private static let telling = [
    "naam", "name", "bsn", "nummer", "number", "tel", "mobiel", "phone", "mail", "adres", "address", "straat",
    "street",
    "postcode", "geboort", "birth", "iban", "rekening", "notitie", "note", "opmerking", "toelichting",
    "verslag", "remark",
  ]

  /// Whether a column has so few spellings that they are a list of words and not of people.
  static func isListOfWords(_ column: ColumnProfile, field: Field?) -> Bool {
    guard let different = column.different, different <= mostDifferent else { return false }
    if let field {
      guard !field.choices.isEmpty else { return false }
      if isUnderstood(column, field) { return true }
      // A register's own codes; or a column that is not what its name says, and then it may hold anything.
      return different <= 12 && different * fewest <= column.filled
        && column.spellings.keys.allSatisfy { $0.utf8.count <= 12 && !$0.contains(" ") }
    }
    let header = Folding.key(column.header)
    return different * fewest <= column.filled && !telling.contains { header.contains($0) }
  }

  /// Whether half of a column's cells are choices of the field.
  private static func isUnderstood(_ column: ColumnProfile, _ field: Field) -> Bool {
    let reading = ChoiceReading(field)
    let known = column.spellings.reduce(0) { sum, spelling in
      let found = reading.oneOf(spelling.key) ?? reading.several(spelling.key, split: nil).set
      return found.isEmpty ? sum : sum + spelling.value
    }
    return known * 2 >= column.filled
  }

  /// The commonest values that may be shown; nil where none may.
  static func values(_ column: ColumnProfile, field: Field?) -> [(text: String, count: Int)]? {
    guard isListOfWords(column, field: field) else { return nil }
    let shown = column.commonest.filter { $0.count >= fewest && isWord($0.text) }
    return shown.isEmpty ? nil : Array(shown.prefix(8))
  }

  /// Whether a spelling is a word that can be shown: short, no number of somebody's, no address of mail.
  static func isWord(_ text: String) -> Bool {
    guard text.unicodeScalars.count <= longest, !text.contains("@") else { return false }
    var digits = 0
    for byte in text.utf8 {
      digits = (48...57).contains(byte) ? digits + 1 : 0
      if digits >= 5 { return false }
    }
    return true
  }
}
