import Testing

@testable import CaseloadCore

@Suite struct ByteTextsTests {
  @Test func everyTextHasOneNumberAndAFullTableTakesNoMore() {
    var random = SystemRandomNumberGenerator()
    var texts = ByteTexts(most: 500)
    var numbers: [[UInt8]: Int] = [:]
    for _ in 0..<4_000 {
      // Short ones over few letters come again; lengths around eight cross the steps of the hash.
      let text = (0..<Int.random(in: 0...18, using: &random)).map { _ in
        UInt8.random(in: 97...98, using: &random)
      }
      text.withUnsafeBufferPointer { bytes in
        let place = texts.find(bytes)
        #expect(place.number == numbers[text])
        guard place.number == nil else { return }
        let number = texts.put(bytes, at: place)
        #expect(number == (numbers.count < 500 ? numbers.count : nil))
        numbers[text] = number
      }
    }
    #expect(texts.isFull && texts.count == 500 && numbers.count == 500)
  }
}
