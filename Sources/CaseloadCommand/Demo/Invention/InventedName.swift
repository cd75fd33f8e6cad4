import CaseloadCore

extension Culture {
  /// A client's name: mostly of one culture, now and then of two, of a marriage, or only with initials, as
  /// registers have them.
  func name(isWoman: Bool, _ draw: inout Draw) -> PersonName {
    var (family, prefix) = family(isWoman: isWoman, &draw)
    var given = given(isWoman: isWoman, &draw)
    switch draw.below(100) {
    case 0..<5:
      // Born here with parents from elsewhere, or the other way round.
      given = Self.all[draw.weighed(Self.weights)].given(isWoman: isWoman, &draw)
    case 5..<9 where isWoman:
      // A married name before her own, as the civil registry writes it.
      let married = Self.all[draw.weighed(Self.weights)].family(isWoman: false, &draw)
      let own = [prefix, family].filter { !$0.isEmpty }.joined(separator: " ")
      (family, prefix) = (married.name + "-" + own, married.prefix)
    case 9..<13: given = Self.initials(given, &draw)
    case 13: given = ""
    case 14..<18: given += " " + self.given(isWoman: isWoman, &draw)
    default: break
    }
    return PersonName(family: family, prefix: prefix, given: given)
  }

  private static func initials(_ given: String, _ draw: inout Draw) -> String {
    let first = given.first.map { String($0) + "." } ?? ""
    return draw.percent(40) ? first + draw.one(["A.", "C.", "J.", "M.", "S."]) : first
  }
}
