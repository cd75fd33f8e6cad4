import Testing

@testable import CaseloadCore

/// The day of an ISO text in a test; a text that is no day fails the test.
func day(_ iso: String, _ place: SourceLocation = #_sourceLocation) -> Day {
  guard let day = Day(iso: iso) else {
    Issue.record("\(iso) is no day", sourceLocation: place)
    return .earliest
  }
  return day
}
