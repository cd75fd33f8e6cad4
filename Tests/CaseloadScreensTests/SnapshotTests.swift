import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// A key script and the screen that follows it.
@Suite struct SnapshotTests {
  struct Scene: Sendable, CustomTestStringConvertible {
    var name: String
    var width: Int
    var height: Int
    var keys: String
    var testDescription: String { name }
  }

  static let scenes = [
    Scene(name: "dashboard-140x40", width: 140, height: 40, keys: "j"),
    Scene(name: "dashboard-120x30", width: 120, height: 30, keys: "j"),
    Scene(name: "dashboard-80x24", width: 80, height: 24, keys: "j"),
    Scene(name: "dashboard-40x10", width: 40, height: 10, keys: "j"),
    Scene(name: "too-small-39x9", width: 39, height: 9, keys: ""),
    Scene(name: "too-small-10x3", width: 10, height: 3, keys: ""),
    Scene(name: "filter-unknowns-140x40", width: 140, height: 40, keys: "/seen>3m<Enter>n"),
    Scene(name: "filter-unfinished-140x40", width: 140, height: 40, keys: "/seen>3m gend"),
    Scene(name: "filter-error-140x40", width: 140, height: 40, keys: "/seen>3m educaton<lt>=mbo2 "),
    Scene(name: "filter-error-80x24", width: 80, height: 24, keys: "/educaton<lt>=mbo2 "),
    Scene(name: "filter-nobody-80x24", width: 80, height: 24, keys: "/licence:T<Enter>"),
    Scene(name: "forgotten-140x40", width: 140, height: 40, keys: "/@forgotten<Enter>"),
    Scene(name: "forgotten-legend-80x24", width: 80, height: 24, keys: "/@forgotten<Enter>4"),
    Scene(name: "worklists-140x40", width: 140, height: 40, keys: "wj"),
    Scene(name: "worklists-80x24", width: 80, height: 24, keys: "wj"),
    Scene(name: "sort-menu-80x24", width: 80, height: 24, keys: "sjj"),
    Scene(name: "sorted-by-seen-80x24", width: 80, height: 24, keys: "s" + downs(to: "seen") + "<Enter>"),
    Scene(
      name: "sorted-by-hours-140x40", width: 140, height: 40, keys: "s" + downs(to: "hours") + "<Enter>r"),
    Scene(name: "bars-140x40", width: 140, height: 40, keys: "j2jjj"),
    Scene(name: "bars-list-100x30", width: 100, height: 30, keys: "gg2jj<Space>"),
    Scene(name: "bars-client-140x40", width: 140, height: 40, keys: "j2jjg"),
    Scene(name: "zoomed-bars-140x40", width: 140, height: 40, keys: "j2zjj"),
    Scene(name: "zoomed-bars-80x24", width: 80, height: 24, keys: "j2zjj"),
    Scene(name: "record-timeline-80x24", width: 80, height: 24, keys: "j<Enter><Tab>"),
    Scene(name: "help-on-a-record-80x24", width: 80, height: 24, keys: "j<Enter>?"),
    Scene(name: "sorted-by-age-80x24", width: 80, height: 24, keys: "sj<Enter>"),
    Scene(name: "sort-menu-140x40", width: 140, height: 40, keys: "sp"),
    Scene(name: "monitoring-focus-140x40", width: 140, height: 40, keys: "j3jjjjj"),
    Scene(name: "zoomed-list-140x40", width: 140, height: 40, keys: "z"),
    Scene(name: "zoomed-monitoring-80x24", width: 80, height: 24, keys: "j3z"),
    Scene(name: "marked-80x24", width: 80, height: 24, keys: "j<Space>jj<Space>/gender:woman<Enter>"),
    Scene(name: "record-140x40", width: 140, height: 40, keys: "j<Enter>"),
    Scene(name: "record-80x24", width: 80, height: 24, keys: "j<Enter><PageDown>"),
    Scene(name: "find-80x24", width: 80, height: 24, keys: "fbos"),
    Scene(name: "find-140x40", width: 140, height: 40, keys: "fbos"),
    Scene(name: "find-outside-80x24", width: 80, height: 24, keys: "/gender:woman<Enter>fbos"),
    Scene(name: "find-60x24", width: 60, height: 24, keys: "f1990"),
    Scene(name: "alone-80x24", width: 80, height: 24, keys: "/bakker<Enter>jo"),
    Scene(name: "table-seen-80x24", width: 80, height: 24, keys: "Fj"),
    Scene(name: "table-licence-140x40", width: 140, height: 40, keys: "FFdd<Enter>jj"),
    Scene(name: "table-crossed-140x40", width: 140, height: 40, keys: "FFe<Enter>xg<Enter>jl"),
    Scene(name: "table-crossed-80x24", width: 80, height: 24, keys: "FFe<Enter>xd<Enter>jllllll"),
    Scene(name: "table-field-80x24", width: 80, height: 24, keys: "Fxe"),
    Scene(name: "columns-140x40", width: 140, height: 40, keys: "C<Space>jj<lt>"),
    Scene(name: "columns-80x24", width: 80, height: 24, keys: "/@forgotten<Enter>Cj"),
    Scene(name: "sorted-by-two-80x24", width: 80, height: 24, keys: "sjj<Enter>skk<Space><Enter>"),
    Scene(name: "help-140x40", width: 140, height: 40, keys: "?"),
    Scene(name: "help-80x24", width: 80, height: 24, keys: "?<PageDown><PageDown>"),
    Scene(name: "help-narrowed-80x24", width: 80, height: 24, keys: "?worklist"),
    Scene(name: "palette-140x40", width: 140, height: 40, keys: ":"),
    Scene(name: "palette-80x24", width: 80, height: 24, keys: ":mark"),
    Scene(name: "palette-in-a-record-80x24", width: 80, height: 24, keys: "<Enter>:sort"),
  ]

  /// From the name, by which the list is sorted first, down to another column of the menu.
  private static func downs(to field: FieldID) -> String {
    let fields = People.state().sortFields
    let from = fields.firstIndex(of: "name") ?? 0
    return String(repeating: "j", count: max(0, (fields.firstIndex(of: field) ?? 0) - from))
  }

  @Test(arguments: scenes) func screen(_ scene: Scene) throws {
    var player = Player(People.state(width: scene.width, height: scene.height))
    player.press(scene.keys)
    let cursor = player.frame.cursor.map { "cursor \($0.row),\($0.column)" } ?? "no cursor"
    try expectSnapshot(player.text + "\n" + cursor, scene.name)
  }

  @Test func dutch() throws {
    var context = People.context
    context.language = .dutch
    var player = Player(
      ScreenState(
        population: People.population, context: context,
        scope: CaseloadOwner(coach: "J. de Vries", team: "team Noord 2"),
        size: .init(width: 140, height: 40)))
    player.press("/@forgotten<Enter>")
    try expectSnapshot(player.text, "dutch-140x40")
  }

  @Test func emptyStoreSaysWhatToDo() throws {
    let state = ScreenState(
      population: Population(), context: People.context, scope: CaseloadOwner(coach: "J. de Vries"),
      size: .init(width: 80, height: 24))
    try expectSnapshot(render(state).text, "empty-80x24")
  }
}
