import CaseloadCore
import Testing

@testable import CaseloadExchange

@Suite struct ExperienceReadingTests {
  @Test(arguments: [
    ("warehouse worker 3 jaar", "warehouse worker", 36), ("schilder (6 mnd)", "schilder", 6),
    ("driver 12 years", "driver", 144),
  ])
  func readsALengthBehindTheOccupation(text: String, occupation: String, months: Int) {
    #expect(ExperienceReading.item(text) == Experience(occupation: occupation, months: months))
  }

  @Test(arguments: ["kok", "3 jaar", "route 66 jaar geleden", "winkel 1998 jaar", "kok 0 jaar"])
  func keepsEveryWordWhereThereIsNoLength(text: String) {
    #expect(ExperienceReading.item(text) == Experience(occupation: text))
  }
}
