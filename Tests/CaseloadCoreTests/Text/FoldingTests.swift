import Testing

@testable import CaseloadCore

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Łukasz", "lukasz"), ("NGUYỄN THỊ HOA", "nguyen thi hoa"), ("Đặng Ươm", "dang uom"),
    ("İstanbul", "istanbul"), ("Işık", "isik"), ("Öztürk Şahin", "ozturk sahin"), ("Groß", "gross"),
    ("GROẞ", "gross"), ("Ægir", "aegir"), ("Bjørn Þór", "bjorn thor"), ("Œuvre", "oeuvre"),
    ("Ĳsbrand", "ijsbrand"),
    ("Çelik", "celik"), ("O'Connor", "o'connor"), ("Ștefan Țurcanu", "stefan turcanu"), ("王 芳", "王 芳"),
    ("Zoë", "zoe"), ("Zoe\u{308}", "zoe"), ("ΑΛΈΞΗΣ", "αλέξησ"), ("МОСКВА", "москва"), ("", ""),
    ("123-B+", "123-b+"),
  ])
  func foldsCaseAndMarks(text: String, folded: String) {
    #expect(Folding.fold(text) == folded)
  }

  @Test func foldingTwiceIsFoldingOnce() {
    // Everything below the CJK blocks, in which all alphabets with case lie.
    for value in UInt32(0)..<0x2E80 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = Folding.fold(String(scalar))
      #expect(Folding.fold(once) == once, "U+\(String(value, radix: 16))")
    }
  }

  @Test func keysKeepLettersAndDigitsOnly() {
    #expect(Folding.key("Beschikbare uren/wk") == Folding.key("beschikbare_uren_wk"))
    #expect(Folding.key("E-mailadres") == "emailadres")
    #expect(Folding.key("  -- ") == "")
    #expect(Folding.key("Vijfde\u{0}\u{1B}[2J") == "vijfde2j")
  }
}
