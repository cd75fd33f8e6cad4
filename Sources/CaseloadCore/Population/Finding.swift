/// A client who was found by what a caller says.
public struct FoundClient: Sendable, Hashable {
  /// Who.
  public let number: ClientNumber
  /// Her birth date is only partly known, and may be the one that was said.
  public let isMaybe: Bool
  /// A client who was found.
  public init(number: ClientNumber, isMaybe: Bool = false) {
    self.number = number
    self.isMaybe = isMaybe
  }
}

/// What somebody on the telephone says of herself: words of a name, a birth date, a client's or a telephone number.
public struct ClientQuery: Sendable, Hashable {
  let words: Fuzzy
  let birth: DayPattern?
  let number: Int32?
  /// The digits of what may be a telephone number, without the country and the zero before it; nil where they are
  /// too few. The numbers themselves are in the store.
  public let phone: String?

  /// Reads what was typed.
  public init(_ text: String) {
    var rest: [Substring] = []
    var birth = DayPattern(text)
    if birth == nil {
      for word in text.split(separator: " ") {
        if birth == nil, let day = DayPattern(String(word)) { birth = day } else { rest.append(word) }
      }
    }
    self.birth = birth
    let letters = rest.filter { $0.unicodeScalars.contains { !Self.isOfNumber($0) } }
    words = Fuzzy(letters.joined(separator: " "))
    let isNumber = letters.isEmpty && !rest.isEmpty
    number = isNumber && rest.count == 1 ? Int32(rest[0]) : nil
    // A date in digits is no telephone number, but the other way round nobody can tell.
    var digits = text.unicodeScalars.filter { ("0"..."9").contains($0) }.map { Character($0) }[...]
    if digits.starts(with: "0031") {
      digits = digits.dropFirst(4)
    } else if text.contains("+31") {
      digits = digits.dropFirst(2)
    }
    if digits.first == "0" { digits = digits.dropFirst() }
    let isPhone = letters.isEmpty && digits.count >= 4 && digits.count <= 15
    phone = isPhone ? String(digits) : nil
  }

  /// Nothing was typed that can be looked for.
  public var isEmpty: Bool { words.isEmpty && birth == nil && number == nil && phone == nil }

  private static func isOfNumber(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ["+", "-", "(", ")", ".", "/"].contains(scalar)
  }
}

extension Population {
  /// Who fits what was said, the nearest first, at most `limit`; and how many fit in all. `phones` are the clients
  /// who have the telephone number.
  public func find(_ query: ClientQuery, phones: Set<ClientNumber> = [], limit: Int = 200) -> (
    found: [FoundClient], count: Int
  ) {
    guard !query.isEmpty else { return ([], 0) }
    var hits: [(score: Int, row: Int, isMaybe: Bool)] = []
    let births = places.birth
    func score(_ row: Int, _ name: Int?) -> (Int, Bool)? {
      if !query.words.isEmpty || query.birth != nil {
        var (total, isMaybe) = (0, false)
        if !query.words.isEmpty {
          guard let name else { return nil }
          total += name
        }
        if let birth = query.birth {
          guard let days = days(births, row) else { return nil }
          switch birth.matches(days) {
          case .yes: total += 1_000
          case .unknown: (total, isMaybe) = (total + 100, true)
          case .no: return nil
          }
        }
        return (total, isMaybe)
      }
      if let number = query.number, self.number(at: row).number == number { return (3_000, false) }
      return phones.contains(self.number(at: row)) ? (1_000, false) : nil
    }
    let byPhone = query.birth != nil && query.words.isEmpty ? phones : []
    withNames { name in
      for row in 0..<rows where alive.contains(row) {
        let named = query.words.isEmpty ? nil : name(row, query.words)
        if let (score, isMaybe) = score(row, named) {
          hits.append((score, row, isMaybe))
        } else if byPhone.contains(number(at: row)) {
          hits.append((500, row, false))
        }
      }
    }
    let best = Self.best(hits, limit)
    let sorted = best.map { (hit: $0, name: Folding.fold(name(at: $0.row).listed)) }.sorted {
      ($1.hit.score, $0.name, $0.hit.row) < ($0.hit.score, $1.name, $1.hit.row)
    }
    return (
      sorted.map { FoundClient(number: number(at: $0.hit.row), isMaybe: $0.hit.isMaybe) }, hits.count
    )
  }

  /// Those with the highest scores. Of a million with one letter in common only a screenful is sorted.
  private static func best(_ hits: [(score: Int, row: Int, isMaybe: Bool)], _ limit: Int) -> [(
    score: Int, row: Int, isMaybe: Bool
  )] {
    guard hits.count > 4 * limit, let top = hits.map(\.score).max() else {
      return Array(hits.sorted { ($1.score, $0.row) < ($0.score, $1.row) }.prefix(limit))
    }
    var counts = [Int](repeating: 0, count: max(0, top) + 1)
    for hit in hits { counts[max(0, hit.score)] += 1 }
    var (cut, total) = (top, 0)
    while cut > 0, total + counts[cut] < limit {
      total += counts[cut]
      cut -= 1
    }
    return Array(
      hits.filter { $0.score >= cut }.sorted { ($1.score, $0.row) < ($0.score, $1.row) }.prefix(limit))
  }

  /// Runs a search of names with a function that gives a row's match.
  private func withNames(_ body: ((Int, Fuzzy) -> Int?) -> Void) {
    guard let names = column("name")?.names else { return body { _, _ in nil } }
    names.withFolded { bytes, starts in
      body { row, query in
        guard row < starts.count else { return nil }
        let start = Int(starts[row])
        var end = start
        while end < bytes.count, bytes[end] != 0xFF { end += 1 }
        return start < end ? query.score(folded: bytes[start..<end]) : nil
      }
    }
  }

  /// Whether a word is a part of a client's name: who is meant, not what. Prefixes such as "van" are nobody's.
  public func isNamed(_ word: String) -> Bool {
    let wanted = Folding.bytes(word)
    guard wanted.count > 1 else { return false }
    for row in 0..<rows where alive.contains(row) {
      let name = name(at: row)
      for part in [name.family, name.given] {
        let words = Folding.bytes(part).split { !(97...122).contains($0) && $0 < 0x80 }
        if words.contains(where: { $0.elementsEqual(wanted) }) { return true }
      }
    }
    return false
  }
}
