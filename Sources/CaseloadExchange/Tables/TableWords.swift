import CaseloadCore

/// Why a row of a folder's table is refused.
public enum TableWords {
  static let ownRowRefused = Phrase("row.own-row-refused", "the client's own row was refused")
  /// A row of somebody who is not among the persons.
  public static let noPerson = Phrase("row.no-person", "no row of the persons has this key")
  static let firstDay = Phrase("row.first-day", "its first day is not understood")
  static let lastDay = Phrase("row.last-day", "its last day is not understood")
  static let latestDay = Phrase(
    "row.latest-day", "the day by which it is the latest is not understood")
  static let noMeaning = Phrase(
    "row.no-meaning", "column {0}: the mapping does not say what this word means")
  static let noOccupation = Phrase("row.no-occupation", "no occupation")
}
