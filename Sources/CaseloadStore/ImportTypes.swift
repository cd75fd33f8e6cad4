import CaseloadCore

/// Which file an import comes from.
public struct ImportSource: Hashable, Sendable {
  /// The register's name: whose keys these are, and whose earlier exports this one follows.
  public var register: String
  /// The mapping's name and version.
  public var mapping: String
  /// The mapping's version.
  public var mappingVersion: String
  /// The day the export was drawn.
  public var drawn: Day
  /// SHA-256 of the file, hexadecimal.
  public var fileDigest: String
  /// Whether the file holds every client of the register, so that who is not in it is absent.
  public var isFull: Bool
  /// A source.
  public init(
    register: String, mapping: String, mappingVersion: String = "1", drawn: Day, fileDigest: String,
    isFull: Bool = true
  ) {
    self.register = register
    self.mapping = mapping
    self.mappingVersion = mappingVersion
    self.drawn = drawn
    self.fileDigest = fileDigest
    self.isFull = isFull
  }
}

/// What became of a row that was staged.
public enum Staged: Hashable, Sendable {
  /// It waits for the merge.
  case staged
  /// Its key stands in the file already, on this line; the row is refused.
  case duplicate(firstLine: Int)
  /// It cannot be kept, such as a text with a NUL; the row is refused.
  case refused(StoreError)
}

/// A row that the merge refused.
public struct RefusedRow: Hashable, Sendable {
  /// Why.
  public enum Reason: Hashable, Sendable {
    /// No client in the store has this key.
    case unknownKey
    /// Its key stands in the file already, on this line.
    case duplicate(firstLine: Int)
    /// It cannot be kept.
    case cannotBeKept(StoreError)
  }
  /// Its line in the file.
  public var line: Int
  /// Why.
  public var reason: Reason
  /// A refused row.
  public init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }
}

/// What an import came to: read = new + changed + unchanged + refused.
public struct ImportCounts: Hashable, Sendable {
  /// Rows of the file.
  public var read = 0
  /// Clients (or contacts) that were not in the store.
  public var new = 0
  /// Clients of whom something was taken or offered.
  public var changed = 0
  /// Rows that brought nothing new.
  public var unchanged = 0
  /// Rows that were refused, by the reader of the file or by the merge.
  public var refused = 0
  /// Values that were offered beside a newer value of the coach, or answers beside what is recorded.
  public var offers = 0
  /// Clients whom the full export no longer holds.
  public var absent = 0
  /// Clients who had been absent and are back.
  public var returned = 0
  /// Clients who got another coach.
  public var assigned = 0
  /// Answers of clients that were recorded.
  public var answers = 0
  /// Answers of "not known" where something is recorded, which says nothing against it.
  public var notKnown = 0
  /// Answers that are older than what the client answered since.
  public var older = 0
}

/// The result of a merge.
public struct ImportResult: Hashable, Sendable {
  /// The import's number, for undoing it; nil for a dry run, and where nothing was written.
  public var id: Int64?
  /// Counts.
  public var counts: ImportCounts
  /// Rows that were refused while staging and merging.
  public var refused: [RefusedRow]
}

/// How a merge is to be done.
public struct MergeOptions: Hashable, Sendable {
  /// Do all of it, count, and take it back.
  public var dryRun: Bool
  /// Take in an export drawn before the last one.
  public var force: Bool
  /// Rows that the reader of the file refused before they could be staged.
  public var refusedBefore: Int
  /// The file holds changes only: a cell without a text says nothing of its field.
  public var blankIsSilent: Bool
  /// Options.
  public init(
    dryRun: Bool = false, force: Bool = false, refusedBefore: Int = 0, blankIsSilent: Bool = false
  ) {
    self.blankIsSilent = blankIsSilent
    self.dryRun = dryRun
    self.force = force
    self.refusedBefore = refusedBefore
  }
}

/// An import that was taken in.
public struct ImportEntry: Hashable, Sendable {
  /// Its number.
  public var id: Int64
  /// `clients`, `contacts` or `answers`.
  public var kind: String
  /// Where it came from.
  public var source: ImportSource
  /// Its counts, as far as they are kept.
  public var counts: ImportCounts
  /// The change that took it back; nil while it stands.
  public var undone: ChangeID?
}

/// What taking back an import came to.
public struct ImportUndo: Hashable, Sendable {
  /// Clients it had brought who were removed again.
  public var removed = 0
  /// Values that went back to what they were.
  public var reverted = 0
  /// Clients it had brought whom somebody has touched since; they stay.
  public var keptClients: [ClientNumber] = []
  /// Values that somebody has touched since; they stay.
  public var keptValues: [Conflict] = []
  /// Contacts it had brought that were removed again.
  public var contacts = 0
}
