import Cells
import Glibc
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

  /// The eight colours as xterm has them by default (XTerm-col.ad), and as the Linux console does.
  private static let xterm = [0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5]

  /// WCAG 2.1, "contrast ratio": 3 is what a bold or a large text, and a sign, need at least.
  private func contrast(_ one: Int, _ other: Int) -> Double {
    func luminance(_ colour: Int) -> Double {
      let parts = [16, 8, 0].map { shift -> Double in
        let part = Double((colour >> shift) & 0xFF) / 255
        return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test(arguments: Scheme.allCases) func everyColourIsLegibleOnLightAndOnDark(scheme: Scheme) {
    for role in Role.allCases {
      let colour = Int(scheme.look(of: role).colour)
      guard colour >= 0 else { continue }
      #expect((0..<8).contains(colour), "only the eight colours that every terminal has")
      for background in [0x000000, 0xFFFFFF] {
        #expect(contrast(Self.xterm[colour], background) >= 3, "\(role) on \(background)")
      }
    }
  }

  /// Colour never carries meaning alone: without it, what must not be taken for ordinary text still looks other.
  @Test(arguments: Scheme.allCases) func whatMattersStandsOutWithoutColour(scheme: Scheme) {
    for role in [Role.overdue, .error, .attention, .focus, .key, .selected, .struck] {
      #expect(scheme.look(of: role).attributes != scheme.look(of: .normal).attributes, "\(role)")
    }
  }
}
