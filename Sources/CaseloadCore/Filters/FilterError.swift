/// What is wrong with a filter's text, where, and what may have been meant.
public struct FilterError: Error, Hashable, Sendable {
  /// What is wrong, in the language asked for; names the place in words, never a client's data.
  public let message: String
  /// Where, in unicode scalars from the start of the text: the place of the caret.
  public let range: Range<Int>
  /// The nearest word, where one is near.
  public let suggestion: String?
  /// An error.
  public init(message: String, range: Range<Int>, suggestion: String? = nil) {
    self.message = message
    self.range = range
    self.suggestion = suggestion
  }
}

/// What a filter's text comes to while it is being typed.
public struct Typing: Hashable, Sendable {
  /// The filter of all that is finished; nil where there is an error.
  public var filter: Filter?
  /// The last term is not finished yet and does not filter.
  public var unfinished: Bool
  /// What is wrong, where it is not just unfinished.
  public var error: FilterError?
  /// The last word, where it is the beginning of a field's name and may be part of a client's name as well.
  public var word: String?
  /// The filter with that word looked for in names; `Population.settled(_:_:_:)` takes it where somebody has it.
  public var asName: Filter?
  /// A state of typing.
  public init(
    filter: Filter?, unfinished: Bool, error: FilterError?, word: String? = nil, asName: Filter? = nil
  ) {
    self.filter = filter
    self.unfinished = unfinished
    self.error = error
    self.word = word
    self.asName = asName
  }
}
