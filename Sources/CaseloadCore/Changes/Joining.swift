/// Clients who are added by hand, and joined with the register's record later.
public enum Creation {
  /// The field of a client's record that says since when there is one: setting it makes the record, taking it away
  /// removes it. It is no field of the catalogue.
  public static let field: FieldID = "created"

  /// The edits that make a client's record (`Store.keep` gives the number): first the record, then its fields.
  public static func edits(_ values: [(FieldID, Content)], on today: Day) -> [Edit] {
    let record = RecordRef(.client, RecordRef.new)
    func value(_ content: Content) -> Value { .recorded(content, source: .coach, day: today) }
    return [Edit(record, field, old: nil, new: value(.day(today)))]
      + values.map { Edit(record, $0.0, old: nil, new: value($0.1)) }
  }
}

extension ClientRecord {
  /// Why two records cannot be joined yet: fields of which both say something, and not the same.
  public struct Difference: Error, Hashable, Sendable {
    /// The fields.
    public var fields: [FieldID]
  }

  /// The edits that join this record, which was added by hand, with another of the same person: her contacts, errands
  /// and plans go there, and what stands there empty is filled. Nothing is dropped: where both say something else,
  /// somebody settles that first.
  public func edits(
    joining other: ClientRecord, created: Value?, on today: Day
  ) -> Result<[Edit], Difference> {
    var (edits, own): ([Edit], [Edit]) = ([], [])
    var differing: [FieldID] = []
    for (field, value) in values.sorted(by: { $0.key < $1.key }) where !says(value, nil) {
      let there = other.values[field]
      if says(there, nil) {
        edits.append(Edit(.client(other.number), field, old: there, new: value))
      } else if !says(there, value) {
        differing.append(field)
      }
      own.append(Edit(.client(number), field, old: value, new: nil))
    }
    guard differing.isEmpty else { return .failure(Difference(fields: differing)) }
    edits += contacts.map { $0.moving(to: other.number, on: today) }
    func client(_ number: ClientNumber) -> Value {
      .recorded(.exactly(Int(number.number)), source: .coach, day: today)
    }
    let others =
      errands.map { RecordRef(.errand, $0.id) } + plans.map { RecordRef(.plan, $0.id) }
      + transfers.map { RecordRef(.transfer, $0.id) }
    for record in others {
      edits.append(Edit(record, "client", old: client(number), new: client(other.number)))
    }
    return .success(edits + own + [Edit(.client(number), Creation.field, old: created, new: nil)])
  }
}
