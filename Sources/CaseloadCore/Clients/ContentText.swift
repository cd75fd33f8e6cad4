/// The one text of a content, both ways: what the store's columns, the journal, CSV and JSON hold.
///
/// - a choice: its code, `mbo2`; what it may be, `mbo1|mbo2`
/// - several: `B,CE`; with `…` as last item where the list is not known to be complete, `B,…`
/// - a day `1990-03-12`, or `1990-01-01..1990-12-31`; numbers and spans `24`, `16..24`
/// - text: as it is; a name: `Berg, Jan, van den` (family, given, prefix; empty ends are left out)
/// - words: `forklift; selling`; experience: `driver|logistics|2015-01-01..2018-03-31|38; …`, of which the
///   days end in `+` where it is still going on
///
/// In names, words and experience a backslash stands before a character that would separate, `\n` and `\r`
/// are line breaks and `\-` is an empty word. What `text` writes, `content` reads back as the same content.
public enum ContentText {
  static let more = "…"

  /// The text of a content; nil where the content is not one of this kind of field (another type, or a choice
  /// that the field does not have).
  public static func text(_ content: Content, kind: Kind) -> String? {
    switch (content, kind) {
    case (.text(let text), .text): text
    case (.name(let name), .name): text(of: name)
    case (.oneOf(let set), .choice(let choices, _)):
      // By far the commonest, and an import writes millions of them.
      set.count == 1
        ? (set.rawValue.trailingZeroBitCount < choices.count
          ? choices[set.rawValue.trailingZeroBitCount].code : nil)
        : codes(set, of: choices)?.joined(separator: "|")
    case (.several(let set, let complete), .choices(let choices, _)):
      codes(set, of: choices).map { ($0 + (complete ? [] : [more])).joined(separator: ",") }
    case (.days(let days), .day):
      days.lowerBound == days.upperBound
        ? days.lowerBound.iso : days.lowerBound.iso + ".." + days.upperBound.iso
    case (.number(let range), .number), (.span(let range), .span):
      range.lowerBound == range.upperBound
        ? String(range.lowerBound) : String(range.lowerBound) + ".." + String(range.upperBound)
    case (.words(let words, let complete), .words):
      (words.map { $0 == more ? "\\" + more : EscapedText.escape($0, ";") } + (complete ? [] : [more]))
        .joined(separator: "; ")
    case (.experience(let items, let complete), .experience):
      (items.map(text(of:)) + (complete ? [] : [more])).joined(separator: "; ")
    default: nil
    }
  }

  /// The content that a text of `text` means; nil where it means none of this kind.
  public static func content(_ text: String, kind: Kind) -> Content? {
    switch kind {
    case .text: return .text(text)
    case .name: return name(text).map { .name($0) }
    case .choice(let choices, _):
      if let place = choices.firstIndex(where: { $0.code == text }) {
        return .oneOf(ChoiceSet(place: place))
      }
      return set(text.isEmpty ? [] : text.split(separator: "|", omittingEmptySubsequences: false), choices)
        .map { .oneOf($0) }
    case .choices(let choices, _):
      var codes = text.isEmpty ? [] : text.split(separator: ",", omittingEmptySubsequences: false)
      let complete = codes.last.map { $0 != more } ?? true
      if !complete { codes.removeLast() }
      return set(codes, choices).map { .several($0, complete: complete) }
    case .day:
      if text.utf8.count == 10 { return Day(iso: text).map { .day($0) } }
      return range(text) { Day(iso: $0) }.map { .days($0) }
    case .number: return range(text) { Int($0) }.map { .number($0) }
    case .span: return range(text) { Int($0) }.map { .span($0) }
    case .words:
      let (items, complete) = list(text)
      return .words(items.map { EscapedText.unescape($0) }, complete: complete)
    case .experience:
      let (items, complete) = list(text)
      var read: [Experience] = []
      for item in items {
        guard let experience = experience(item) else { return nil }
        read.append(experience)
      }
      return .experience(read, complete: complete)
    }
  }

  private static func codes(_ set: ChoiceSet, of choices: [Choice]) -> [String]? {
    let places = set.places
    guard places.allSatisfy({ $0 < choices.count }) else { return nil }
    return places.map { choices[$0].code }
  }

  private static func set(_ codes: [Substring], _ choices: [Choice]) -> ChoiceSet? {
    var set: ChoiceSet = []
    for code in codes {
      guard let place = choices.firstIndex(where: { $0.code == code }) else { return nil }
      set.insert(ChoiceSet(place: place))
    }
    return set
  }

  /// `a` or `a..b`.
  static func range<Bound: Comparable>(
    _ text: some StringProtocol, _ read: (Substring) -> Bound?
  ) -> ClosedRange<Bound>? {
    let text = Substring(text)
    if !text.utf8.contains(UInt8(ascii: ".")) { return read(text).map { $0...$0 } }
    guard let (low, high) = EscapedText.cut(text, at: "..") else { return read(text).map { $0...$0 } }
    guard let first = read(low), let last = read(high), first <= last else { return nil }
    return first...last
  }

  private static func list(_ text: String) -> (items: [Substring], complete: Bool) {
    guard !text.isEmpty else { return ([], true) }
    var items = EscapedText.split(text, at: ";")
    let complete = items.last.map { $0 != more } ?? true
    if !complete { items.removeLast() }
    return (items, complete)
  }

  private static func text(of name: PersonName) -> String {
    var parts = [name.family, name.given, name.prefix]
    while let last = parts.last, last.isEmpty, parts.count > 1 { parts.removeLast() }
    return parts.map { EscapedText.escape($0, ",", empty: "") }.joined(separator: ", ")
  }

  private static func name(_ text: String) -> PersonName? {
    let parts = EscapedText.split(text, at: ",").map { EscapedText.unescape($0) }
    guard (1...3).contains(parts.count) else { return nil }
    return PersonName(
      family: parts[0], prefix: parts.count > 2 ? parts[2] : "", given: parts.count > 1 ? parts[1] : "")
  }

  private static func text(of item: Experience) -> String {
    var days = ""
    if item.from != nil || item.to != nil || item.ongoing {
      days = (item.from?.iso ?? "") + ".." + (item.to?.iso ?? "") + (item.ongoing ? "+" : "")
    }
    var parts = [
      EscapedText.escape(item.occupation, ";|"), item.sector.map { EscapedText.escape($0, ";|") } ?? "", days,
      item.months.map { String($0) } ?? "",
    ]
    while let last = parts.last, last.isEmpty { parts.removeLast() }
    return parts[0] == more ? "\\" + parts.joined(separator: "|") : parts.joined(separator: "|")
  }

  private static func experience(_ text: Substring) -> Experience? {
    let parts = EscapedText.split(text, at: "|", padded: false)
    guard (1...4).contains(parts.count) else { return nil }
    var item = Experience(occupation: EscapedText.unescape(parts[0]))
    if parts.count > 1, !parts[1].isEmpty { item.sector = EscapedText.unescape(parts[1]) }
    if parts.count > 2, !parts[2].isEmpty {
      guard let (from, rest) = EscapedText.cut(parts[2], at: "..") else { return nil }
      item.ongoing = rest.unicodeScalars.last == "+"
      let to = item.ongoing ? rest.dropLast() : rest
      item.from = Day(iso: from)
      item.to = Day(iso: to)
      guard from.isEmpty || item.from != nil, to.isEmpty || item.to != nil else { return nil }
    }
    if parts.count > 3, !parts[3].isEmpty {
      guard let months = Int(parts[3]) else { return nil }
      item.months = months
    }
    return item
  }
}
