extension Kind {
  /// Yes or no. "No" is recorded; `has:` is satisfied by yes only.
  public static let yesNo = Kind.choice(
    [
      Choice("yes", Phrase("choice.yes", "yes"), synonyms: ["ja", "j", "y", "true"]),
      Choice("no", Phrase("choice.no", "no"), synonyms: ["nee", "n", "false"], isNone: true),
    ], .none)

  /// A choice of codes in order.
  static func scale(_ choices: [Choice]) -> Kind { .choice(choices, .listed) }

  /// Several choices without implication.
  static func several(_ choices: [Choice]) -> Kind {
    .choices(choices, implies: [ChoiceSet](repeating: [], count: choices.count))
  }
}

/// Choices declared as code, English name and synonyms; their phrases are `choice.<list>.<code>`.
func choices(_ list: String, _ rows: [(code: String, label: String, synonyms: [String])]) -> [Choice] {
  rows.map { row in
    Choice(
      row.code, Phrase("choice.\(list).\(row.code)", row.label), synonyms: row.synonyms,
      isNone: row.code == "none")
  }
}

/// Builds the sets of a relation between choices from pairs of codes, closed under repetition (what a thing
/// implies, implies in turn). For each place of `codes`, the places reached from it.
func closure(_ codes: [String], _ pairs: [(String, [String])]) -> [ChoiceSet] {
  var reached = [ChoiceSet](repeating: [], count: codes.count)
  for (from, targets) in pairs {
    guard let place = codes.firstIndex(of: from) else { continue }
    for target in targets {
      if let to = codes.firstIndex(of: target) { reached[place].insert(ChoiceSet(place: to)) }
    }
  }
  // Warshall's transitive closure; the lists are short.
  for middle in codes.indices {
    for place in codes.indices where reached[place].contains(place: middle) {
      reached[place].formUnion(reached[middle])
    }
  }
  return reached
}
