import CaseloadCore
import Cells

/// How the list is shown: which columns, how wide, and sorted by what. There is one for everybody, and one for each
/// worklist where it was changed there; both are kept in the session.
public struct ListView: Hashable, Sendable, Codable {
  /// A column that was chosen.
  public struct Column: Hashable, Sendable, Codable {
    /// The field it shows.
    public var field: FieldID
    /// Its width in columns of the terminal; nil for what the field needs.
    public var width: Int?
  }

  /// The columns behind the name, in their order; nil as long as the program chooses by the room there is.
  public var columns: [Column]?
  /// By what the list is sorted: first, then, then.
  public var sort: [SortKey]

  /// A view.
  public init(columns: [Column]? = nil, sort: [SortKey] = [SortKey("name")]) {
    self.columns = columns
    self.sort = sort
  }

  /// The narrowest and the widest that a column is made.
  static let widths = 3...40
  /// The most keys by which a list is sorted; what comes behind decides nothing any more.
  static let mostKeys = 4
}

extension ScreenState {
  /// The view of the worklist in force, which is that of everybody as long as nothing was changed here.
  var view: ListView { views[viewKey] ?? views[""] ?? ListView() }

  /// The columns of the list that were chosen and that there are, each once, no wider than allowed: a session may
  /// come from another version. Nil where the program chooses.
  var chosenColumns: [ListView.Column]? {
    guard let columns = view.columns else { return nil }
    var seen: Set<FieldID> = ["name"]
    return columns.filter { isListed($0.field) && seen.insert($0.field).inserted }.map { column in
      let width = column.width.map {
        min(max(ListView.widths.lowerBound, $0), ListView.widths.upperBound)
      }
      return ListView.Column(field: column.field, width: width)
    }
  }

  func isListed(_ field: FieldID) -> Bool {
    population.catalogue[field]?.uses.contains(.list) == true
  }

  /// Changes the view of the worklist in force. The cursor stays on its person.
  mutating func changeView(_ body: (inout ListView) -> Void) {
    var view = view
    body(&view)
    views[viewKey] = view
    chosen = cursor ?? chosen
    useView()
  }

  /// Sorts by what the view in force says.
  mutating func useView() {
    let keys = view.sort.filter { isListed($0.field) }
    let wanted = keys.isEmpty ? [SortKey("name")] : Array(keys.prefix(ListView.mostKeys))
    guard wanted != sorts else { return }
    sorts = wanted
    sortList()
  }

  /// Takes the view of the worklist in force, or of the own one that the filter was made from; not yet of one that is
  /// being typed.
  mutating func followWorklist() {
    if case .filter = mode { return }
    let worklist = worklistInForce
    viewKey = worklist?.rule == .filter(.all) ? "" : worklist?.id ?? baseWorklist ?? ""
    useView()
  }

  /// The place of a field among the sort's keys.
  func sortPlace(of field: FieldID) -> Int? { sorts.firstIndex { $0.field == field } }

  /// Sorts by a field behind what the list is sorted by already; then the other way round; then no more by it.
  mutating func sortThen(by field: FieldID) {
    var keys = sorts
    if let place = sortPlace(of: field) {
      if keys[place].ascending {
        keys[place].ascending = false
      } else if keys.count > 1 {
        keys.remove(at: place)
      } else {
        keys[place].ascending = true
      }
    } else if keys.count < ListView.mostKeys {
      keys.append(SortKey(field))
    }
    changeView { $0.sort = keys }
  }

  /// An arrow for a field the list is sorted by, with its place where there are several; empty for the others.
  func sortSign(_ field: FieldID) -> TerminalText {
    guard let place = sortPlace(of: field) else { return "" }
    let arrow: TerminalText = sorts[place].ascending ? "▴" : "▾"
    return sorts.count > 1 ? "\(arrow)\(place + 1)" : arrow
  }
}
