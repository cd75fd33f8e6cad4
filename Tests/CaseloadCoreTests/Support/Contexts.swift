import Testing

@testable import CaseloadCore

/// A context for tests: Saturday 21 November 2026 unless another day is said.
func context(_ today: String = "2026-11-21", _ language: Language = .english) -> Context {
  Context(
    today: day(today), now: Moment(seconds: 1_795_000_000), actor: Actor(name: "J. de Vries"),
    language: language)
}
