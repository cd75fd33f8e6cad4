import CaseloadCore

/// What the deeds for several read of one marked client.
struct MarkedClient: Sendable {
  /// As the list has it.
  var name: String
  var record: ClientRecord
}

extension ScreenState {
  /// The marked clients are read once for their form, and again when something changed: each key asks for them many
  /// times, and there may be thousands.
  mutating func settleMarked() {
    guard form?.subject == .marked else { return marked = nil }
    if marked == nil { marked = markedClients }
  }

  /// The marked clients in the order of their names.
  var markedClients: [MarkedClient] {
    let offered = Dictionary(grouping: transfers.map(\.transfer).filter { $0.answer == nil }, by: \.client)
    return population.order([SortKey("name")], context).compactMap { place in
      let row = Int(place)
      let number = population.number(at: row)
      guard marks[number] != nil else { return nil }
      var values: [FieldID: Value] = [:]
      for field in BulkDeed.fields { values[field] = population.value(field, at: row, context) }
      return MarkedClient(
        name: name(of: number),
        record: ClientRecord(number: number, values: values, transfers: offered[number] ?? []))
    }
  }
}
