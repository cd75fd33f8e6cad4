/// What a population takes in of one client: the values of the stored fields and the summary of contacts and
/// errands. Derived fields are worked out from them.
public struct ClientFacts: Sendable, Hashable {
  /// The client.
  public var number: ClientNumber
  /// Values by field; a field that is absent is empty.
  public var values: [FieldID: Value]
  /// What contacts and errands come to.
  public var summary: Summary
  /// Whether the last full export of the register no longer held this client.
  public var isAbsentFromRegister: Bool
  /// Facts of a client.
  public init(
    number: ClientNumber, values: [FieldID: Value] = [:], summary: Summary = Summary(),
    isAbsentFromRegister: Bool = false
  ) {
    self.number = number
    self.values = values
    self.summary = summary
    self.isAbsentFromRegister = isAbsentFromRegister
  }
}
