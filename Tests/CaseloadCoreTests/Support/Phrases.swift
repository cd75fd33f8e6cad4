@testable import CaseloadCore

/// Every text that the core declares outside the catalogue.
let otherPhrases = DayText.phrases + ValueText.phrases + LastSeenText.phrases

extension Catalogue {
  /// Every text that the catalogue declares.
  var phrases: [Phrase] {
    FieldGroup.allCases.map(\.label)
      + fields.flatMap { field in
        [field.label, field.short, field.definition] + [field.legalGround].compactMap { $0 }
          + field.choices.map(\.label)
      }
  }
}
