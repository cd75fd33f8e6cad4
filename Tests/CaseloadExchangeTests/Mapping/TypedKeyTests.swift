import CaseloadCore
import CaseloadExchange
import Testing

@Suite struct TypedKeyTests {
  /// How many keys the register has, and how many of them are nine digits.
  private static let (all, most, some, none, new) = ((9, 9), (9, 5), (9, 1), (9, 0), (0, 0))

  @Test(arguments: [
    (" 123.456.782 ", all, "123456782"), ("23456784", all, "023456784"), ("AB-12", all, "AB-12"),
    ("123.456.782", most, "123456782"), ("23456784", most, "023456784"),
    ("123.456.782", some, "123456782"), ("123 456 782", new, "123456782"), ("23456784", some, "23456784"),
    ("1.234", new, "1.234"), ("123.456.782", none, "123.456.782"), ("AB-12", none, "AB-12"),
    ("0012", none, "0012"), ("0012", new, "0012"),
  ])
  func itIsReadAsInAFile(typed: String, keys: (Int, Int), key: String) {
    #expect(TypedKey.read(typed, beside: keys)?.key.text == key)
  }

  @Test(arguments: ["", "  ", "??", "onbekend", "a\0b"])
  func nothingIsNoKey(typed: String) {
    for keys in [Self.all, Self.new, Self.none] { #expect(TypedKey.read(typed, beside: keys) == nil) }
  }

  @Test func whatFailsTheElevenTestIsDoubted() {
    #expect(TypedKey.read("123456789", beside: Self.all)?.isDoubtful == true)
    #expect(TypedKey.read("123456782", beside: Self.all)?.isDoubtful == false)
    #expect(TypedKey.read("123.456.789", beside: Self.new)?.isDoubtful == true)
    // Keys of another kind have no check digit.
    #expect(TypedKey.read("123456789", beside: Self.none)?.isDoubtful == false)
    #expect(TypedKey.read("AB-12", beside: Self.new)?.isDoubtful == false)
  }
}
