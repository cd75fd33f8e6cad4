import CaseloadCore

/// The words of the search for a client.
enum FindWords {
  static let title = Phrase("screens.find.title", "Find a client")
  static let recent = Phrase("screens.find.recent", "Opened last")
  static let hint = Phrase(
    "screens.find.hint", "half a name, a birth date, a postcode, a number or a phone number")
  static let nobody = Phrase(
    "screens.find.nobody", "Nobody of {0} fits this. Closed clients are in caseload list --closed.")
  static let nobodyYet = Phrase("screens.find.nobody-yet", "No record was open yet. Type a part of a name.")
  static let typePart = Phrase("screens.find.type-part", "Type a part of a name.")
  static let verify = Phrase("screens.find.verify", "To verify the caller")
  static let born = Phrase("screens.find.born", "Born")
  static let maybe = Phrase("screens.find.maybe", "perhaps: the birth date is known in part")
  static let secret = Phrase("screens.find.secret", "The address is secret: never say it.")
  static let gone = Phrase("screens.find.gone", "This client is no longer in your caseload.")
  static let goneAlone = Phrase("screens.find.gone-alone", "This record is no longer here.")
  static let lastStory = Phrase("screens.find.last-story", "Last conversation")
  static let outside = Phrase("screens.find.outside", "not in your list now")
}
