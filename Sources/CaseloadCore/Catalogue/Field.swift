/// The id of a catalogue field: English, lower case, stable; what the filter language, the shell, JSON and
/// the store's columns call it.
public struct FieldID: Hashable, Comparable, Sendable, Codable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The id's text, such as `education`.
  public let text: String
  /// An id from its text.
  public init(_ text: String) { self.text = text }
  public init(stringLiteral value: String) { self.text = value }
  public var description: String { text }
  public static func < (left: FieldID, right: FieldID) -> Bool { left.text < right.text }
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// The groups in which the record shows the fields (product.md, "The catalogue").
public enum FieldGroup: String, CaseIterable, Sendable, Codable {
  /// Who the client is and how to reach her.
  case identity
  /// What the municipality does with and for the client.
  case service
  /// Household, children, language.
  case person
  /// What vacancies ask for.
  case work
  /// Whether there are problems, never which.
  case health
  /// Contacts, plans, offers and errands.
  case monitoring

  /// The group's name.
  public var label: Phrase {
    switch self {
    case .identity: Phrase("group.identity", "Identity")
    case .service: Phrase("group.service", "Service")
    case .person: Phrase("group.person", "Person")
    case .work: Phrase("group.work", "Work")
    case .health: Phrase("group.health", "Health")
    case .monitoring: Phrase("group.monitoring", "Monitoring")
    }
  }
}

/// What the program may do with a field.
public struct Uses: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Shown as a column of the list.
  public static let list = Uses(rawValue: 1)
  /// A word of the filter language.
  public static let filter = Uses(rawValue: 2)
  /// Bars and counts.
  public static let facet = Uses(rawValue: 4)
  /// Entered by a coach.
  public static let form = Uses(rawValue: 8)
  /// A lawful criterion for a vacancy. Never set on a protected field; a test says so.
  public static let matching = Uses(rawValue: 16)
  /// Leaves in exports.
  public static let export = Uses(rawValue: 32)
}

/// Who keeps a field.
public enum Owner: String, Sendable, Codable {
  /// The register: an import brings it.
  case register
  /// The coach: the register may bring a first value.
  case coach
  /// Worked out from other fields; never entered nor imported.
  case derived
}

/// When a field counts as missing if it is empty.
public enum Due: String, Sendable, Codable {
  /// At intake.
  case intake
  /// After the second conversation, but no later than the phase (8 weeks) after intake.
  case phase
  /// Never: empty is fine.
  case never
}

/// Service tracks.
public enum Track: String, CaseIterable, Sendable, Codable {
  /// Can be matched with a job now.
  case work
  /// Learns or trains towards work first.
  case development
  /// Takes part in society; work is not near.
  case participation
  /// Care comes first.
  case care
}

/// One value that a field with a fixed list can have.
public struct Choice: Sendable, Hashable {
  /// The code: English, lower case, stable (`mbo2`, `single-parent`).
  public let code: String
  /// Its name.
  public let label: Phrase
  /// Spellings that imports and filters read as this choice, English and Dutch (compared folded).
  public let synonyms: [String]
  /// A choice that records that there is nothing (no licence, no children): `has:` is not satisfied by it.
  public let isNone: Bool

  /// Declares a choice.
  public init(_ code: String, _ label: Phrase, synonyms: [String] = [], isNone: Bool = false) {
    self.code = code
    self.label = label
    self.synonyms = synonyms
    self.isNone = isNone
  }
}

/// How the choices of a field relate.
public enum Order: Sendable, Hashable {
  /// No order; only equality.
  case none
  /// Ordered as listed, each choice above those before it.
  case listed
  /// Partially ordered: for each choice (by its place in the list) the set of the places of the choices that
  /// are strictly below it. Choices in neither set are not comparable: a test between them is no.
  case partial(below: [ChoiceSet])
}

