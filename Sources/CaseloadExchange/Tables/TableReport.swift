/// What became of the rows of one table: read = taken + ended + left out + refused.
public struct TableReport: Sendable, Equatable {
  /// A row that says otherwise than a later one of the same client, both of which count on the day drawn.
  public struct Difference: Sendable, Equatable, Hashable {
    /// The line of the row that gave way, and of the one that stands.
    public let line: Int
    public let stands: Int
  }

  /// The table's name in the mapping, and its file.
  public let name: String
  public let path: String
  /// What was read, and what was not understood; `passedOver` are the rows that have ended or are left out.
  public internal(set) var report: ImportReport
  /// Rows that do not count on the day drawn: over, still to come, or followed by a later one.
  public internal(set) var ended = 0
  /// Rows that the mapping leaves out.
  public internal(set) var leftOut = 0
  /// Rows that gave way to a later one. They are among the taken.
  public internal(set) var differences: [Difference] = []
  /// Where its refused rows stand.
  public internal(set) var refusedFile: String?
  /// Where those of an earlier import stand, when these took their place.
  public internal(set) var setAside: String?
  /// The lines that were refused, and why.
  public internal(set) var refusals: [(line: Int, problem: RowProblem)] = []

  /// Lines that are kept; beyond them only the count goes on.
  private static let most = 1_000

  init(name: String, path: String, report: ImportReport) {
    self.name = name
    self.path = path
    self.report = report
  }

  /// The report of a table of contacts.
  public init(
    contacts name: String, path: String, report: ImportReport, refusals: [(line: Int, problem: RowProblem)],
    refusedFile: String?, setAside: String?
  ) {
    self.init(name: name, path: path, report: report)
    self.refusals = refusals
    self.refusedFile = refusedFile
    self.setAside = setAside
  }

  mutating func refuse(_ line: Int, _ problem: RowProblem) {
    report.countRefused(problem)
    if refusals.count < Self.most { refusals.append((line, problem)) }
  }

  public static func == (left: TableReport, right: TableReport) -> Bool {
    left.name == right.name && left.path == right.path && left.report == right.report
      && left.ended == right.ended && left.leftOut == right.leftOut && left.differences == right.differences
  }
}
