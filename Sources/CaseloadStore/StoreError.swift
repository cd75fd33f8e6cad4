import CaseloadCore

/// Why the store could not do what was asked. Holds no personal data, so that it may be logged.
public enum StoreError: Error, Hashable, Sendable {
  /// There is no store at this path.
  case notFound(String)
  /// The path is a symbolic link; a store is not opened through one.
  case symbolicLink(String)
  /// The path is no plain file, or its folder is no folder.
  case notAFile(String)
  /// The file is no store of this program.
  case notAStore(String)
  /// The folder lies on a network file system, where SQLite's locks cannot be trusted.
  case networkFileSystem(String)
  /// Others than its owner may open the file; `mode` is octal text such as `0644`.
  case openToOthers(String, mode: String)
  /// The store was made by a newer program: its schema number, and the newest this program knows.
  case newerSchema(found: Int, known: Int)
  /// Another process holds the store; its process id where it is known.
  case busy(holder: Int32?)
  /// A file or folder could not be made, opened or locked; the system's error number.
  case file(String, errno: Int32)
  /// SQLite refused; its extended result code and its words (never values).
  case database(code: Int32, message: String)
  /// The disk did not keep what was written, and it is certain that nothing of it stands.
  case notSaved(code: Int32)
  /// The disk failed and the store could not be read again: whether it was saved is not known. The change
  /// keeps its id and is safe to repeat.
  case unknownWhetherSaved(code: Int32)
  /// What is stored contradicts itself; run `caseload check`.
  case damaged(String)
  /// The store is closed.
  case closed
  /// An import drawn before the last one taken from that register.
  case drawnEarlier(drawn: Day, last: Day)
  /// There is no such change, import or record.
  case unknownRecord(String)
  /// What was asked cannot be kept, such as a text with a NUL, or a value of another kind.
  case refused(Refusal)

  /// The words for it, with the places that `parts` fills.
  public var phrase: Phrase {
    switch self {
    case .notFound: Phrase("store.error.not-found", "there is no store at {0}")
    case .symbolicLink: Phrase("store.error.link", "{0} is a symbolic link; name the store itself")
    case .notAFile: Phrase("store.error.not-a-file", "{0} is not a plain file")
    case .notAStore: Phrase("store.error.not-a-store", "{0} is not a caseload store; it was left as it is")
    case .networkFileSystem:
      Phrase("store.error.network", "{0} lies on a network disk, where two users can damage a store")
    case .openToOthers:
      Phrase("store.error.mode", "others may open {0}; make it yours alone with chmod 600")
    case .newerSchema:
      Phrase(
        "store.error.newer",
        "the store was made by a newer caseload (schema {0}, this program knows {1}); it was left as it is")
    case .busy: Phrase("store.error.busy", "another program holds the store ({0})")
    case .file: Phrase("store.error.file", "cannot open or make {0}")
    case .database: Phrase("store.error.database", "SQLite refused ({0})")
    case .notSaved: Phrase("store.error.not-saved", "not saved: the disk refused it ({0})")
    case .unknownWhetherSaved:
      Phrase("store.error.unknown", "not known whether it was saved ({0}); it is safe to save again")
    case .damaged: Phrase("store.error.damaged", "the store contradicts itself: {0}")
    case .closed: Phrase("store.error.closed", "the store is closed")
    case .drawnEarlier:
      Phrase("store.error.earlier", "this export was drawn earlier than the last one taken in ({0})")
    case .unknownRecord: Phrase("store.error.no-record", "there is no such record ({0})")
    case .refused: Phrase("store.error.refused", "cannot be kept: {0}")
    }
  }

  /// What stands at the places of `phrase`: a path, a number, a code; never personal data.
  var parts: [String] {
    switch self {
    case .notFound(let path), .symbolicLink(let path), .notAFile(let path), .notAStore(let path),
      .networkFileSystem(let path):
      [path]
    case .openToOthers(let path, let mode): [path + " (" + mode + ")"]
    case .newerSchema(let found, let known): [String(found), String(known)]
    case .busy(let holder): [holder.map { "pid \($0)" } ?? "pid ?"]
    case .file(let path, let errno): [path + " (errno \(errno))"]
    case .database(let code, let message): ["\(code): \(message)"]
    case .notSaved(let code), .unknownWhetherSaved(let code): ["\(code)"]
    case .damaged(let what), .unknownRecord(let what): [what]
    case .refused, .closed: []
    case .drawnEarlier(let drawn, let last): [drawn.iso + " < " + last.iso]
    }
  }

  /// The sentence for people.
  public func message(in language: Language) -> String {
    guard case .refused(let refusal) = self else { return phrase.text(in: language, parts) }
    return phrase.text(in: language, [refusal.sentence.text(in: language)])
  }
}
