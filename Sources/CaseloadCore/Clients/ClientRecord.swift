/// All that is kept of one client, as the record shows it. It never holds the register's key.
public struct ClientRecord: Sendable, Hashable {
  /// The client.
  public var number: ClientNumber
  /// Values by field with their source and day; a field that is absent is empty.
  public var values: [FieldID: Value]
  /// Contacts, newest first.
  public var contacts: [Contact]
  /// Errands, open ones first.
  public var errands: [Errand]
  /// Plans of action, the version in force first.
  public var plans: [Plan]
  /// Hand-overs, the newest first.
  public var transfers: [Transfer]
  /// Values that wait for one key to choose.
  public var offers: [Offer]
  /// What contacts and errands come to.
  public var summary: Summary
  /// What was changed of this client, newest first, as far as it was read.
  public var history: [HistoryLine]
  /// How many changes are older than those.
  public var olderHistory = 0
  /// A record.
  public init(
    number: ClientNumber, values: [FieldID: Value] = [:], contacts: [Contact] = [],
    errands: [Errand] = [], plans: [Plan] = [], offers: [Offer] = [], summary: Summary = Summary(),
    history: [HistoryLine] = [], transfers: [Transfer] = []
  ) {
    self.number = number
    self.values = values
    self.contacts = contacts
    self.errands = errands
    self.plans = plans
    self.offers = offers
    self.summary = summary
    self.history = history
    self.transfers = transfers
  }
}
