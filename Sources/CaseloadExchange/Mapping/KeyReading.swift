import CaseloadCore

/// Reads the register's key of a row.
struct KeyReading: Sendable {
  /// Headers of the register's key, the surest first, folded to letters and digits.
  static let headers = [
    "bsn", "burgerservicenummer", "sofinummer", "registernummer", "klantnummer", "klantnr", "klantid",
    "clientnummer", "clientnr", "clientid", "persoonsnummer", "persoonid", "dossiernummer", "registerkey",
    "key",
  ]

  /// Whether keys are citizen service numbers.
  let isCitizenNumber: Bool

  /// The longest key that is taken.
  private static let longest = 100

  /// The key, or nil when the cell is empty or spells that nobody knows. A citizen service number loses its
  /// dots and spaces and gets back the leading zeros that a spreadsheet took.
  func key(_ cell: UnsafeBufferPointer<UInt8>, isEmpty: (String) -> Bool) throws(EntryText.Refusal)
    -> RegisterKey?
  {
    if isCitizenNumber, cell.count <= 9, cell.count > 7, cell.allSatisfy({ (48...57).contains($0) }),
      cell.contains(where: { $0 != 48 })
    {
      let text = String(decoding: cell, as: UTF8.self)
      return RegisterKey(cell.count == 9 ? text : "0" + text)
    }
    let text = try EntryText.text(of: cell, limit: Self.longest).trimmed
    guard !isEmpty(text) else { return nil }
    guard isCitizenNumber else { return RegisterKey(text) }
    let plain = Self.withoutDots(text)
    guard (1...9).contains(plain.count), plain.allSatisfy({ (48...57).contains($0) }) else {
      return RegisterKey(text)
    }
    guard plain.contains(where: { $0 != 48 }) else { return nil }
    return RegisterKey(
      String(repeating: "0", count: 9 - plain.count) + String(decoding: plain, as: UTF8.self))
  }

  /// A text without the signs with which people write a citizen service number.
  static func withoutDots(_ text: String) -> [UInt8] {
    text.utf8.filter { $0 != 0x20 && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") }
  }

  /// The 11-test of the citizen service number: nine digits with weights 9 to 2 and -1 add up to a multiple of
  /// eleven (Logisch ontwerp BSN). A key that fails it is taken all the same, with a warning.
  static func passesElevenTest(_ key: RegisterKey) -> Bool {
    let digits = key.text.utf8.map { Int($0) - 48 }
    guard digits.count == 9, digits.allSatisfy({ (0...9).contains($0) }) else { return false }
    var sum = 0
    for (index, digit) in digits.enumerated() { sum += digit * (index == 8 ? -1 : 9 - index) }
    return sum % 11 == 0
  }
}
