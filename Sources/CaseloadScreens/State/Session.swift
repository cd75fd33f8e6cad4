import CaseloadCore

/// Where the user is, kept in the desk so that tomorrow begins where today ended.
public struct Session: Hashable, Sendable, Codable {
  /// The filter in force.
  public var filter: String
  /// Earlier filter texts and abandoned ones, the newest last.
  public var history: [String]
  /// The field by which the list is sorted.
  public var sortField: FieldID
  /// Lowest first.
  public var ascending: Bool
  /// Unknowns are shown among the rest.
  public var showsUnknown: Bool
  /// The client under the cursor.
  public var client: ClientNumber?
  /// On which line of the list's window she stood; nil in a session that does not know.
  public var line: Int?
  /// The actions that were run from the palette, by id, the newest last.
  public var commands: [String]
  /// The clients whose records were open, the latest first.
  public var recents: [ClientNumber]
  /// The own worklist from which the filter was made, by its id.
  public var worklist: String?
  /// The pane that stands beside the list where there is room for two.
  public var companion: Pane?
  /// How the list is shown, by worklist; nil in a session of before there were views.
  public var views: [String: ListView]?
  /// What was typed and left at prompts other than that of the filter, by the prompt.
  public var drafts: [String: String]
  /// A session.
  public init(
    filter: String = "", history: [String] = [], sortField: FieldID = "name", ascending: Bool = true,
    showsUnknown: Bool = false, client: ClientNumber? = nil, line: Int? = nil, commands: [String] = [],
    recents: [ClientNumber] = [], worklist: String? = nil, companion: Pane? = nil,
    views: [String: ListView]? = nil, drafts: [String: String] = [:]
  ) {
    self.filter = filter
    self.history = history
    self.sortField = sortField
    self.ascending = ascending
    self.showsUnknown = showsUnknown
    self.client = client
    self.line = line
    self.commands = commands
    self.recents = recents
    self.worklist = worklist
    self.companion = companion
    self.views = views
    self.drafts = drafts
  }

  /// Reads a session that an earlier version may have kept: what it did not know yet begins anew.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func read<Part: Decodable>(_ key: CodingKeys, or usual: Part) throws -> Part {
      try container.decodeIfPresent(Part.self, forKey: key) ?? usual
    }
    self.init(
      filter: try read(.filter, or: ""), history: try read(.history, or: []),
      sortField: try read(.sortField, or: "name"), ascending: try read(.ascending, or: true),
      showsUnknown: try read(.showsUnknown, or: false),
      client: try container.decodeIfPresent(ClientNumber.self, forKey: .client),
      line: try container.decodeIfPresent(Int.self, forKey: .line), commands: try read(.commands, or: []),
      recents: try read(.recents, or: []),
      worklist: try container.decodeIfPresent(String.self, forKey: .worklist),
      companion: try container.decodeIfPresent(Int.self, forKey: .companion).flatMap { Pane(rawValue: $0) },
      views: try container.decodeIfPresent([String: ListView].self, forKey: .views),
      drafts: try read(.drafts, or: [:]))
  }
}
