import CaseloadCore

/// The words of the contact form.
enum ContactWords {
  static let title = Phrase("contact-form.title", "Contact")
  static let then = Phrase("contact-form.then", "Then")
  static let noContact = Phrase("contact-form.no-contact", "no conversation is kept yet")
  static let agreedThen = Phrase("contact-form.agreed-then", "Agreed then")
  static let waiting = Phrase("contact-form.waiting", "a message of {0} waits for an answer: {1}")

  static let bare = Phrase(
    "contact-form.bare",
    "Nothing is told yet. {key:save-form} once more keeps it as a conversation all the same.")
  static let stands = Phrase("contact-form.stands", "{0} stands")
  static let planned = Phrase("contact-form.planned", "Planned")
  static let letterNow = Phrase("contact-form.letter-now", "The errand will say: {0}")

  static let appointment = Phrase(
    "contact-form.appointment", "{0}: still to come, so it is kept as an appointment")
  static let double = Phrase(
    "contact-form.double",
    "{0} on {1} is kept already ({2}). {key:save-form} once more keeps this one beside it.")
  static let topics = Phrase("contact-form.topics", "Topics here: {0}")

  /// An entry of the form.
  static func entry(_ id: EntryID, _ input: FormEntry.Input, _ day: Day.Nearest?) -> FormEntry {
    FormEntry(id: id, name: name(id), about: definition(id), input: input, day: day)
  }

  /// What an entry is called.
  private static func name(_ entry: EntryID) -> Phrase {
    switch entry {
    case .kind: Phrase("contact-form.entry.kind", "What")
    case .day: Phrase("contact-form.entry.day", "Day")
    case .channel: Phrase("contact-form.entry.channel", "Channel")
    case .failure: Phrase("contact-form.entry.failure", "Why not")
    case .story: Phrase("contact-form.entry.story", "Story")
    case .said: Phrase("contact-form.entry.said", "Own words")
    case .agreed: Phrase("contact-form.entry.agreed", "Agreed")
    case .agreedBy: Phrase("contact-form.entry.agreed-by", "Who does")
    case .heard: Phrase("contact-form.entry.heard", "Felt heard")
    case .next: Phrase("contact-form.entry.next", "Next")
    case .tryAgain: Phrase("contact-form.entry.try-again", "Try again")
    case .answers: Phrase("contact-form.entry.answers", "Answers it")
    case .initiative: Phrase("contact-form.entry.initiative", "Initiative")
    case .minutes: Phrase("contact-form.entry.minutes", "Minutes")
    default: Phrase("contact-form.entry.colleague", "Colleague")
    }
  }

  /// What it means, for the legend.
  private static func definition(_ entry: EntryID) -> Phrase {
    switch entry {
    case .kind:
      Phrase(
        "contact-form.about.kind",
        "A conversation is a talk that was held, both ways. An attempt is none, and does not count as seen; nor does a message."
      )
    case .day:
      Phrase(
        "contact-form.about.day",
        "The day it was held, not the day you write it down: today, fri, -2d, 28/11, 28 nov. A conversation on a day to come is an appointment."
      )
    case .channel: Phrase("contact-form.about.channel", "By which road; the one used last stands here.")
    case .failure: Phrase("contact-form.about.failure", "Why it did not become a conversation.")
    case .story:
      Phrase(
        "contact-form.about.story",
        "What was said, as you would tell a colleague. A line may begin with its topic: work: health: home: money: education:"
      )
    case .said: Phrase("contact-form.about.said", "One sentence in the client's own words.")
    case .agreed: Phrase("contact-form.about.agreed", "The next step, as it was agreed with the client.")
    case .agreedBy: Phrase("contact-form.about.agreed-by", "Who takes that step.")
    case .heard:
      Phrase(
        "contact-form.about.heard",
        "Whether the client felt heard: ask. Your own impression is kept as yours. Not asked is neither yes nor no."
      )
    case .next:
      Phrase("contact-form.about.next", "The next appointment: fri, +2w, 28/11. Empty: none was made.")
    case .tryAgain:
      Phrase(
        "contact-form.about.try-again",
        "An errand to try again, proposed once; a conversation that comes first ends it. Empty: none.")
    case .answers:
      Phrase(
        "contact-form.about.answers", "The message that waits is answered by this; it leaves @unanswered.")
    case .initiative: Phrase("contact-form.about.initiative", "Who took the initiative: us, or the client.")
    case .minutes: Phrase("contact-form.about.minutes", "How long it took, if you want to keep that.")
    default: Phrase("contact-form.about.colleague", "Who had the contact.")
    }
  }
}
