/// A hand-over in a line, the same on the screen and in the shell.
public enum TransferText {
  private static let you = Phrase("screens.seen.you", "you")
  private static let nobody = Phrase("transfer-form.no-coach", "nobody")
  private static let noDay = Phrase("screens.record.no-day", "no day")
  private static let open = Phrase("transfer-form.open", "offered to {0} by {1} since {2}")
  private static let accepted = Phrase("transfer-form.accepted", "{0} accepted it from {1} on {2}")
  private static let withdrawn = Phrase("transfer-form.withdrawn", "offered to {0}, taken back by {1}, {2}")
  private static let putAside = Phrase(
    "transfer-form.put-aside", "{0} declined on {1}: {2} (put aside by {3})")
  private static let declined = Phrase("transfer-form.declined", "{0} declined on {1}: {2}")

  /// "offered to B. Bos by you since 21 Nov", "B. Bos declined on 22 Nov: …", as it reads to a person.
  public static func text(_ transfer: Transfer, to person: String, _ context: Context) -> String {
    let language = context.language
    func name(_ name: String) -> String {
      name.isEmpty ? nobody.text(in: language) : name == person ? you.text(in: language) : name
    }
    let day = (transfer.answered ?? transfer.proposed).map { DayText.short($0, context) }
    let parts = [name(transfer.to), name(transfer.from), day ?? noDay.text(in: language)]
    switch transfer.answer {
    case nil: return open.text(in: language, parts)
    case .accepted: return accepted.text(in: language, parts)
    case .withdrawn where !transfer.reason.isEmpty:
      // Only who declines gives a reason: that somebody did, and why, stays told.
      return putAside.text(in: language, [parts[0], parts[2], transfer.reason, parts[1]])
    case .withdrawn: return withdrawn.text(in: language, parts)
    case .declined: return declined.text(in: language, [parts[0], parts[2], transfer.reason])
    }
  }
}
