import CaseloadCore

/// The words of `caseload contact`.
enum ContactOptionWords {
  static let kind = Phrase("contact-option.kind", "conversation, attempt, message-out or message-in.")
  static let on = Phrase(
    "contact-option.on",
    "The day it was held: today, fri, -2d, 28/11, 2026-11-28. A conversation on a day to come is an appointment."
  )
  static let channel = Phrase(
    "contact-option.channel",
    "phone, in-person, video, home-visit, live-chat, letter, mail or text. Default: the one used last.")
  static let failure = Phrase(
    "contact-option.failure", "no-answer, wrong-number, no-show, cancelled-by-client or cancelled-by-us.")
  static let story = Phrase("contact-option.story", "A file with the story; - reads it from standard input.")
  static let said = Phrase("contact-option.said", "A file with the client's own words, or -.")
  static let agreed = Phrase("contact-option.agreed", "A file with the step that was agreed, or -.")
  static let agreedBy = Phrase("contact-option.agreed-by", "Who takes that step: us or client.")
  static let heard = Phrase(
    "contact-option.heard", "Felt heard: not-asked, client-yes, client-no, impression-yes or impression-no.")
  static let initiative = Phrase("contact-option.initiative", "us, client or unknown.")
  static let minutes = Phrase("contact-option.minutes", "How many minutes it took.")
  static let next = Phrase("contact-option.next", "The day of the next appointment.")
  static let answers = Phrase("contact-option.answers", "It answers the messages of the client that wait.")
  static let withoutStory = Phrase(
    "contact-option.without-story", "Keep a conversation of which nothing is told.")
  static let bare = Phrase(
    "contact-option.bare", "nothing is told of this conversation: give --story, or --without-story")
  static let noAttempt = Phrase(
    "contact-option.no-attempt", "--failure is of an attempt: give --kind attempt")
  static let again = Phrase("contact-option.again", "Keep it beside one of the same kind and day.")

  static let double = Phrase(
    "contact-option.double", "{0} on {1} is kept already; --again keeps this one beside it")
  static let noKind = Phrase(
    "contact-option.no-kind", "{0} is not registered; what is: conversation, attempt, message-out, message-in"
  )
  static let oneInput = Phrase("contact-option.one-input", "only one text can come from standard input")
  static let noDay = Phrase("contact-option.no-day", "\"{0}\" is no day: today, fri, -2d, 28/11, 2026-11-28")
  static let noFile = Phrase("contact-option.no-file", "{0} cannot be read")
  static let noText = Phrase("contact-option.no-text", "{0} is not text in UTF-8; nothing was kept")
  static let tooLong = Phrase("contact-option.too-long", "a text has at most {0} bytes; nothing was kept")
  static let saved = Phrase("contact-option.saved", "saved: {0} of {1}, client {2}")
}
