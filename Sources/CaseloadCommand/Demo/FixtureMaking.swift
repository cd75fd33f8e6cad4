import CaseloadCore
import CaseloadExchange
import CaseloadStore
import Foundation

/// Puts the invented exports of `Fixtures/` into a new store, their days moved so that they were drawn yesterday.
struct FixtureMaking {
  /// The folder with the exports.
  let folder: String
  /// The day drawn of the demonstration, and by how many days everything is moved to it.
  let drawn: Day
  private let moved: Int
  private let since: Day
  let context: Context
  /// From the folder of tables (`department`) instead of the two flat files.
  var fromTables = false

  /// The day on which the fixtures were drawn, the day from which their contacts are complete, and the coach
  /// whose caseload opens (Fixtures/README.md).
  private static let fixtureDay = Day(year: 2026, month: 11, day: 20) ?? .latest
  private static let fixtureSince = Day(year: 2025, month: 11, day: 1) ?? .latest
  private static let coach = "J. de Vries"

  init(folder: String, context: Context, fromTables: Bool = false) {
    self.folder = folder
    self.fromTables = fromTables
    self.context = context
    drawn = context.today.adding(days: -1)
    moved = drawn.days(since: Self.fixtureDay)
    since = Self.fixtureSince.adding(days: moved)
  }

  /// Fills the store.
  func fill(_ store: Store) throws {
    // Refused rows are not kept: a demonstration leaves nothing beside the fixtures.
    let plan = ImportPlan(
      drawn: drawn, register: "demo", isPartial: false, isDryRun: false, isForced: false, keepsRefused: false)
    try fromTables ? fillFromTables(store, plan) : fillFromFiles(store, plan)
    try store.keep(.owner, Self.coach, as: .random(), reason: "demonstration", keptBy: nil, context)
  }

  private func fillFromFiles(_ store: Store, _ plan: ImportPlan) throws {
    var clients = ClientsImporting(store: store, plan: plan, context: context)
    clients.isQuiet = true
    clients.adjust = { value, field in value.moved(days: moved, field) }
    _ = try clients.run(folder + "/register.csv")
    var contacts = ContactsImporting(store: store, plan: plan, context: context)
    contacts.isQuiet = true
    contacts.moveDays = moved
    _ = try contacts.run(folder + "/contacts.csv", since: since)
  }

  private func fillFromTables(_ store: Store, _ plan: ImportPlan) throws {
    guard let department = try TableFolder.recognised(folder + "/department") else {
      throw ExchangeError.personsTable(files: [])
    }
    var tables = FolderImporting(store: store, plan: plan, context: context)
    tables.isQuiet = true
    tables.adjust = { value, field in value.moved(days: moved, field) }
    tables.moveDays = moved
    _ = try tables.run(department, since: since)
  }

  /// The folder of the fixtures: where the user stands, beside the program or above it as in its sources, or
  /// under `share/caseload` as an installed program has it.
  static func found() -> String? {
    var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    var candidates = [FileManager.default.currentDirectoryPath + "/Fixtures"]
    while folder.path != "/", candidates.count < 24 {
      folder.deleteLastPathComponent()
      candidates += [folder.path + "/Fixtures", folder.path + "/share/caseload/Fixtures"]
    }
    return candidates.first { FileManager.default.isReadableFile(atPath: $0 + "/register.csv") }
  }
}

extension Value {
  /// The value with its days moved, but for days of birth: people do not get younger in a demonstration.
  fileprivate func moved(days count: Int, _ field: FieldID) -> Value {
    guard count != 0, field != "birth", field != "youngest", case .days(let days)? = content else {
      return self
    }
    var value = self
    value.content = .days(days.lowerBound.adding(days: count)...days.upperBound.adding(days: count))
    return value
  }
}
