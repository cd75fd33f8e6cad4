import CaseloadCore
import CaseloadExchange
import Testing

@Suite struct TypedKeyTests {
  @Test(arguments: [
    (" 123.456.782 ", true, "123456782"), ("23456784", true, "023456784"), ("AB-12", true, "AB-12"),
    ("AB-12", false, "AB-12"), ("0012", false, "0012"),
  ])
  func itIsReadAsInAFile(typed: String, isCitizenNumber: Bool, key: String) {
    #expect(TypedKey.read(typed, isCitizenNumber: isCitizenNumber)?.text == key)
  }

  @Test(arguments: ["", "  ", "??", "onbekend", "a\0b"])
  func nothingIsNoKey(typed: String) {
    #expect(TypedKey.read(typed, isCitizenNumber: true) == nil)
  }
}
