import CaseloadCore
import Cells

/// One column of the list.
struct ListColumn: Equatable {
  /// What it shows: a field, or the sign that says ‼.
  enum Content: Equatable { case name, age, seen, sign, next, field(FieldID) }
  var content: Content
  var width: Int

  /// The field it is sorted by; nil for the sign.
  var field: FieldID? {
    switch content {
    case .name: "name"
    case .age: "age"
    case .seen: "seen"
    case .next: "next"
    case .field(let id): id
    case .sign: nil
    }
  }

  var alignment: Alignment { content == .age ? .right : .left }

  /// The plain columns, and those that are added where there is room, in their order.
  static let plain: [FieldID] = ["name", "age", "seen", "next"]
  static let added: [FieldID] = ["track", "ladder", "cv", "plan", "waiting", "gaps", "district"]

  /// What stands over it.
  func head(_ speech: Speech, _ catalogue: Catalogue) -> TerminalText {
    switch content {
    case .name: speech(Words.client)
    case .age: speech(Words.age)
    case .seen: speech(Words.lastSeen)
    case .next: speech(Words.next)
    case .sign: ""
    case .field(let id): catalogue[id].map { speech($0.short) } ?? ""
    }
  }

  /// The columns for a list of this inner width. Name, last seen and its sign are always there; a column that
  /// the list is sorted by is there too, so that one sees why a client stands where she stands.
  static func fitting(
    _ width: Int, sortedBy sorted: FieldID, _ catalogue: Catalogue, _ speech: Speech
  ) -> [ListColumn] {
    let gutter = 2
    let shortestName = 14
    // A head, with its arrow where the list is sorted by it, is never cut.
    let column = { (content: Content, width: Int) -> ListColumn in
      var column = ListColumn(content: content, width: width)
      let arrow = column.field == sorted ? 1 : 0
      column.width = max(width, min(20, column.head(speech, catalogue).width) + arrow)
      return column
    }
    var rest = [column(.seen, 11), column(.sign, 1)]
    var extras: [ListColumn] = []
    if !plain.contains(sorted) {
      // It is always there, at the cost of long names.
      var why = column(.field(sorted), Self.width(of: sorted))
      let used = rest.reduce(gutter + 1) { $0 + $1.width + 1 }
      why.width = min(why.width, max(6, width - used - 12))
      rest.append(why)
    }
    extras.append(column(.age, 3))
    extras.append(column(.next, 6))
    if sorted == "next" { extras.swapAt(extras.count - 1, extras.count - 2) }
    for id in added where id != sorted && catalogue[id] != nil {
      extras.append(column(.field(id), Self.width(of: id)))
    }
    for extra in extras {
      let used = (rest + [extra]).reduce(gutter) { $0 + $1.width + 1 }
      // The columns beyond the plain ones come only where names have all the room they need.
      let isPlain = extra.content == .age || extra.content == .next
      if width - used < (isPlain ? shortestName : 28) { break }
      if extra.content == .age { rest.insert(extra, at: 0) } else { rest.append(extra) }
    }
    let used = rest.reduce(gutter) { $0 + $1.width + 1 }
    return [ListColumn(content: .name, width: max(1, width - used))] + rest
  }

  private static func width(of field: FieldID) -> Int {
    switch field {
    case "gaps", "errands", "children", "number": 6
    case "track": 14
    default: 11
    }
  }
}
