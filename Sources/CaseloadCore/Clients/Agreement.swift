extension Value {
  /// Whether this says nothing of its own beside the other: the same, in another spelling, or less exactly. A register
  /// that says "MBO" does not contradict a coach who says mbo 3, nor does a list that is not known to be complete
  /// and holds no more than hers.
  public func addsNothing(to other: Value, kind: Kind) -> Bool {
    if says(other) { return true }
    guard state == .recorded, other.state == .recorded, raw == nil, let mine = content,
      let theirs = other.content
    else { return false }
    return mine.addsNothing(to: theirs, kind: kind)
  }
}

extension Content {
  /// The same of what two values say.
  fileprivate func addsNothing(to other: Content, kind: Kind) -> Bool {
    switch (self, other) {
    case (.text(let mine), .text(let theirs)): return Self.isSame(mine, theirs)
    case (.name(let mine), .name(let theirs)):
      return Self.isSame(mine.family, theirs.family) && Self.isSame(mine.given, theirs.given)
        && Self.isSame(mine.prefix, theirs.prefix)
    // What may be more things says less.
    case (.oneOf(let mine), .oneOf(let theirs)): return !theirs.isEmpty && mine.isSuperset(of: theirs)
    case (.several(let mine, false), .several(let theirs, _)):
      return mine.isSubset(of: Self.implied(theirs, kind))
    case (.days(let mine), .days(let theirs)): return Self.holds(mine, theirs)
    case (.number(let mine), .number(let theirs)): return Self.holds(mine, theirs)
    case (.words(let mine, false), .words(let theirs, _)):
      let known = Set(theirs.map { Folding.fold($0) })
      return mine.allSatisfy { known.contains(Folding.fold($0)) }
    case (.experience(let mine, false), .experience(let theirs, _)):
      return mine.allSatisfy { theirs.contains($0) }
    default: return false
    }
  }

  private static func holds<Bound>(_ mine: ClosedRange<Bound>, _ theirs: ClosedRange<Bound>) -> Bool {
    mine.lowerBound <= theirs.lowerBound && theirs.upperBound <= mine.upperBound
  }

  /// Case and accents aside; of telephone numbers what stands between the digits too.
  private static func isSame(_ mine: String, _ theirs: String) -> Bool {
    if let mine = digits(mine), let theirs = digits(theirs) { return mine == theirs }
    return Folding.fold(mine) == Folding.fold(theirs)
  }

  /// The digits of a text that is nothing but a number as telephone numbers are written; nil for other texts.
  private static func digits(_ text: String) -> [UInt8]? {
    var digits: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 48...57, UInt8(ascii: "+"): digits.append(byte)
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "("),
        UInt8(ascii: ")"):
        continue
      default: return nil
      }
    }
    return digits.isEmpty ? nil : digits
  }

  /// What is in a list, and what having that gives too (who has CE has B).
  private static func implied(_ set: ChoiceSet, _ kind: Kind) -> ChoiceSet {
    guard case .choices(_, let implies) = kind else { return set }
    return set.places.reduce(set) { all, place in
      implies.indices.contains(place) ? all.union(implies[place]) : all
    }
  }
}
