/// When a client was last seen, in words, the same on the screen, in reports and in the shell.
public enum LastSeenText {
  static let never = Phrase("seen.never", "never")
  static let unknown = Phrase("seen.unknown", "unknown")
  static let unconfirmed = Phrase("seen.unconfirmed", "unconfirmed")

  /// All phrases declared here, for the test that each is translated.
  public static var phrases: [Phrase] { [never, unknown, unconfirmed] }

  /// "4 m 12 d" since the day of the latest conversation, "never", or "unknown" where no history tells. A later
  /// conversation that is possible but not known is said with a `?`: "4 m 12 d ?".
  public static func short(_ seen: LastSeen, _ context: Context) -> String {
    let language = context.language
    if seen.unconfirmed != nil { return unconfirmed.text(in: language) }
    guard let known = seen.known else { return (seen.isNever ? never : unknown).text(in: language) }
    let elapsed = DayText.elapsed(from: known, to: context.today, language)
    return seen.mayBeUntil == nil ? elapsed : elapsed + " ?"
  }
}
