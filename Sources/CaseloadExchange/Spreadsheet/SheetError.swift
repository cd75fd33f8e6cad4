/// What a spreadsheet writes where a formula failed, in English and in Dutch. It is never a value, in whatever file
/// it stands: the field is empty, and the text is kept as not understood.
enum SheetError {
  private static let all: Set<String> = [
    "#N/A", "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#GETTING_DATA", "#SPILL!", "#CALC!",
    "#N/B", "#LEEG!", "#DEEL/0!", "#WAARDE!", "#VERW!", "#NAAM?", "#GETAL!",
  ]

  static func isOne(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "#") && all.contains(text.uppercased())
  }
}
