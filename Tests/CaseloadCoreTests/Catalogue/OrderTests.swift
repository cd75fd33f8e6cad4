import Testing

@testable import CaseloadCore

/// Education and licences, every pair against the design's lists.
@Suite struct OrderTests {
  /// For each level, all levels strictly below it, written out by hand from: none < primary < vmbo < mbo 2 < mbo 3
  /// < mbo 4 < hbo < wo; primary < mbo 1 < mbo 2; vmbo < havo < vwo < wo, havo < hbo; and vmbo < mbo 1, for an mbo 1
  /// diploma admits to what a vmbo one does.
  private static let below: [String: Set<String>] = [
    "none": [],
    "primary": ["none"],
    "vmbo": ["none", "primary"],
    "mbo1": ["none", "primary", "vmbo"],
    "mbo2": ["none", "primary", "vmbo", "mbo1"],
    "mbo3": ["none", "primary", "vmbo", "mbo1", "mbo2"],
    "mbo4": ["none", "primary", "vmbo", "mbo1", "mbo2", "mbo3"],
    "havo": ["none", "primary", "vmbo"],
    "vwo": ["none", "primary", "vmbo", "havo"],
    "hbo": ["none", "primary", "vmbo", "mbo1", "mbo2", "mbo3", "mbo4", "havo"],
    "wo": ["none", "primary", "vmbo", "mbo1", "mbo2", "mbo3", "mbo4", "havo", "vwo", "hbo"],
    "other": [],
  ]

  @Test func educationIsAPartialOrder() throws {
    let field = try #require(Catalogue.standard["education"])
    guard case .choice(let choices, .partial(let below)) = field.kind else {
      Issue.record("education is not partially ordered")
      return
    }
    #expect(Set(choices.map(\.code)) == Set(Self.below.keys))
    #expect(below.count == choices.count)
    for (place, choice) in choices.enumerated() {
      for (other, otherChoice) in choices.enumerated() {
        let expected = try #require(Self.below[choice.code]).contains(otherChoice.code)
        #expect(below[place].contains(place: other) == expected, "\(otherChoice.code) below \(choice.code)")
      }
    }
  }

  @Test func havoAndVwoStandBesideMboAndOtherBesideAll() {
    for pair in [("havo", "mbo1"), ("havo", "mbo4"), ("vwo", "mbo4"), ("vwo", "hbo"), ("other", "none")] {
      #expect(Self.below[pair.0]?.contains(pair.1) == false)
      #expect(Self.below[pair.1]?.contains(pair.0) == false)
    }
  }

  /// For each category, all that it gives besides itself, written out by hand from: BE→B, C1→B, C→C1→B, C1E→C1 and
  /// BE, CE→C and C1E, D1→B, D→D1, D1E→D1 and BE, DE→D and D1E, A→A2→A1, every category→AM; B+→B; T alone.
  private static let gives: [String: Set<String>] = [
    "none": [], "AM": [], "T": [],
    "A1": ["AM"], "A2": ["AM", "A1"], "A": ["AM", "A1", "A2"],
    "B": ["AM"], "B+": ["AM", "B"], "BE": ["AM", "B"],
    "C1": ["AM", "B"], "C1E": ["AM", "B", "BE", "C1"], "C": ["AM", "B", "C1"],
    "CE": ["AM", "B", "BE", "C1", "C1E", "C"],
    "D1": ["AM", "B"], "D1E": ["AM", "B", "BE", "D1"], "D": ["AM", "B", "D1"],
    "DE": ["AM", "B", "BE", "D1", "D1E", "D"],
  ]

  @Test func licencesGiveOthers() throws {
    let field = try #require(Catalogue.standard["licence"])
    guard case .choices(let choices, let implies) = field.kind else {
      Issue.record("licence is not a list of choices")
      return
    }
    #expect(Set(choices.map(\.code)) == Set(Self.gives.keys))
    #expect(implies.count == choices.count)
    for (place, choice) in choices.enumerated() {
      let given = Set(implies[place].places.map { choices[$0].code })
      #expect(given == Self.gives[choice.code], "\(choice.code)")
    }
  }

  @Test func severalWithoutImplicationGiveNothing() {
    for field in Catalogue.standard.fields where field.id != "licence" {
      guard case .choices(let choices, let implies) = field.kind else { continue }
      #expect(implies == [ChoiceSet](repeating: [], count: choices.count), "\(field.id)")
    }
  }

  @Test func choiceSetsHoldPlaces0To63() {
    #expect(ChoiceSet(place: 64).isEmpty)
    #expect(ChoiceSet(place: -1).isEmpty)
    #expect(ChoiceSet(place: 63).places == [63])
    let set: ChoiceSet = [ChoiceSet(place: 0), ChoiceSet(place: 5)]
    #expect(set.places == [0, 5])
    #expect(set.count == 2)
    #expect(set.contains(place: 5))
    #expect(!set.contains(place: 4))
    #expect(!set.contains(place: 64))
    #expect(!set.contains(place: -59))
  }

  @Test func closureFollowsChainsAndSkipsUnknownCodes() {
    let sets = closure(["a", "b", "c"], [("a", ["b"]), ("b", ["c", "nowhere"]), ("nowhere", ["a"])])
    #expect(sets.map(\.places) == [[1, 2], [2], []])
  }
}
