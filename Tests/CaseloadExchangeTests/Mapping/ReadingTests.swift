import CaseloadCore
import Testing

@testable import CaseloadExchange

@Suite struct NumberReadingTests {
  @Test(arguments: [
    ("16", 16...16), ("16..24", 16...24), ("16-24", 16...24), ("16 - 24", 16...24), ("16 t/m 24", 16...24),
    ("16 tot 24 uur", 16...24), ("24 uur per week", 24...24), ("36,0", 36...36), ("36.5", 36...37),
    ("0", 0...0),
    ("16–24", 16...24), ("007", 7...7),
  ])
  func isANumber(_ text: String, _ wanted: ClosedRange<Int>) {
    #expect(NumberReading.range(text) == wanted)
  }

  @Test(arguments: [
    "", "-", "-5", "24-16", "16..", "..16", "veel", "16 of 24", "1.2.3", "9999999999", "1,,2", "½", "١٦",
    "16 banaan",
    "16-24-32",
  ])
  func isNoNumber(_ text: String) {
    #expect(NumberReading.range(text) == nil)
  }
}

@Suite struct ChoiceReadingTests {
  private func reading(_ id: FieldID) throws -> (Field, ChoiceReading) {
    let field = try #require(Catalogue.standard[id])
    return (field, ChoiceReading(field))
  }

  private func codes(_ field: Field, _ set: ChoiceSet?) -> [String]? {
    set.map { $0.places.map { field.choices[$0].code } }
  }

  @Test(arguments: [
    ("VMBO", ["vmbo"]), ("MBO", ["mbo1", "mbo2", "mbo3", "mbo4"]), ("mbo 3/4", ["mbo3", "mbo4"]),
    ("MBO-2", ["mbo2"]), ("havo/vwo", ["havo", "vwo"]), ("HAVO / VWO", ["havo", "vwo"]), ("WO", ["wo"]),
    ("Universiteit", ["wo"]),
  ])
  func education(_ text: String, _ wanted: [String]) throws {
    let (field, reading) = try reading("education")
    #expect(codes(field, reading.oneOf(text)) == wanted)
  }

  @Test(arguments: ["", "xyz", "havo/xyz", "/", "mbo 9"])
  func educationNotUnderstood(_ text: String) throws {
    #expect(try reading("education").1.oneOf(text) == nil)
  }

  @Test(arguments: [
    ("B", ["B"]), ("B+", ["B+"]), ("b", ["B"]), ("A,B,C,BE", ["A", "B", "BE", "C"]),
    ("B BE C", ["B", "BE", "C"]),
    ("B; CE", ["B", "CE"]), ("B en CE", ["B", "CE"]), ("geen", ["none"]), ("", []),
  ])
  func licences(_ text: String, _ wanted: [String]) throws {
    let (field, reading) = try reading("licence")
    let found = reading.several(text, split: nil)
    #expect(codes(field, found.set) == wanted)
    #expect(found.rest == [])
  }

  @Test func whatIsNotUnderstoodStandsBeside() throws {
    let (field, reading) = try reading("licence")
    let found = reading.several("B, heftruck", split: ",")
    #expect(codes(field, found.set) == ["B"])
    #expect(found.rest == ["heftruck"])
  }

  /// Every code, label and synonym of the catalogue is understood as its own choice.
  @Test func everySpellingOfTheCatalogueIsUnderstood() {
    for field in Catalogue.standard.fields where !field.choices.isEmpty {
      let reading = ChoiceReading(field)
      for (place, choice) in field.choices.enumerated() {
        #expect(reading.oneOf(choice.code) == ChoiceSet(place: place), "\(field.id) \(choice.code)")
        #expect(
          reading.oneOf(choice.label.english)?.contains(place: place) == true, "\(field.id) \(choice.code)")
      }
    }
  }

  @Test func targets() throws {
    let (field, reading) = try reading("speaks")
    #expect(codes(field, reading.target("A1..B1")) == ["A1", "A2", "B1"])
    #expect(codes(field, reading.target("A1|C2")) == ["A1", "C2"])
    #expect(reading.target("B1..A1") == nil)
    #expect(reading.target("D1") == nil)
    #expect(reading.target("") == nil)
  }
}

@Suite struct KeyReadingTests {
  private func key(_ text: String, citizen: Bool = true) throws -> String? {
    try Array(text.utf8).withUnsafeBufferPointer { bytes in
      try KeyReading(isCitizenNumber: citizen).key(bytes) { Mapping.usualEmpty.contains(Folding.fold($0)) }?
        .text
    }
  }

  @Test func zerosAndDotsAreMended() throws {
    #expect(try key("012345678") == "012345678")
    #expect(try key("12345678") == "012345678")
    #expect(try key(" 1234.56.78 ") == "012345678")
    #expect(try key("12345678", citizen: false) == "12345678")
    #expect(try key("AB-12") == "AB-12")
  }

  @Test(arguments: ["", "  ", "NNB", "??", "000000000", "0"])
  func nobody(_ text: String) throws {
    #expect(try key(text) == nil)
  }

  @Test func elevenTest() {
    #expect(KeyReading.passesElevenTest(RegisterKey("111222333")))
    #expect(!KeyReading.passesElevenTest(RegisterKey("111222334")))
    #expect(!KeyReading.passesElevenTest(RegisterKey("12345678")))
    #expect(!KeyReading.passesElevenTest(RegisterKey("11122233x")))
  }

  @Test func aKeyTooLongIsRefused() {
    #expect(throws: EntryText.Refusal.tooLong(limit: 100)) { try key(String(repeating: "x", count: 101)) }
  }
}
