extension Contact {
  /// The edit that moves a contact to the client it is of: it was written down with another.
  public func moving(to client: ClientNumber, on today: Day) -> Edit {
    func value(_ number: ClientNumber) -> Value {
      .recorded(.exactly(Int(number.number)), source: .coach, day: today)
    }
    return Edit(RecordRef(.contact, id), "client", old: value(self.client), new: value(client))
  }
}
