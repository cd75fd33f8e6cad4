import Testing

@testable import CaseloadCore

/// The catalogue against the design's table: what must be there, and what must never be true of it.
@Suite struct CatalogueTests {
  private let catalogue = Catalogue.standard

  /// The fields of the design's table by group, with a star where it says protected.
  private static let designed: [(group: FieldGroup, fields: String)] = [
    (
      .identity,
      "number name birth* age* phone email address postcode district* channel interpreter secret representative"
    ),
    (
      .service,
      "team coach assigned intake benefit status since reason return track ladder exemption* job-ready frequency"
    ),
    (
      .person,
      "gender* marital* household* cares* children* care-days* youngest* language* speaks writes"
    ),
    (
      .work,
      "education education-field diploma experience licence licence-until licence-foreign transport hours "
        + "irregular office-hours* available travel travel-time heavy skills wants sector contract"
    ),
    (.health, "physical* mental* support*"),
    (
      .monitoring,
      "seen seen-by seen-channel ours next waiting cv cv-place consent plan plan-review workshops offers errands debts* gaps"
    ),
  ]
  /// Protected beyond the design's stars: each tells what a starred field tells.
  private static let alsoProtected: Set<FieldID> = ["interpreter", "secret"]

  @Test func everyDesignedFieldIsThereInItsGroupAndNoOther() {
    for (group, fields) in Self.designed {
      let ids = fields.split(separator: " ").map { word in String(word.filter { $0 != "*" }) }
      #expect(catalogue.fields.filter { $0.group == group }.map(\.id.text) == ids)
    }
  }

  @Test func protectedFieldsAreProtected() {
    let words: [Substring] = Self.designed.flatMap { $0.fields.split(separator: " ") }
    let starred: Set<FieldID> = Set(words.filter { $0.last == "*" }.map { FieldID(String($0.dropLast())) })
    let protected = Set(catalogue.fields.filter(\.isProtected).map(\.id))
    #expect(protected == starred.union(Self.alsoProtected))
  }

  @Test func noProtectedFieldIsACriterionForAVacancy() {
    #expect(catalogue.fields.filter { $0.isProtected && $0.uses.contains(.matching) }.map(\.id) == [])
    #expect(catalogue.fields.filter { $0.uses.contains(.matching) }.count > 10)
  }

  @Test func onlyFieldsOfWorkAndLanguageAreCriteria() {
    let others = catalogue.fields.filter {
      $0.uses.contains(.matching) && $0.group != .work && !["speaks", "writes"].contains($0.id.text)
    }
    #expect(others.map(\.id) == [])
  }

  @Test func colleaguesAreNoColumnFacetOrCriterion() {
    for id: FieldID in ["coach", "seen-by"] {
      #expect(catalogue[id]?.uses.intersection([.list, .facet, .matching]) == [])
    }
  }

  @Test func whatIsDerivedIsNeverEnteredNorDue() {
    for field in catalogue.fields where field.owner == .derived {
      #expect(!field.uses.contains(.form), "\(field.id)")
      #expect(field.due == .never, "\(field.id)")
    }
  }

  @Test func dueAtIntakeAsTheDesignSays() {
    let due = catalogue.fields.filter { $0.due == .intake }.map(\.id.text)
    #expect(due == ["name", "birth", "phone", "track", "frequency"])
  }

  @Test func idsAndFilterWordsAreLowerCaseAndBelongToOneField() {
    var owners: [String: FieldID] = [:]
    for field in catalogue.fields {
      for word in [field.id.text] + field.filterWords {
        #expect(word.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 }, "\(word)")
        #expect(owners[word] == nil, "\(word) means \(field.id) and \(owners[word]?.text ?? "")")
        owners[word] = field.id
      }
    }
  }

  @Test func noFilterWordIsAWordOfTheLanguageItself() {
    let reserved: Set = [
      "or", "not", "and", "has", "missing", "empty", "unknown", "declined", "waived", "note", "never",
    ]
    let taken = catalogue.fields.flatMap { [$0.id.text] + $0.filterWords }.filter(reserved.contains)
    #expect(taken == [])
  }

  @Test func noHeaderOfAColumnMeansTwoFields() {
    var owners: [String: FieldID] = [:]
    for field in catalogue.fields {
      let names = field.importSynonyms + [field.id.text, field.label.english, field.label.text(in: .dutch)]
      for key in Set(names.map { Folding.key($0) }) {
        #expect(!key.isEmpty)
        #expect(owners[key] == nil, "\(key) means \(field.id) and \(owners[key]?.text ?? "")")
        owners[key] = field.id
      }
    }
  }

  @Test func choicesOfAFieldDifferInCodeAndAreAtMost64() {
    for field in catalogue.fields {
      let codes = field.choices.map(\.code)
      #expect(Set(codes).count == codes.count, "\(field.id)")
      #expect(codes.count <= 64, "\(field.id)")
    }
  }

  @Test func noSpellingMeansTwoChoicesOfAField() {
    for field in catalogue.fields {
      var owners: [String: String] = [:]
      for choice in field.choices {
        // A category such as "B+" differs from "B" by a sign only, so spellings are compared folded, signs kept.
        for spelling in Set(([choice.code] + choice.synonyms).map { Folding.fold($0) }) {
          #expect(owners[spelling] == nil, "\(field.id): \(spelling)")
          owners[spelling] = choice.code
        }
      }
    }
  }

  @Test func noneIsRecordedAsNothing() {
    for field in catalogue.fields {
      for choice in field.choices {
        #expect(choice.isNone == ["none", "no"].contains(choice.code), "\(field.id) \(choice.code)")
      }
    }
  }

  @Test func findsFieldsByIdAndPlace() {
    for (place, field) in catalogue.fields.enumerated() {
      #expect(catalogue.place(of: field.id) == place)
      #expect(catalogue[field.id]?.id == field.id)
    }
    #expect(catalogue["educaton"] == nil)
    #expect(catalogue.place(of: "") == nil)
  }

  @Test func readsTheColumnsOfTheSonarExport() {
    let known: [(column: String, field: FieldID)] = [
      ("1e uitk dag (niet WW)", "benefit"), ("Beschikbare uren/wk", "hours"),
      ("Opleidingsniveau", "education"), ("Beroepssector", "sector"), ("Bemiddelingsberoep", "wants"),
      ("Mondeling Nederlands", "speaks"), ("Schriftelijk Nederlands", "writes"), ("Rijbewijs", "licence"),
      ("Inschrijfdatum", "intake"), ("Geslacht", "gender"), ("Telefoonnummer", "phone"),
      ("Volledige Naam", "name"), ("Leeftijd", "age"), ("E-mailadres", "email"), ("Vervoer", "transport"),
      ("Postcode", "postcode"), ("Straatnaam", "address"), ("Klantprofiel", "track"),
      ("Medewerker Naam", "coach"), ("Organisatie Naam", "team"), ("Participatieladder", "ladder"),
      ("Toestemming", "consent"),
    ]
    for (column, id) in known {
      let found = catalogue.fields.filter {
        $0.importSynonyms.contains { Folding.key($0) == Folding.key(column) }
      }
      #expect(found.map(\.id) == [id], "\(column)")
    }
  }
}
