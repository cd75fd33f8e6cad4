import CaseloadCore

/// What of a jobseeker's profile becomes which field, and the format's code lists, for people: `docs/profiles.md` is
/// made from it, and a test fails when the two differ.
public enum ProfilesDocument {
  /// The whole document as Markdown, ending in a line break.
  public static func markdown() -> String {
    var lines = [
      "# Jobseekers' profiles", "",
      "Made from `Sources/CaseloadExchange/Profiles`; do not edit it by hand. A test compares the two;",
      "`RECORD_SNAPSHOTS=1 swift test --filter ProfilesDocument` writes this file anew.", "",
      "`caseload import --profiles FILE` takes in profiles of the Dutch exchange format (VUM), and",
      "`caseload export --profiles --output FILE` gives them back: as they came, with what has changed since in its",
      "place. The parts below become fields of the catalogue; all others are kept beside the client. A *protected*",
      "field goes back only as it came.", "", "| part of the profile | field | protected |",
      "| --- | --- | --- |",
    ]
    for field in ProfileFields.all {
      let isProtected = Catalogue.standard[field.id]?.isProtected ?? false
      lines.append("| `\(field.path)` | `\(field.id)` | \(isProtected ? "protected" : "") |")
    }
    for list in ProfileCodes.all {
      lines += ["", "## `\(list.name)`", "", "| code | English | Nederlands |", "| --- | --- | --- |"]
      lines += list.entries.map {
        "| \($0.code) | \($0.label.text(in: .english)) | \($0.label.text(in: .dutch)) |"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
