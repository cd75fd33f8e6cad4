/// Why a client is on @today: each reason is a filter of its own, and the worklist is all of them together, so that the
/// count and what is said of each client can never differ.
public enum TodayReason: String, CaseIterable, Sendable {
  /// An appointment is today.
  case appointment
  /// An errand asks for attention: it is due, or has returned.
  case errand
  /// A paused client's return day has come.
  case back = "return"
  /// A message of the client waits for an answer.
  case message
  /// New, certainly nobody has talked with her yet, and no appointment stands.
  case new

  /// Who is on the list for this reason.
  public var filter: Filter {
    switch self {
    case .appointment: .test("next", .days([.today(.equal)]))
    case .errand: .worklist("due-today")
    case .back: .worklist("returned")
    case .message: .worklist("unanswered")
    case .new:
      .and([
        .worklist("new"), .test("seen", .never), .not(.state(.has, "next")),
        .not(.test("status", .choices([.one("paused")]))),
      ])
    }
  }

  /// What is said of a client.
  public var label: Phrase {
    switch self {
    case .appointment: Phrase("today.appointment", "appointment today")
    case .errand: Phrase("today.errand", "errand")
    case .back: Phrase("today.return", "returns from a pause")
    case .message: Phrase("today.message", "message waits for an answer")
    case .new: Phrase("today.new", "new, not talked with yet")
    }
  }
}
