extension Field {
  /// The places of the choices that are at or above a place, by the field's order; `strictly` without it.
  func above(_ place: Int, strictly: Bool) -> ChoiceSet {
    guard case .choice(let choices, let order) = kind else { return [] }
    var set: ChoiceSet = strictly ? [] : ChoiceSet(place: place)
    for other in choices.indices {
      switch order {
      case .none: continue
      case .listed: if other > place { set.insert(ChoiceSet(place: other)) }
      case .partial(let below):
        if other < below.count, below[other].contains(place: place) { set.insert(ChoiceSet(place: other)) }
      }
    }
    return set
  }

  /// The places of the choices that are at or below a place.
  func below(_ place: Int, strictly: Bool) -> ChoiceSet {
    guard case .choice(_, let order) = kind else { return [] }
    var set: ChoiceSet = strictly ? [] : ChoiceSet(place: place)
    switch order {
    case .none: break
    case .listed: for other in 0..<max(0, place) { set.insert(ChoiceSet(place: other)) }
    case .partial(let below): if place < below.count { set.formUnion(below[place]) }
    }
    return set
  }

  /// The places that pass a test.
  func places(_ tests: [ChoiceTest]) -> ChoiceSet {
    var set: ChoiceSet = []
    for test in tests {
      switch test {
      case .one(let code): place(of: code).map { set.formUnion(ChoiceSet(place: $0)) }
      case .above(let code): place(of: code).map { set.formUnion(above($0, strictly: true)) }
      case .from(let code): place(of: code).map { set.formUnion(above($0, strictly: false)) }
      case .upTo(let code): place(of: code).map { set.formUnion(below($0, strictly: false)) }
      case .below(let code): place(of: code).map { set.formUnion(below($0, strictly: true)) }
      case .between(let low, let high):
        if let low = place(of: low), let high = place(of: high) {
          set.formUnion(above(low, strictly: false).intersection(below(high, strictly: false)))
        }
      }
    }
    return set
  }

  /// The places that record that there is nothing.
  var nonePlaces: ChoiceSet {
    var set: ChoiceSet = []
    for (place, choice) in choices.enumerated() where choice.isNone { set.insert(ChoiceSet(place: place)) }
    return set
  }

  /// The truth of a test for what is recorded. A single choice may be any of several: yes if all pass, no if
  /// none does. Of several choices one has to pass, with all that the held ones imply; what is not held is a no
  /// only where the list is complete or "none" is recorded.
  func truth(_ content: Content, in target: ChoiceSet) -> Truth {
    switch (kind, content) {
    case (.choice, .oneOf(let set)):
      if set.isEmpty { return .unknown }
      return set.isSubset(of: target) ? .yes : Truth(!set.isDisjoint(with: target)) && .unknown
    case (.choices(_, let implies), .several(let set, let complete)):
      let none = nonePlaces
      var held = set
      for place in set.places where place < implies.count { held.formUnion(implies[place]) }
      if !held.isDisjoint(with: target) { return .yes }
      let something = !set.subtracting(none).isEmpty
      if something {
        if complete || !set.isDisjoint(with: none) { return .no }
        return target.subtracting(none).isEmpty ? .no : .unknown
      }
      if !set.isEmpty || complete { return Truth(set.isEmpty && !target.isDisjoint(with: none)) }
      return .unknown
    default: return .unknown
    }
  }
}
