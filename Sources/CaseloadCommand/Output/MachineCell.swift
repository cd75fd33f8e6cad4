import CaseloadCore

extension ReportCell {
  /// When a client was last seen, as programs read it: a day, an interval, `never`, or `unknown`.
  static func seen(_ seen: LastSeen, _ value: Value, _ field: Field) -> ReportCell {
    if seen.known != nil { return machine(value, field) }
    return .text(seen.isNever ? "never" : "unknown")
  }

  /// The same in a file of several clients: where one lives whose address is secret stands in none.
  static func listed(
    _ field: Field, at row: Int, _ population: Population, _ context: Context
  ) -> ReportCell {
    population.isSecret(field.id, at: row, context)
      ? .text(SecretAddress.code) : machine(field, at: row, population, context)
  }

  /// What the list shows of a client, as programs read it.
  static func machine(
    _ field: Field, at row: Int, _ population: Population, _ context: Context
  ) -> ReportCell {
    let value = population.value(field.id, at: row, context)
    return field.id == "seen"
      ? .seen(population.lastSeen(at: row, on: context.today), value, field) : machine(value, field)
  }

  /// A value as programs read it: codes, ISO days, numbers; nothing where it is not recorded.
  static func machine(_ value: Value, _ field: Field) -> ReportCell {
    guard value.state == .recorded, let content = value.content else { return .none }
    switch content {
    case .number(let range) where range.lowerBound == range.upperBound: return .number(range.lowerBound)
    case .several(let set, _):
      return .list(set.places.filter(field.choices.indices.contains).map { field.choices[$0].code })
    case .words(let words, _): return .list(words)
    case .name(let name): return .text(name.listed)
    case .experience(let items, _): return .list(items.map(\.occupation))
    default: return ContentText.text(content, kind: field.kind).map { .text($0) } ?? .none
    }
  }
}
