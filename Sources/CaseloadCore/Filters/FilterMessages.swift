/// What can be wrong with a filter, in words.
enum FilterMessage {
  static let tooLong = Phrase("filter.too-long", "a filter has at most {0} characters")
  static let tooDeep = Phrase("filter.too-deep", "too many parentheses inside each other")
  static let noField = Phrase("filter.no-field", "no field \"{0}\"")
  static let ambiguousField = Phrase("filter.ambiguous-field", "\"{0}\" may be {1}")
  static let notFilterable = Phrase("filter.not-filterable", "\"{0}\" is no word of a filter")
  static let recordOnly = Phrase(
    "filter.record-only", "what \"{0}\" says is only in the record; ask has:{0} or missing:{0}")
  static let noWorklist = Phrase("filter.no-worklist", "no worklist \"{0}\"")
  static let ring = Phrase("filter.ring", "worklist \"{0}\" refers to itself")
  static let noChoice = Phrase("filter.no-choice", "{1} has no \"{0}\"")
  static let ambiguousChoice = Phrase("filter.ambiguous-choice", "\"{0}\" may be {1}")
  static let noOrder = Phrase("filter.no-order", "{0} has no order to compare by; write {0}:value")
  static let noValue = Phrase("filter.no-value", "a value is missing here")
  static let notNumber = Phrase("filter.not-number", "\"{0}\" is no whole number")
  static let notDay = Phrase(
    "filter.not-day", "\"{0}\" is no date or duration; write 2026-11-21, 2026-11, 3m, 6w, 10d, 1y or today")
  static let notLength = Phrase("filter.not-length", "\"{0}\" is no length; write 2y, 6m or 1y6m")
  static let backwards = Phrase("filter.backwards", "the range runs backwards")
  static let oneValue = Phrase("filter.one-value", "only one value can be compared with")
  static let unclosedQuote = Phrase("filter.unclosed-quote", "the quotation mark is not closed")
  static let unclosedParenthesis = Phrase("filter.unclosed-parenthesis", "the parenthesis is not closed")
  static let unexpected = Phrase("filter.unexpected", "\"{0}\" is not expected here")
  static let nothingAfter = Phrase("filter.nothing-after", "something is missing after \"{0}\"")
  static let stateNeedsField = Phrase(
    "filter.state-needs-field", "{0}: needs the name of a field, such as {0}:cv")
  static let didYouMean = Phrase("filter.did-you-mean", "did you mean {0}?")

  static let all = [
    tooLong, tooDeep, noField, ambiguousField, notFilterable, recordOnly, noWorklist, ring, noChoice,
    ambiguousChoice, noOrder, noValue, notNumber, notDay, notLength, backwards, oneValue, unclosedQuote,
    unclosedParenthesis, unexpected, nothingAfter, stateNeedsField, didYouMean,
  ]

  /// A phrase with its places filled. What was typed comes back in it: it is shown through TerminalText.
  static func text(_ phrase: Phrase, _ language: Language, _ arguments: [String]) -> String {
    phrase.text(in: language, arguments)
  }
}
