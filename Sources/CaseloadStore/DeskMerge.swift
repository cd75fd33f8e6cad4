import CaseloadCore

extension Desk {
  /// Keeps one's own worklists as they are now, where others of one's own programs may have kept theirs meanwhile:
  /// `base` is what both began with. What only one of them changed is as it made it; what both changed stands twice,
  /// theirs under a name with a number. Gives what is kept.
  public func keep(_ mine: [OwnWorklist], since base: [OwnWorklist]) throws(StoreError) -> [OwnWorklist] {
    try replaceWorklists { Self.merged(base: base, mine: mine, theirs: $0) }
  }

  /// The worklists that both mean, in my order, what they added behind it.
  static func merged(base: [OwnWorklist], mine: [OwnWorklist], theirs: [OwnWorklist]) -> [OwnWorklist] {
    func find(_ id: String, _ lists: [OwnWorklist]) -> OwnWorklist? { lists.first { $0.id == id } }
    var merged: [OwnWorklist] = []
    for list in mine {
      let before = find(list.id, base)
      let other = find(list.id, theirs)
      // Untouched by me: as they have it, which may be gone.
      if list == before {
        if let other { merged.append(other) }
      } else {
        merged.append(list)
      }
    }
    for other in theirs {
      let before = find(other.id, base)
      if let list = find(other.id, mine) {
        // Both changed it, and not to the same.
        guard list != before, other != before, list != other else { continue }
        merged.append(renamed(other, beside: merged + theirs))
      } else if other != before {
        // Theirs is new, or they changed what I let go.
        merged.append(other)
      }
    }
    return merged
  }

  private static func renamed(_ list: OwnWorklist, beside others: [OwnWorklist]) -> OwnWorklist {
    var number = 2
    while true {
      let name = "\(list.name) \(number)"
      if !others.contains(where: { $0.id == OwnWorklist.id(of: name) }) {
        return OwnWorklist(name: name, filter: list.filter)
      }
      number += 1
    }
  }
}
