import CaseloadCore
import Cells
import Foundation
import Testing

@testable import CaseloadScreens

/// Every sign that the screens put beside a word says as much on a terminal that shows no more than ASCII.
@Suite struct SignTests {
  @Test func theColoursOfNotesAreToldApart() {
    let signs = NoteColour.allCases.map { NoteLine.sign(PrivateNote(text: "A", colour: $0, until: .latest)) }
    let all = signs + [NoteLine.sign(PrivateNote(text: "A", until: .latest))]
    #expect(zip(NoteColour.allCases, signs).allSatisfy { $0.sign == $1.text.string })
    let twins = all.map(\.text.ascii.string)
    #expect(Set(twins).count == all.count && !twins.contains("?"), "\(twins)")
    // The legend explains them by the same signs.
    let about = NoteWords.entry(.colour, .line).about
    for language in Language.allCases {
      let text = about.text(in: language)
      #expect(NoteColour.allCases.allSatisfy { text.contains("\($0.sign) \($0.label.text(in: language))") })
    }
  }

  /// Read from the sources themselves, so that none is forgotten.
  @Test func everySignInTheSourcesHasATwin() throws {
    let folder = packageRoot.appending(path: "Sources/CaseloadScreens").resolvingSymlinksInPath()
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var signs: Set<Unicode.Scalar> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      where !line.trimmingCharacters(in: .whitespaces).hasPrefix("//") {
        signs.formUnion(line.unicodeScalars.filter { !$0.isASCII })
      }
    }
    #expect(signs.count > 20)
    let bare = signs.filter { ASCIITwin.of($0) == "?" }
    #expect(bare.isEmpty, "\(bare.map { String($0) })")
  }
}
