import CaseloadCore

/// What the import of a folder of tables says.
enum FolderWords {
  static let noName = Phrase(
    "folder.no-name", "no column of the persons is known as the client's name; say which one is in a mapping")
  static let noFile = Phrase("folder.no-file", "no file of the tables: {0}")
  static let noTable = Phrase("folder.no-table", "files that are no table of the mapping: {0}")
  static let equation = Phrase(
    "folder.equation",
    "{0}: read {1} rows = {2} taken + {3} over or followed by a later one + {4} refused")
  static let equationLeftOut = Phrase(
    "folder.equation-left-out",
    "{0}: read {1} rows = {2} taken + {3} over or followed by a later one + {4} refused + {5} that the mapping "
      + "leaves out")
  static let contactEquation = Phrase(
    "folder.contact-equation",
    "{0}: read {1} rows = {2} contacts + {3} that tell of no contact with the client + {4} refused")
  static let contradicted = Phrase(
    "folder.contradicted", "rows that a later one contradicts, which stands: {0} ({1})")
  static let lineByLine = Phrase("folder.line-by-line", "line {0} by line {1}")
  static let more = Phrase("folder.more", "and {0} more")
  static let setAside = Phrase(
    "folder.set-aside",
    "refused rows of an earlier import of this table now stand in {0}; this import refused none")
  static let unusedContact = Phrase("folder.unused-contact", "columns without a meaning: {0}")
}
