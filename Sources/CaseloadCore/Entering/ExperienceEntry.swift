/// One stretch of work experience as a person types it: the occupation, then in any order its sector, when it was and
/// how long, between commas.
enum ExperienceEntry {
  /// The line with which an entry opens.
  static func text(_ item: Experience) -> String {
    var parts = [EscapedText.escape(item.occupation, ",")]
    if let sector = item.sector { parts.append(EscapedText.escape(sector, ",")) }
    if item.from != nil || item.to != nil || item.ongoing {
      parts.append("\(item.from?.iso ?? "")..\(item.ongoing ? now[0] : item.to?.iso ?? "")")
    }
    if let months = item.months {
      parts.append(months.isMultiple(of: 12) && months > 0 ? "\(months / 12)y" : "\(months)m")
    }
    return parts.joined(separator: ", ")
  }

  /// What a line means. A year alone is no beginning and no end: from 2015 to 2018 may be two years or four.
  static func item(_ line: String) throws(EntryRefusal) -> Experience {
    let parts = EscapedText.split(line, at: ",").map { EntryParts.trimmed(EscapedText.unescape($0)) }
    var item = Experience(occupation: parts.first ?? "")
    guard !item.occupation.isEmpty else { throw EntryRefusal(EntryRefusal.nothing) }
    for part in parts.dropFirst() where !part.isEmpty {
      if let (from, to) = EscapedText.cut(part[...], at: "..") {
        try time(EntryParts.trimmed(String(from)), EntryParts.trimmed(String(to)), part, &item)
      } else if let length = FilterReading.period(part.filter { $0 != " " }), length.days == 0 {
        item.months = length.months
      } else if case .code(let code) = sector(part) {
        item.sector = code
      } else {
        throw EntryRefusal(EntryRefusal.experience, [part])
      }
    }
    return item
  }

  private static let now = ["now", "nu", "heden", "+"]

  private static func time(
    _ from: String, _ to: String, _ part: String, _ item: inout Experience
  ) throws(EntryRefusal) {
    let first = month(from)
    let isOngoing = now.contains(Folding.fold(to))
    let last = isOngoing ? nil : month(to)
    guard from.isEmpty || first != nil, to.isEmpty || isOngoing || last != nil,
      first != nil || last != nil || isOngoing
    else { throw EntryRefusal(EntryRefusal.experience, [part]) }
    guard (first?.lowerBound ?? .earliest) <= (last?.upperBound ?? .latest) else {
      throw EntryRefusal(EntryRefusal.backwards, [part])
    }
    item.from = first?.lowerBound
    item.to = last?.upperBound
    item.ongoing = isOngoing
  }

  /// A day, or the days of a month.
  private static func month(_ text: String) -> ClosedRange<Day>? {
    guard text.unicodeScalars.contains("-") else { return nil }
    return FilterReading.dates(text)
  }

  private static func sector(_ text: String) -> FieldNames.FoundChoice {
    guard let field = Catalogue.standard["sector"] else { return .none }
    return FieldNames.choice(text, of: field)
  }
}
