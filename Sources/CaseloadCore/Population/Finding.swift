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

extension Population {
  /// Who fits what was said, the nearest first, at most `limit`; and how many fit in all. `phones` are the clients
  /// who have the telephone number.
  public func find(_ query: ClientQuery, phones: Set<ClientNumber> = [], limit: Int = 200) -> (
    found: [FoundClient], count: Int
  ) {
    guard !query.isEmpty else { return ([], 0) }
    var hits: [(score: Int, row: Int, isMaybe: Bool)] = []
    let births = places.birth
    let postcodes = query.postcode.map { self.postcodes(beginning: $0) }
    withNames { name in
      for row in 0..<rows where alive.contains(row) {
        let number = number(at: row)
        let score = query.score(
          number, birth: query.asksForBirth ? days(births, row) : nil,
          hasPostcode: postcodes?.contains(row) == true, isCalled: phones.contains(number)
        ) { name(row, $0) }
        if let (score, isMaybe) = score { hits.append((score, row, isMaybe)) }
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

  /// The rows whose postcode begins so, whatever its spaces and capitals; each distinct postcode is read once.
  private func postcodes(beginning wanted: [UInt8]) -> Selection {
    guard let code = column("postcode")?.code else { return Selection(rows: rows) }
    let bits = code.bits { entry -> Truth in
      guard case .text(let text)? = entry.content else { return .no }
      return Truth(Folding.bytes(text).filter { $0 != UInt8(ascii: " ") }.starts(with: wanted))
    }
    return Selection(words: bits.yes, rows: rows)
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
