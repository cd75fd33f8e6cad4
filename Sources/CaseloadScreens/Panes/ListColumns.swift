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

  /// The columns for a list of this inner width. Name, last seen and its sign are always there; a column that
  /// the list is sorted by is there too, so that one sees why a client stands where she stands.
  static func fitting(_ width: Int, sortedBy sorted: FieldID, _ catalogue: Catalogue) -> [ListColumn] {
    let gutter = 2
    let shortestName = 14
    var rest = [ListColumn(content: .seen, width: 11), ListColumn(content: .sign, width: 1)]
    let known: [FieldID] = ["name", "age", "seen", "next", "number"]
    var extras: [ListColumn] = []
    if !known.contains(sorted) || sorted == "number" {
      extras.append(ListColumn(content: .field(sorted), width: Self.width(of: sorted)))
    }
    extras.append(ListColumn(content: .age, width: 3))
    extras.append(ListColumn(content: .next, width: 6))
    if sorted == "next" { extras.swapAt(extras.count - 1, extras.count - 2) }
    for id in ["track", "ladder", "cv", "plan", "waiting", "gaps", "district"] as [FieldID]
    where id != sorted && catalogue[id] != nil {
      extras.append(ListColumn(content: .field(id), width: Self.width(of: id)))
    }
    for extra in extras {
      let used = (rest + [extra]).reduce(gutter) { $0 + $1.width + 1 }
      // The columns beyond the plain ones come only where names have all the room they need.
      let isPlain = extra.content == .age || extra.content == .next || extra.field == sorted
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
