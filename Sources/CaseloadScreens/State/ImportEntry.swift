import CaseloadCore

/// The import as it is asked for on the screen. What was typed outlives the screen: Esc leaves it here.
public struct ImportEntry: Hashable, Sendable {
  /// How far it is.
  public enum Step: Hashable, Sendable {
    /// Typing the file's path; typing the day on which it was drawn.
    case path, day
    /// The file is looked for, or looked through; nothing is stored by that.
    case looking
    /// What would happen is on the screen, and waits for yes or no.
    case preview
    /// It is being stored.
    case taking
  }

  /// The file.
  public internal(set) var path = TextField()
  /// The day on which it was drawn, as it is typed.
  public internal(set) var day = TextField()
  /// The day was typed for this file: the one that the file proposes does not take its place.
  var isDayTyped = false
  /// How far it is.
  public internal(set) var step = Step.path
  /// Where the user was when she asked for what is being done.
  var asked = Step.path
  /// The files of the folder that was typed last, and the folder whose files were asked for.
  var listing: FolderListing?
  var askedFolder: String?
  /// What the last answer could not do, in the user's language.
  var problem: String?
  /// What is being done and how far that is, in per cent.
  var progress: ImportProgress?
  /// What would happen.
  public internal(set) var preview: ImportPreview?
  /// The first line of the preview that is shown.
  var top = 0
  /// Counts what was asked for: an answer to something older is passed over.
  public internal(set) var run = 0

  /// An import that nothing was typed for yet.
  public init() {}

  /// Whether letters are typed now.
  var isTyping: Bool { step == .path || step == .day }
}

/// What the import screen asks for; answered by `ImportNews` with the same number.
public enum ImportWish: Hashable, Sendable {
  /// Read which files stand in a folder, as it was typed.
  case list(folder: String)
  /// Look whether the file is there and which day it has.
  case find(path: String)
  /// Look through it and work out what would happen; nothing is stored.
  case preview(path: String, day: Day)
  /// Store it, if it still is the file that was looked through.
  case take(path: String, day: Day, digest: String)
}

/// What comes back for the import screen.
public enum ImportNews: Hashable, Sendable {
  /// What stands in a folder; one that cannot be read has nothing in it.
  case listed(FolderListing)
  /// The file is there; the day it has, which may be the day it was drawn.
  case found(Day?)
  case progress(ImportProgress)
  case preview(ImportPreview)
  /// It is stored: what it came to, and how it is taken back.
  case taken(String)
  /// It could not be done; nothing was stored.
  case failed(String)
}

/// How far the reading or storing of a file is.
public struct ImportProgress: Hashable, Sendable {
  /// What is being done.
  public enum Stage: Hashable, Sendable {
    case reading, merging
  }
  public var stage: Stage
  /// 0...100
  public var percent: Int

  /// So far it is.
  public init(_ stage: Stage, percent: Int) {
    self.stage = stage
    self.percent = min(100, max(0, percent))
  }
}

/// What an import would do, in the user's language where it is text. It holds no register's key.
public struct ImportPreview: Hashable, Sendable {
  /// Where a column goes.
  public struct Column: Hashable, Sendable {
    /// The column's name; from data.
    public var header: String
    /// The field it is read as; nil: it is not read.
    public var place: String?
    /// What is to be said of it: values, what was not understood, what it might be.
    public var note: String
    /// Something of it was not understood.
    public var hasTrouble: Bool

    /// A column.
    public init(header: String, place: String?, note: String, hasTrouble: Bool) {
      self.header = header
      self.place = place
      self.note = note
      self.hasTrouble = hasTrouble
    }
  }

  /// What the file turned out to be.
  public var format: String
  /// The mapping that is used.
  public var mapping: String
  /// Rows by what becomes of them.
  public var read, new, changed, unchanged, refused, absent: Int
  /// Whatever else is to be known before saying yes, a line each.
  public var notes: [String]
  /// The first clients of the file: the names of what is shown of them, and their values.
  public var heads: [String]
  public var clients: [[String]]
  /// All columns of the file.
  public var columns: [Column]
  /// Tells whether the file is still the same.
  public var digest: String

  /// A preview.
  public init(
    format: String, mapping: String, read: Int, new: Int, changed: Int, unchanged: Int, refused: Int,
    absent: Int,
    notes: [String], heads: [String], clients: [[String]], columns: [Column], digest: String
  ) {
    self.format = format
    self.mapping = mapping
    self.read = read
    self.new = new
    self.changed = changed
    self.unchanged = unchanged
    self.refused = refused
    self.absent = absent
    self.notes = notes
    self.heads = heads
    self.clients = clients
    self.columns = columns
    self.digest = digest
  }
}
