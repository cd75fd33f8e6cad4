/// A worklist of one's own, as it is kept: a name and the text of a filter. The text stays as it is where this
/// program cannot read it any more.
public struct OwnWorklist: Hashable, Sendable, Codable {
  /// Its name, as it was typed.
  public var name: String
  /// Its filter, as the filter language prints it.
  public var filter: String
  /// A worklist.
  public init(name: String, filter: String) {
    self.name = name
    self.filter = filter
  }

  /// What stands for it behind `@`: the name in small letters and digits, with `-` for all else.
  public var id: String { Self.id(of: name) }

  /// The id that a name gives; empty where it has no letter and no digit.
  public static func id(of name: String) -> String {
    var id = ""
    var isOpen = false
    for scalar in Folding.fold(name).unicodeScalars {
      let isPart = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      if isPart {
        if isOpen, !id.isEmpty { id += "-" }
        id.unicodeScalars.append(scalar)
      }
      isOpen = !isPart
    }
    return id
  }
}

extension Worklist {
  /// The longest name of a worklist, in unicode scalars.
  public static let longestName = 40

  /// The worklists that the program comes with, then one's own in one's own order. One whose text cannot be read,
  /// because a field is gone or it refers to itself, keeps its text, says why, and counts nobody.
  public static func all(
    own: [OwnWorklist], language: Language = .english, catalogue: Catalogue = .standard
  ) -> [Worklist] {
    // They may refer to each other, so that all names are known before any text is read.
    let names = builtIn + own.map { Worklist(saved: $0.id, label: $0.name, filter: .all, text: $0.filter) }
    let read = own.map { list -> Worklist in
      do throws(FilterError) {
        let filter = try FilterParser.parse(
          list.filter, worklists: names, language: language, catalogue: catalogue)
        return Worklist(saved: list.id, label: list.name, filter: filter, text: list.filter)
      } catch {
        return Worklist(saved: list.id, label: list.name, text: list.filter, problem: error)
      }
    }
    let all = builtIn + read
    return all.map { list in
      guard !list.isBuiltIn, isRing(from: list.id, all) else { return list }
      let message = FilterMessage.text(FilterMessage.ring, language, [list.id])
      return Worklist(
        saved: list.id, label: list.label.english, text: list.text,
        problem: FilterError(message: message, range: 0..<list.text.unicodeScalars.count))
    }
  }
}

extension Filter {
  /// The filter with a worklist's own filter in its place: what is kept when the worklist is brought up to date.
  public func replacing(worklist id: String, with filter: Filter) -> Filter {
    switch self {
    case .worklist(id): filter
    case .not(let inner): .not(inner.replacing(worklist: id, with: filter))
    case .or(let parts): .or(parts.map { $0.replacing(worklist: id, with: filter) })
    case .and(let parts):
      // Conditions in a row stay in a row.
      .and(
        parts.flatMap { part -> [Filter] in
          let new = part.replacing(worklist: id, with: filter)
          if part == .worklist(id), case .and(let inner) = new { return inner }
          return [new]
        })
    default: self
    }
  }
}
