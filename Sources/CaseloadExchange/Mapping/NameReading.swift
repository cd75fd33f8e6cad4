import CaseloadCore

/// Takes a written name apart into family name, prefix and given name or initials.
enum NameReading {
  /// Words that stand before a Dutch family name, and the commonest of other languages that registers keep as
  /// such, folded (the civil registry's table 36, "voorvoegsels", in its frequent part).
  private static let prefixes: Set<String> = [
    "van", "von", "vom", "vd", "v.d.", "v/d", "de", "den", "der", "het", "t", "'t", "’t", "`t", "ter", "ten",
    "te",
    "tot", "op", "in", "aan", "uit", "uyt", "bij", "onder", "over", "la", "le", "les", "du", "des", "da",
    "dos", "das",
    "di", "del", "della", "zu", "zum", "zur", "el", "al", "bin", "ben", "ibn", "d'", "'s", "’s", "'",
  ]

  /// Those that are hardly ever a given name and so are known with a capital too ("Fatima El Amrani").
  private static let sure: Set<String> = [
    "van", "von", "vom", "vd", "v.d.", "v/d", "de", "den", "der", "het", "'t", "’t", "ter", "ten", "te", "el",
    "al",
    "la", "le", "du", "di",
  ]

  /// The name, read in the given order; without one a comma says that the family name comes first. Nil when
  /// nothing is left to be a family name.
  static func name(_ text: String, order: NameOrder?) -> PersonName? {
    guard order != .givenFirst, let comma = text.firstIndex(of: ",") else {
      let words = split(text[...])
      guard order == .familyFirst, words.count > 1 else { return givenFirst(words) }
      return familyRest([words[0]], rest: Array(words.dropFirst()), isLoud: isLoud(text))
    }
    let before = split(text[..<comma])
    let after = split(text[text.index(after: comma)...])
    guard !before.isEmpty else { return givenFirst(after) }
    switch order {
    case .familyPrefixFirst: return familyPrefix(before, given: after)
    case .prefixFamilyFirst: return prefixFamily(before, given: after)
    case .familyFirst, .givenFirst, nil:
      // "van den Berg, Jan" and "Berg, Jan van den" can be told apart: only one has prefixes before the comma.
      if before.count > 1, isPrefix(before[0], even: true) { return prefixFamily(before, given: after) }
      return familyRest(before, rest: after, isLoud: isLoud(text))
    }
  }

  /// Whether a word is a prefix: written small, or with a capital where it is `even` then hardly anything else.
  private static func isPrefix(_ word: String, even capital: Bool) -> Bool {
    let isSmall = isSmall(word)
    guard isSmall || capital else { return false }
    let folded = Folding.fold(word)
    guard prefixes.contains(folded) else { return false }
    return isSmall || sure.contains(folded)
  }

  private static func isSmall(_ word: String) -> Bool {
    if let first = word.utf8.first, first < 0x80, first | 0x20 >= 97, first | 0x20 <= 122 {
      return first & 0x20 != 0
    }
    return word.unicodeScalars.first { $0.properties.isAlphabetic }.map { !$0.properties.isUppercase } ?? true
  }

  /// WRITTEN IN CAPITALS, so that they say nothing.
  private static func isLoud(_ text: String) -> Bool {
    !text.utf8.contains { (97...122).contains($0) }
      && !text.unicodeScalars.contains { $0.properties.isLowercase }
  }

  private static func split(_ text: Substring) -> [String] {
    // By bytes: a no-break space is two of them, and is looked for only where it can be.
    guard text.utf8.contains(0xC2) else {
      return text.utf8.split { $0 == 0x20 || $0 == 0x09 }.map { String(Substring($0)) }
    }
    return text.unicodeScalars.split { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }.map { String($0) }
  }

  /// "Jan Piet van den Berg", "J.P. de Vries-van Dam"; without a prefix the last word is the family name.
  private static func givenFirst(_ words: [String]) -> PersonName? {
    guard let last = words.last else { return nil }
    // The first word is a given name even where it looks like a prefix ("Al Jansen"), unless it is small.
    let start = words.indices.dropLast().first { isPrefix(words[$0], even: $0 > 0) }
    guard let start else {
      return PersonName(family: last, given: words.dropLast().joined(separator: " "))
    }
    var end = start
    while end < words.count - 1, isPrefix(words[end], even: true) { end += 1 }
    return name(words[end...], words[start..<end], words[..<start])
  }

  /// "Berg, Jan van den" and "Berg, van den J.": prefixes stand on either side of what is given.
  private static func familyRest(_ family: [String], rest: [String], isLoud: Bool) -> PersonName {
    let back = rest.reversed().prefix { isPrefix($0, even: isLoud) }.count
    if back == rest.count, back == 1, isLoud {
      // "JANSEN, AL": a lone word is a name, not a prefix.
      return name(family[...], [], rest[...])
    }
    if back > 0 { return name(family[...], rest.suffix(back), rest.dropLast(back)) }
    let front = rest.prefix { isPrefix($0, even: isLoud) }.count
    return name(family[...], rest.prefix(front), rest.dropFirst(front))
  }

  private static func familyPrefix(_ words: [String], given: [String]) -> PersonName {
    let back = words.dropFirst().reversed().prefix { isPrefix($0, even: true) }.count
    return name(words.dropLast(back), words.suffix(back), given[...])
  }

  private static func prefixFamily(_ words: [String], given: [String]) -> PersonName {
    let front = words.dropLast().prefix { isPrefix($0, even: true) }.count
    return name(words.dropFirst(front), words.prefix(front), given[...])
  }

  private static func name(
    _ family: ArraySlice<String>, _ prefix: ArraySlice<String>, _ given: ArraySlice<String>
  ) -> PersonName {
    PersonName(
      family: family.joined(separator: " "), prefix: prefix.joined(separator: " "),
      given: given.joined(separator: " "))
  }
}
