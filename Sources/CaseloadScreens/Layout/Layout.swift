import Cells

/// Where everything stands in a window of this size (screens.md, "Layout rules").
struct Layout {
  /// The smallest window that shows anything but its own size.
  static let smallest = ScreenState.Size(width: 40, height: 10)
  /// Four panes from here, two from there.
  static let fourPanes = 120
  static let twoPanes = 80

  /// False below the smallest size.
  var fits = false
  var title = Rect(row: 0, column: 0, width: 0, height: 0)
  var filter = Rect(row: 0, column: 0, width: 0, height: 0)
  /// The worklists, or what is wrong with the filter; empty where there is no room.
  var strip = Rect(row: 0, column: 0, width: 0, height: 0)
  /// Everything between the top lines and the bottom ones.
  var body = Rect(row: 0, column: 0, width: 0, height: 0)
  /// The panes that are shown, with their borders.
  var panes: [(pane: Pane, rect: Rect)] = []
  /// The legend as one line; empty where it has a pane or there is no room.
  var legendLine = Rect(row: 0, column: 0, width: 0, height: 0)
  var footer = Rect(row: 0, column: 0, width: 0, height: 0)

  // Shared: where everything stands is asked often, and a copy of the state is not needed for it.
  init(_ state: __shared ScreenState) {
    let size = state.size
    fits = size.width >= Self.smallest.width && size.height >= Self.smallest.height
    guard fits else { return }
    var rest = Rect(row: 0, column: 0, width: size.width, height: size.height)
    (title, rest) = rest.splitTop(1)
    (filter, rest) = rest.splitTop(1)
    let hasStrip = size.height >= 16 && (size.width >= Self.fourPanes || size.height >= 30)
    if hasStrip || state.needsLineBelowFilter { (strip, rest) = rest.splitTop(1) }
    (footer, rest) = rest.splitBottom(1)
    let isFour = size.width >= Self.fourPanes
    if size.height >= 16, state.wantsLegendLine(isFour: isFour) {
      (legendLine, rest) = rest.splitBottom(state.legendLines)
    }
    body = rest
    if state.isZoomed {
      panes = [(state.focus, body)]
    } else if isFour {
      let rects = body.columns(weights: [48, 34, 35, 23])
      panes = zip(Pane.allCases, rects).map { ($0, $1) }
    } else if size.width >= Self.twoPanes {
      let (left, right) = body.splitLeft((body.width * 44 + 40) / 80)
      panes = [(.list, left), (state.companion, right)]
    } else {
      panes = [(state.focus, body)]
    }
  }

  /// The place of a pane; nil where it is not shown.
  func rect(of pane: Pane) -> Rect? { panes.first { $0.pane == pane }?.rect }

  /// The form; the legend's pane stays beside it where there are four.
  var form: Rect {
    guard panes.count == Pane.allCases.count, let legend = rect(of: .legend) else { return body }
    return body.splitLeft(legend.column - body.column).part
  }

  /// How many clients the list shows: a border above and below, a line of heads and a line of marks.
  var listRows: Int { rect(of: .list).map { ListPane.rows(in: $0) } ?? 1 }
}

extension ScreenState {
  /// Where everything stands now.
  var layout: Layout { Layout(self) }

  /// The legend is one line where it has no pane; a record and the help have all the room.
  func wantsLegendLine(isFour: Bool) -> Bool {
    switch mode {
    case .record, .visit, .alone, .find, .actions, .page, .conflict, .ahead, .importing, .errands, .offers,
      .contacts,
      .sweep, .sweeps, .stops, .transfers, .absences:
      false
    case .form: !(isFour && !isZoomed)
    case .table: true
    default:
      isZoomed
        ? focus != .legend
        : !isFour && (size.width >= Layout.twoPanes ? companion : focus) != .legend
    }
  }

  /// How many lines the legend has where it has no pane: a choice is made by what it says there, so in a menu it is
  /// read whole.
  var legendLines: Int {
    let menu =
      switch mode {
      case .name(_, let beneath), .question(_, let beneath): beneath
      default: mode
      }
    return size.height >= 20 && !place(of: menu).isDisjoint(with: .menus) ? 3 : 1
  }

  /// An error needs its caret.
  var needsLineBelowFilter: Bool {
    switch mode {
    case .filter: filterError != nil
    case .name(let entry, _): entry.refusal != nil
    default: false
    }
  }
}
