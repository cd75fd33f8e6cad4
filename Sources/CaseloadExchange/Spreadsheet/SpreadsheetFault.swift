import CaseloadCore

/// Why a spreadsheet cannot be read. It holds names of sheets and places, never a cell's text.
public enum SpreadsheetFault: Error, Equatable, Sendable {
  /// The parts of a spreadsheet, by what is in them.
  public enum Part: Equatable, Sendable {
    case workbook, texts, formats, sheet
  }

  /// A ZIP archive, but no spreadsheet.
  case notASpreadsheet
  /// Excel's format of before 2007, or one that asks for a password: both begin with the same bytes.
  case oldOrLocked
  /// A spreadsheet of another kind: OpenDocument, or Excel's binary one.
  case otherKind(String)
  /// The archive is cut off, or a checksum is wrong.
  case damaged(Part?)
  /// The part is not the XML that it should be, at this line of it.
  case notXML(Part, line: Int)
  /// The part declares a document type, which no spreadsheet does and through which a small file grows without end.
  case declaresType(Part)
  /// More than is read of any spreadsheet.
  case tooLarge(Part?)
  /// No sheet of that name; these are there.
  case noSheet(String, there: [String])
  /// The file is no spreadsheet and so has no sheets to choose from.
  case noSheets
  /// No sheet holds a row of names and a row under it.
  case nothingIn(sheets: [String])
}

extension SpreadsheetFault: CustomStringConvertible {
  public var description: String { message(in: .english) }

  /// What is wrong, for people.
  public func message(in language: Language) -> String {
    let text = { (phrase: Phrase, parts: [String]) in phrase.text(in: language, parts) }
    return switch self {
    case .notASpreadsheet: text(Words.notASpreadsheet, [])
    case .oldOrLocked: text(Words.oldOrLocked, [])
    case .otherKind(let kind): text(Words.otherKind, [kind])
    case .damaged(let part): text(Words.damaged, [name(part, language)])
    case .notXML(let part, let line): text(Words.notXML, [name(part, language), "\(line)"])
    case .declaresType(let part): text(Words.declaresType, [name(part, language)])
    case .tooLarge(let part): text(Words.tooLarge, [name(part, language)])
    case .noSheet(let name, let there): text(Words.noSheet, [name, there.joined(separator: ", ")])
    case .noSheets: text(Words.noSheets, [])
    case .nothingIn(let sheets): text(Words.nothingIn, [sheets.joined(separator: ", ")])
    }
  }

  private func name(_ part: Part?, _ language: Language) -> String {
    switch part {
    case .workbook: Words.partWorkbook.text(in: language)
    case .texts: Words.partTexts.text(in: language)
    case .formats: Words.partFormats.text(in: language)
    case .sheet: Words.partSheet.text(in: language)
    case nil: Words.partFile.text(in: language)
    }
  }

  private enum Words {
    static let notASpreadsheet = Phrase(
      "sheet.not-a-spreadsheet",
      "this is a ZIP archive and no spreadsheet; take the file out of it and import that")
    static let oldOrLocked = Phrase(
      "sheet.old-or-locked",
      "this is a spreadsheet of before 2007 (.xls), or one that asks for a password; "
        + "save it as .xlsx without a password, or as CSV")
    static let otherKind = Phrase(
      "sheet.other-kind", "this is a spreadsheet of another kind ({0}); save it as .xlsx or as CSV")
    static let damaged = Phrase(
      "sheet.damaged",
      "the spreadsheet is damaged ({0}): it is cut off, or its checksum is wrong; nothing was taken")
    static let notXML = Phrase(
      "sheet.not-xml",
      "the spreadsheet is damaged ({0}): line {1} of it is not what it should be; nothing was taken")
    static let declaresType = Phrase(
      "sheet.declares-type",
      "the spreadsheet is refused ({0}): it declares a document type, which no spreadsheet does")
    static let tooLarge = Phrase(
      "sheet.too-large",
      "the spreadsheet is refused ({0}): it unpacks to more than any register's export holds")
    static let noSheet = Phrase("sheet.no-sheet", "there is no sheet \"{0}\"; the sheets are: {1}")
    static let noSheets = Phrase(
      "sheet.no-sheets", "this file is no spreadsheet: it has no sheets to choose from")
    static let nothingIn = Phrase(
      "sheet.nothing-in", "no sheet holds names of columns and a row under them; the sheets are: {0}")
    static let partWorkbook = Phrase("sheet.part.workbook", "its list of sheets")
    static let partTexts = Phrase("sheet.part.texts", "its texts")
    static let partFormats = Phrase("sheet.part.formats", "its formats")
    static let partSheet = Phrase("sheet.part.sheet", "the sheet")
    static let partFile = Phrase("sheet.part.file", "the file")
  }
}
