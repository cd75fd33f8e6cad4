import CaseloadCore

/// The four panes, numbered as the keys 1 to 4 call them.
public enum Pane: Int, CaseIterable, Sendable, Hashable, Codable {
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
  /// The clients of one cell of two crossed fields.
  case cell(row: BarPlace, column: BarPlace)
}

/// What the keys go to.
public enum Mode: Hashable, Sendable {
  /// The panes.
  case browse
  /// Typing a filter.
  case filter(FilterEntry)
  /// Looking for a client, over where she was looked for.
  indirect case find(FindEntry, over: Mode)
  /// Choosing a worklist; the place in the list of worklists.
  case worklists(Int)
  /// Choosing the column to sort by; the place in the list of columns.
  case sort(Int)
  /// The table of a field, or of two crossed.
  case table(TableView)
  /// Choosing a field for the table.
  case tableField(FieldMenu)
  /// Choosing the columns of the list.
  case columns(ColumnMenu)
  /// The whole record of the client under the cursor; the first line shown.
  case record(Int)
  /// The whole record of a client who was found; the first line shown, and what Esc goes back to.
  indirect case visit(ClientNumber, Int, over: Mode)
  /// The record of one client with nothing else on the screen; the first line shown, and what Esc goes back to.
  indirect case alone(ClientNumber, Int, over: Mode)
  /// Typing the name of a worklist, worklists as text, or a line for a sweep, and what Esc goes back to.
  indirect case name(NameEntry, over: Mode)
  /// Whether a worklist, by its id, is to be deleted, and what no goes back to.
  indirect case question(String, over: Mode)
  /// A worklist, by its id, as text, and what Esc goes back to.
  indirect case page(String, over: Mode)
  /// What this week asks and who will be out of sight by when; the first line shown, and what Esc goes back to.
  indirect case ahead(Int, over: Mode)
  /// Filling in a form, and what Esc goes back to.
  indirect case form(Form, over: Mode)
  /// A client's errands; the place of the cursor, and what Esc goes back to.
  indirect case errands(ClientNumber, Int, over: Mode)
  /// A client's contacts; the place of the cursor, and what Esc goes back to.
  indirect case contacts(ClientNumber, Int, over: Mode)
  /// Walking a list one client at a time: the sweep, by its id.
  case sweep(String)
  /// Choosing among new and resting sweeps; the place of the cursor.
  case sweeps(Int)
  /// Why it does not go on with a client; the place of the cursor, and what Esc goes back to.
  indirect case stops(ClientNumber, Int, over: Mode)
  /// What other sources say of a client; the place of the cursor, and what Esc goes back to.
  indirect case offers(ClientNumber, Int, over: Mode)
  /// The hand-overs that wait for who is at the keyboard; the place of the cursor, and what Esc goes back to.
  indirect case transfers(Int, over: Mode)
  /// Who is away; the place of the cursor, and what Esc goes back to.
  indirect case absences(Int, over: Mode)
  /// Choosing which field of a client is edited; the place of the cursor, and what Esc goes back to.
  indirect case fields(ClientNumber, Int, over: Mode)
  /// What stands in the way of a change; the first line shown, and what Esc goes back to.
  indirect case conflict(ChangeConflict, Int, over: Mode)
  /// Bringing in an export; how far that is stands in the state.
  case importing
  /// Choosing an action, in the palette or the list of all keys; and where it was asked for, which is what Esc goes
  /// back to and where the action is done.
  indirect case actions(ActionPick, over: Mode)
}

/// Choosing an action by typing a part of its name.
public struct ActionPick: Hashable, Sendable {
  /// How the actions stand.
  public enum Style: Hashable, Sendable {
    /// The best match first.
    case palette
    /// By where they work.
    case keys
  }
  /// How the actions stand.
  public var style: Style
  /// The text.
  public var field = TextField()
  /// The place of the cursor among those that match.
  var index = 0
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
  /// The own worklist whose text this is.
  var edits: String?
  /// Behind the text that was in force stands a blank for what is typed next, and nothing was typed yet.
  var hasBlank = false
}
