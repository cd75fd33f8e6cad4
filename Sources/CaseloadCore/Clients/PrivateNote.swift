/// What a coach keeps about a client for herself: a few words, tags, a colour. It lies on her own desk and never in the
/// record: nobody else sees it, no export and no report holds it, and it goes on its day. Such a note is an aid to
/// one's own memory only as long as it is kept apart, for a short time and from others; what concerns the client's
/// case belongs into the record, where the client can read it (GDPR, article 15).
public struct PrivateNote: Hashable, Sendable, Codable {
  /// What was written; empty where nothing was.
  public var text: String
  /// Her own tags, each once, in the order of the alphabet.
  public var tags: [String]
  /// The colour by which she knows the client again; nil for none. What it means is hers.
  public var colour: NoteColour?
  /// The last day on which it is there.
  public var until: Day

  /// A note.
  public init(text: String = "", tags: [String] = [], colour: NoteColour? = nil, until: Day) {
    self.text = text
    self.tags = Self.tidy(tags)
    self.colour = colour
    self.until = until
  }

  /// Nothing stands in it.
  public var isEmpty: Bool { text.isEmpty && tags.isEmpty && colour == nil }

  /// The longest tag, in unicode scalars.
  public static let longestTag = 40

  /// The tags in a text: its words, with or without a `#`.
  public static func tags(in text: String) -> [String] {
    tidy(
      text.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map { word in
        String(String.UnicodeScalarView(word.unicodeScalars.drop { $0 == "#" }.prefix(longestTag)))
      })
  }

  /// Each once, whatever its case and accents, in the order of the alphabet.
  private static func tidy(_ tags: [String]) -> [String] {
    var known: Set<String> = []
    return tags.filter { !Folding.bytes($0).isEmpty && known.insert(Folding.fold($0)).inserted }
      .sorted { (Folding.fold($0), $0) < (Folding.fold($1), $1) }
  }

  /// The note with these tags too, and without those.
  public func tagged(adding more: [String], removing fewer: [String]) -> PrivateNote {
    let gone = Set(fewer.map { Folding.fold($0) })
    var note = self
    note.tags = Self.tidy(tags.filter { !gone.contains(Folding.fold($0)) } + more)
    return note
  }

  /// The words by which a filter finds it: its tags, and its colour in each language.
  public var words: [String] {
    tags.map { Folding.fold($0) }
      + (colour.map { colour in Language.allCases.map { Folding.fold(colour.label.text(in: $0)) } } ?? [])
  }
}

/// The colours of private notes. Each has a sign, so that nobody needs to see the colour.
public enum NoteColour: String, CaseIterable, Sendable, Codable {
  case red, yellow, green, blue

  /// Its name.
  public var label: Phrase {
    switch self {
    case .red: Phrase("note-colour.red", "red")
    case .yellow: Phrase("note-colour.yellow", "yellow")
    case .green: Phrase("note-colour.green", "green")
    case .blue: Phrase("note-colour.blue", "blue")
    }
  }

  /// Its sign.
  public var sign: String {
    switch self {
    case .red: "◆"
    case .yellow: "▲"
    case .green: "■"
    case .blue: "▼"
    }
  }
}

/// One client's private note replaced by another; nil is none.
public struct NoteChange: Hashable, Sendable {
  /// The client.
  public var client: ClientNumber
  /// What it replaces.
  public var old: PrivateNote?
  /// What stands then.
  public var new: PrivateNote?

  /// A change.
  public init(_ client: ClientNumber, old: PrivateNote?, new: PrivateNote?) {
    self.client = client
    self.old = old
    self.new = new.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The change that takes this one back.
  public var inverse: NoteChange { NoteChange(client, old: new, new: old) }

  /// What is to be kept where another of one's own programs wrote `current` meanwhile: what only one of both changed is
  /// as it made it; of two texts none is lost.
  public func over(_ current: PrivateNote?) -> PrivateNote? {
    guard current != old else { return new }
    guard let current else { return new }
    guard let new else { return current }
    let before = old ?? PrivateNote(until: new.until)
    var merged = new
    if new.text == before.text {
      merged.text = current.text
    } else if current.text != before.text, current.text != new.text {
      merged.text = [current.text, new.text].filter { !$0.isEmpty }.joined(separator: "\n")
    }
    func folded(_ tags: [String]) -> Set<String> { Set(tags.map { Folding.fold($0) }) }
    let (mine, base) = (folded(new.tags), folded(before.tags))
    let removed = before.tags.filter { !mine.contains(Folding.fold($0)) }
    let added = new.tags.filter { !base.contains(Folding.fold($0)) }
    merged.tags = current.tagged(adding: added, removing: removed).tags
    if new.colour == before.colour { merged.colour = current.colour }
    if old != nil, new.until == before.until {
      merged.until = current.until
    } else if old == nil || current.until != before.until {
      // Both set a day: the later one loses nothing.
      merged.until = max(current.until, new.until)
    }
    return merged.isEmpty ? nil : merged
  }
}