/// A set of the choices of one field by their places in its list (at most 64).
public struct ChoiceSet: OptionSet, Sendable, Hashable, Codable {
  public let rawValue: UInt64
  public init(rawValue: UInt64) { self.rawValue = rawValue }
  /// The set of one place (0...63); the empty set for any other.
  public init(place: Int) { rawValue = (0..<64).contains(place) ? 1 << UInt64(place) : 0 }
  /// How many choices are in the set.
  public var count: Int { rawValue.nonzeroBitCount }
  /// The places in the set, lowest first.
  public var places: [Int] {
    var places: [Int] = []
    places.reserveCapacity(count)
    var rest = rawValue
    while rest != 0 {
      places.append(rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
    return places
  }
  /// Whether the place is in the set.
  public func contains(place: Int) -> Bool {
    (0..<64).contains(place) && rawValue & (1 << UInt64(place)) != 0
  }
}

/// The unit in which a number is counted and shown.
public enum Unit: String, Sendable, Codable {
  case years, weeks, hoursPerWeek, kilometres, minutes, count, step
}

/// What kind of value a field holds, and so its column, its entry, its tests and its rendering.
public enum Kind: Sendable, Hashable {
  /// Free text of one line. `repeated` where few values are shared by many clients (coach, team, district):
  /// such a field is kept as a column and can be a facet; other text is only in the record.
  case text(repeated: Bool)
  /// The client's name.
  case name
  /// One of a list; partial where several remain possible.
  case choice([Choice], Order)
  /// Several of a list (licences, transport, days); `implies` gives, for each place, the places that having it
  /// gives too (itself not included), already closed under repetition.
  case choices([Choice], implies: [ChoiceSet])
  /// A day; partial as an interval (a birth year).
  case day
  /// A whole number; partial as an interval.
  case number(Unit)
  /// A wish with a lowest and a highest (hours per week 16..24): passes a test where any part of it does.
  case span(Unit)
  /// Free words, several (skills, wanted jobs).
  case words
  /// Work experience.
  case experience
}

/// One field of the catalogue, declared once; list columns, filter words, completion, facets, legend, forms,
/// quality rules, import mapping and export follow from it. Shared, not copied: it never changes, and every pane of
/// every frame asks several.
public final class Field: Sendable, Identifiable {
  /// Its id.
  public let id: FieldID
  /// The group in which the record shows it.
  public let group: FieldGroup
  /// What it holds.
  public let kind: Kind
  /// Its name.
  public let label: Phrase
  /// A shorter name for list headers and narrow panes (at most 12 columns).
  public let short: Phrase
  /// What it means, for a new colleague.
  public let definition: Phrase
  /// A characteristic protected by equal treatment law or privacy law: never a criterion for a vacancy
  /// (Algemene wet gelijke behandeling art. 1 and 5; WGBL; WGBH/CZ; GDPR art. 9).
  public let isProtected: Bool
  /// When it is due.
  public let due: Due
  /// The tracks for which it is due; nil for all.
  public let tracks: Set<Track>?
  /// What may be done with it.
  public let uses: Uses
  /// Who keeps it.
  public let owner: Owner
  /// Other words the filter language reads for this field (Dutch ones too), besides id and unique prefixes.
  public let filterWords: [String]
  /// Column headers of registers that mean this field (compared folded).
  public let importSynonyms: [String]
  /// A field with a legal ground is not waived; the ground in words, such as an article of law.
  public let legalGround: Phrase?

  /// Declares a field. Label, short label and definition are English here; other languages keep theirs under
  /// `field.<id>.label`, `.short` and `.definition`.
  public init(
    _ id: FieldID, _ group: FieldGroup, _ kind: Kind, label: String, short: String? = nil,
    definition: String, isProtected: Bool = false, due: Due = .never, tracks: Set<Track>? = nil,
    uses: Uses, owner: Owner, filterWords: [String] = [], importSynonyms: [String] = [],
    legalGround: String? = nil
  ) {
    self.id = id
    self.group = group
    self.kind = kind
    self.label = Phrase("field.\(id.text).label", label)
    self.short = Phrase("field.\(id.text).short", short ?? label)
    self.definition = Phrase("field.\(id.text).definition", definition)
    self.isProtected = isProtected
    self.due = due
    self.tracks = tracks
    self.uses = uses
    self.owner = owner
    self.filterWords = filterWords
    self.importSynonyms = importSynonyms
    self.legalGround = legalGround.map { Phrase("field.\(id.text).ground", $0) }
  }

  /// The choices of a field with a fixed list; empty for other kinds.
  public var choices: [Choice] {
    switch kind {
    case .choice(let choices, _), .choices(let choices, _): choices
    default: []
    }
  }

  /// The place of the choice with this code; nil where there is none.
  public func place(of code: String) -> Int? { choices.firstIndex { $0.code == code } }
}
