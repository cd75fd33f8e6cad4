import CaseloadCore

/// The four panes, numbered as the keys 1 to 4 call them.
public enum Pane: Int, CaseIterable, Sendable, Hashable {
  case list = 1, characteristics, monitoring, legend
}

/// What the characteristics pane shows.
public enum BarsMode: CaseIterable, Sendable, Hashable {
  /// The client's values and, as far as there is room, the bars.
  case both
  /// The client's values only.
  case client
  /// The bars of list against caseload only.
  case list
}

/// A place in the characteristics pane: a field, or a bar under it.
public struct BarPlace: Hashable, Sendable {
  /// The field.
  public var field: FieldID
  /// The bar's code; nil for the field's own line.
  public var code: String?
}

/// What made a mark. Marks whose origin is a protected field do not become a shortlist (product.md, "Fair
/// selection").
public enum MarkOrigin: Hashable, Sendable {
  /// By hand, one client at a time, under this filter text.
  case hand(filter: String)
  /// All of the list at once, under this filter text.
  case list(filter: String)
  /// The clients of one bar.
  case bar(FieldID, code: String)
}

/// What the keys go to.
public enum Mode: Hashable, Sendable {
  /// The panes.
  case browse
  /// Typing a filter.
  case filter(FilterEntry)
  /// Looking for a client.
  case find(FindEntry)
  /// Choosing a worklist; the place in the list of worklists.
  case worklists(Int)
  /// Choosing the column to sort by; the place in the list of columns.
  case sort(Int)
  /// The whole record of the client under the cursor; the first line shown.
  case record(Int)
  /// The keys; the first line shown, and where they were asked for, which is what Esc goes back to.
  indirect case help(Int, over: Mode)
}

/// The filter as it is typed.
public struct FilterEntry: Hashable, Sendable {
  /// The text.
  public var field: TextField
  /// The text that was in force before: where Esc goes back to.
  let before: String
  /// Place in the history while going through it; nil at the text that is being typed.
  var historyPlace: Int?
  /// What was being typed before going through the history.
  var draft: String
}

/// Looking for a client by name or number.
public struct FindEntry: Hashable, Sendable {
  /// The text.
  public var field: TextField
  /// Where Esc goes back to.
  let before: ClientNumber?
  /// How many match in the list and in the whole caseload.
  var inList = 0
  var inAll = 0
  /// The one found outside the list, where nobody in the list matches.
  var outside: ClientNumber?
}
