/// What a filter comes to over the clients of a population: who passes, and of whom it is not known. The rest
/// of the alive rows do not pass.
public struct Outcome: Sendable, Equatable {
  /// The rows that pass.
  public var yes: Selection
  /// The rows of which it is not known.
  public var unknown: Selection
  /// An outcome.
  public init(yes: Selection, unknown: Selection) {
    self.yes = yes
    self.unknown = unknown
  }
}

/// One key of a sort: a field and a direction. Unknown values come last in both directions.
public struct SortKey: Hashable, Sendable, Codable {
  /// The field.
  public var field: FieldID
  /// Lowest first.
  public var ascending: Bool
  /// A key.
  public init(_ field: FieldID, ascending: Bool = true) {
    self.field = field
    self.ascending = ascending
  }
}

/// What a filter refers to outside the population: worklists by name, and for `note:` the clients whose notes
/// hold a text.
public struct FilterLinks: Sendable {
  /// Worklists that `@name` may mean: those built in, then those that were saved.
  public var worklists: [Worklist]
  /// For the text of each `note:` (as written in the filter) the clients whose notes hold it; a text that was
  /// not looked up yet is unknown for everybody.
  public var notes: [String: Set<ClientNumber>]
  /// The clients of each word of a private note (`PrivateNote.words`).
  public var tags: [String: Set<ClientNumber>] = [:]
  /// Links.
  public init(worklists: [Worklist] = Worklist.builtIn, notes: [String: Set<ClientNumber>] = [:]) {
    self.worklists = worklists
    self.notes = notes
  }

  /// Takes the words of private notes.
  public mutating func take(_ notes: [ClientNumber: PrivateNote]) {
    tags = [:]
    for (client, note) in notes {
      for word in note.words { tags[word, default: []].insert(client) }
    }
  }

  /// The clients with a tag that begins with a text, case and accents aside.
  func clients(tagged text: String) -> Set<ClientNumber> {
    let folded = Folding.bytes(text)
    return tags.reduce(into: []) { clients, tag in
      if tag.key.utf8.starts(with: folded) { clients.formUnion(tag.value) }
    }
  }
}
