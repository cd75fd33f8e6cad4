/// Which way one goes along the changes that were made.
public enum Undoing: String, CaseIterable, Hashable, Sendable {
  /// Takes the last change back.
  case undo
  /// Does again what was taken back last.
  case redo
}

/// A change that is taken back or done again: what it is called, and of whom.
public struct UndoStep: Hashable, Sendable {
  /// Which way.
  public var way: Undoing
  /// What the change is called.
  public var name: ChangeName
  /// The client it is about; nil where it is about none, or several.
  public var client: ClientNumber?
  /// How many later changes of the same person were passed over because what they held was erased.
  public var erased: Int

  /// A step.
  public init(way: Undoing, name: ChangeName, client: ClientNumber?, erased: Int = 0) {
    self.way = way
    self.name = name
    self.client = client
    self.erased = erased
  }
}

/// A value in the way of a step: somebody changed it since.
public struct Contradiction: Hashable, Sendable {
  /// The record.
  public var record: RecordRef
  /// The field.
  public var field: FieldID
  /// What the person who asks had written.
  public var mine: Value?
  /// What stands there now.
  public var now: Value?
  /// Who wrote that, and on which day; nil where the journal does not say.
  public var author: String?
  /// The local day on which it was written.
  public var day: Day?

  /// A contradiction.
  public init(
    record: RecordRef, field: FieldID, mine: Value?, now: Value?, author: String? = nil, day: Day? = nil
  ) {
    self.record = record
    self.field = field
    self.mine = mine
    self.now = now
    self.author = author
    self.day = day
  }
}

/// The words for undoing, the same on the screen and in the shell.
public enum UndoText {
  private static let undone = Phrase("take-back.undone", "Undone: {0}")
  private static let redone = Phrase("take-back.redone", "Done again: {0}")
  private static let cannotUndo = Phrase("take-back.cannot-undo", "Cannot be undone: {0}")
  private static let cannotRedo = Phrase("take-back.cannot-redo", "Cannot be done again: {0}")
  private static let nothingToUndo = Phrase("take-back.nothing-undo", "There is nothing of yours to undo.")
  private static let nothingToRedo = Phrase(
    "take-back.nothing-redo", "There is nothing of yours to do again.")
  private static let nothingToUndoHere = Phrase(
    "take-back.nothing-undo-here", "There is nothing of yours to undo with {0}.")
  private static let nothingToRedoHere = Phrase(
    "take-back.nothing-redo-here", "There is nothing of yours to do again with {0}.")
  private static let passedOver = Plural(
    "take-back.erased", one: "{0} later change was passed over: what it held is erased.",
    many: "{0} later changes were passed over: what they held is erased.")
  private static let youWrote = Phrase("take-back.you-wrote", "you wrote: {0}")
  private static let standsNow = Phrase("take-back.stands-now", "there now: {0}")
  private static let by = Phrase("take-back.by", "by {0}, {1}")
  private static let byUnknown = Phrase("take-back.by-unknown", "by whom is not in the journal")
  private static let client = Phrase("take-back.client", "client {0}")
  /// Why a step was not taken, and what can be done.
  public static let why = Phrase(
    "take-back.why",
    "Somebody changed this since, so nothing was changed now. Put it right by hand where yours is the one that counts."
  )

  /// Why what was filled in is not kept, and what can be done.
  public static let whyNotKept = Phrase(
    "take-back.why-not-kept",
    "Somebody changed this while you filled it in, so nothing is saved yet. Your form is still there, now over what stands; saving once more puts yours in its place."
  )
  private static let cannotKeep = Phrase("take-back.cannot-keep", "Not saved: {0}")

  /// "Not saved: Licences (Bakker, Fatima)".
  public static func notKept(_ name: ChangeName, of client: String?, _ context: Context) -> String {
    cannotKeep.text(in: context.language, [name.step(of: client, context)])
  }

  /// What a client is called whose name is not at hand: "client 17".
  public static func client(_ number: ClientNumber, in language: Language) -> String {
    client.text(in: language, [String(number.number)])
  }

  /// "Undone: conversation of 21 Nov with Bakker, Fatima".
  public static func done(_ step: UndoStep, of client: String?, _ context: Context) -> String {
    fill(step.way == .undo ? undone : redone, step, client, context)
  }

  /// "Cannot be undone: conversation of 21 Nov with Bakker, Fatima".
  public static func cannot(_ step: UndoStep, of client: String?, _ context: Context) -> String {
    fill(step.way == .undo ? cannotUndo : cannotRedo, step, client, context)
  }

  private static func fill(
    _ phrase: Phrase, _ step: UndoStep, _ client: String?, _ context: Context
  ) -> String {
    phrase.text(in: context.language, [step.name.step(of: client, context)])
  }

  /// That there is nothing, of one client or at all.
  public static func nothing(_ way: Undoing, of client: String?, in language: Language) -> String {
    if let client {
      return (way == .undo ? nothingToUndoHere : nothingToRedoHere).text(in: language, [client])
    }
    return (way == .undo ? nothingToUndo : nothingToRedo).text(in: language)
  }

  /// That changes were passed over whose payload was erased; nil where none were.
  public static func erased(_ count: Int, in language: Language) -> String? {
    count > 0 ? passedOver.text(count, in: language) : nil
  }

  /// What is in the way, one text for each thing to say: the field, what the reader wrote, what stands there now, by
  /// whom and when.
  public static func lines(_ contradiction: Contradiction, _ context: Context) -> (
    field: String, mine: String, now: String, who: String
  ) {
    let language = context.language
    func words(_ value: Value?) -> String {
      RecordFieldText.value(value, of: contradiction.field, contradiction.record.kind, context)
    }
    let who =
      contradiction.author.map { author in
        let day = contradiction.day.map { DayText.short($0, context) } ?? ""
        return by.text(in: language, [author, day])
      } ?? byUnknown.text(in: language)
    return (
      RecordFieldText.label(of: contradiction.field, contradiction.record.kind, language),
      youWrote.text(in: language, [words(contradiction.mine)]),
      standsNow.text(in: language, [words(contradiction.now)]), who
    )
  }
}
