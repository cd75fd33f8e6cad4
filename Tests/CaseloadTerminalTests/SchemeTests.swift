import Cells
import Testing

@testable import CaseloadTerminal

/// What roles look like.
@Suite struct SchemeTests {
  @Test(arguments: Scheme.allCases) func selectionIsReverse(scheme: Scheme) {
    #expect(scheme.look(of: .selected).attributes.contains(.reverse))
    for role in Role.allCases where role != .selected {
      #expect(!scheme.look(of: role).attributes.contains(.reverse))
    }
    #expect(scheme.look(of: .normal) == Scheme.Look())
  }

  @Test func monochromeHasNoColours() {
    for role in Role.allCases { #expect(Scheme.monochrome.look(of: role).colour == -1) }
  }

  @Test func highContrastIsNeverDim() {
    for role in Role.allCases { #expect(!Scheme.highContrast.look(of: role).attributes.contains(.dim)) }
  }

  @Test(arguments: ["default", "high-contrast", "monochrome"]) func schemesHaveNames(name: String) {
    #expect(Scheme(rawValue: name)?.rawValue == name)
  }
}
