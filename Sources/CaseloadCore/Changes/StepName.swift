/// What a change is called where it is said on its own: that it was kept, undone, or stands in the way. In a history the
/// line itself says what became of it.
extension ChangeName {
  private static let done = Phrase("change.errand-done", "errand done: {0}")
  private static let putOff = Phrase("change.errand-put-off", "errand put off until {1}: {0}")
  private static let removed = Phrase("change.errand-removed", "errand taken away: {0}")
  /// Whose an errand is that is about no client.
  public static let nobody = Phrase("errand-form.nobody", "nobody in particular")

  /// The step in words, with the client's name where it is about one: "errand done: bus pass (Bakker, Fatima)".
  public func step(of client: String?, _ context: Context) -> String {
    guard case .errand(let text) = thing, !text.isEmpty else {
      return client.map { self.text(of: $0, context) } ?? self.text(context)
    }
    let name =
      switch deed {
      case .done: Self.done.text(in: context.language, [text])
      case .putOff(let day): Self.putOff.text(in: context.language, [text, DayText.short(day, context)])
      case .removed: Self.removed.text(in: context.language, [text])
      default: self.text(context)
      }
    return Self.about.text(in: context.language, [name, client ?? Self.nobody.text(in: context.language)])
  }
}
