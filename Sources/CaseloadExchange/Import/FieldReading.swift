import CaseloadCore

/// Reads one field of each row from its column, or from the several columns it is made of.
struct FieldReading {
  let field: Field
  let columns: [ColumnPlan.Source]
  private let readings: [CellReading]
  private var memories: [CellMemory<CellResult>]
  /// What the cells of a field of one column came to, ready to be handed out.
  private var values = CellMemory<ImportedValue>()
  private let drawn: Day
  /// What an empty cell comes to.
  private let nothing: ImportedValue
  /// The field is the cells of one column, at this place.
  private let isSimple: Bool
  private let index: Int

  init(_ output: ColumnPlan.Output, _ mapping: Mapping, drawn: Day) {
    field = output.field
    columns = output.columns
    self.drawn = drawn
    index = output.columns[0].index
    nothing = ImportedValue(Value(state: .empty, source: .register, day: drawn), spelling: 0)
    isSimple = output.columns.count == 1 && [.whole, .age].contains(output.columns[0].part)
    readings = output.columns.map { CellReading(output.field, $0.part, $0.rule, mapping, drawn: drawn) }
    memories = output.columns.count > 1 ? output.columns.map { _ in CellMemory() } : []
  }

  /// Whether several columns can make one field of this kind.
  static func canCombine(_ kind: Kind) -> Bool {
    switch kind {
    case .text, .name, .span, .number, .choices, .words, .experience: true
    case .choice, .day: false
    }
  }

  /// The field's value in the row that the reader stands on; a text nobody understood is counted.
  mutating func value(_ reader: any RowSource, _ count: (Int, String) -> Void) throws(RowProblem)
    -> ImportedValue
  {
    guard isSimple else { return ImportedValue(try combined(reader, count)) }
    let index = index
    let cell = reader.bytes(index)
    if cell.isEmpty { return nothing }
    let found = values.find(cell)
    if let value = found?.result {
      if value.hasRaw, let raw = value.value.raw { count(index, raw) }
      return value
    }
    let value = ImportedValue(
      make(try read(readings[0], cell, index, reader)), spelling: found == nil ? -1 : values.next)
    if let raw = value.value.raw { count(index, raw) }
    if let place = found?.place { values.remember(cell, value, at: place) }
    return value
  }

  /// What cells of these texts, one for each column of the field, would be read as; nil where one of them would be
  /// refused.
  func value(of cells: [String]) -> Value? {
    var combination = Combination()
    for (place, cell) in cells.enumerated() {
      var cell = cell
      let result: CellResult? = cell.withUTF8 { bytes in
        do throws(EntryText.Refusal) { return try readings[place].read(bytes) } catch { return nil }
      }
      guard let result else { return nil }
      if isSimple { return make(result) }
      combination.add(result, columns[place])
    }
    return combination.value(drawn: drawn)
  }

  private func read(
    _ reading: CellReading, _ cell: UnsafeBufferPointer<UInt8>, _ index: Int, _ reader: any RowSource
  ) throws(RowProblem) -> CellResult {
    do throws(EntryText.Refusal) {
      return try reading.read(cell)
    } catch {
      throw error.problem(column: index, encoding: reader.format.encoding)
    }
  }

  private func make(_ result: CellResult) -> Value {
    switch result {
    case .nothing(let state): Value(state: state, source: .register, day: drawn)
    case .content(let content, let rest):
      Value(state: .recorded, content: content, source: .register, day: drawn, raw: rest)
    case .part(let text): Value(state: .empty, source: .register, day: drawn, raw: text)
    case .notUnderstood(let text): Value(state: .empty, source: .register, day: drawn, raw: text)
    }
  }

  private mutating func combined(
    _ reader: any RowSource, _ count: (Int, String) -> Void
  ) throws(RowProblem) -> Value {
    var combination = Combination()
    for place in columns.indices {
      let cell = reader.bytes(columns[place].index)
      let found = memories.indices.contains(place) ? memories[place].find(cell) : nil
      let result: CellResult
      if let known = found?.result {
        result = known
      } else {
        result = try read(readings[place], cell, columns[place].index, reader)
        if let spot = found?.place { memories[place].remember(cell, result, at: spot) }
      }
      switch result {
      case .notUnderstood(let text): count(columns[place].index, text)
      case .content(_, let rest?): count(columns[place].index, rest)
      default: break
      }
      combination.add(result, columns[place])
    }
    return combination.value(drawn: drawn)
  }
}

/// Puts the columns of one field together.
private struct Combination {
  private var content: Content?
  private var name = PersonName(family: "")
  private var hasName = false
  private var state = State.empty
  private var raw: [String] = []

  mutating func add(_ result: CellResult, _ source: ColumnPlan.Source) {
    switch result {
    case .nothing(let state): if state != .empty { self.state = state }
    case .notUnderstood(let text): raw.append(text)
    case .part(let text):
      hasName = true
      switch source.part {
      case .family: name.family = text
      case .prefix: name.prefix = text
      default: name.given = name.given.isEmpty ? text : name.given + " " + text
      }
    case .content(let more, let rest):
      if let rest { raw.append(rest) }
      content = Self.join(content, more, source)
    }
  }

  func value(drawn: Day) -> Value {
    var content = content
    if hasName {
      var name = name
      // Whoever is known by one name only is listed under it.
      if name.family.isEmpty { (name.family, name.given) = (name.given, "") }
      content = name.family.isEmpty ? nil : .name(name)
    }
    return Value(
      state: content == nil ? state : .recorded, content: content, source: .register, day: drawn,
      raw: raw.isEmpty ? nil : raw.joined(separator: ", "))
  }

  private static func join(_ first: Content?, _ second: Content, _ source: ColumnPlan.Source) -> Content {
    switch (first, second) {
    case (.text(let a)?, .text(let b)): .text(a + source.rule.join + b)
    case (.several(let a, let whole)?, .several(let b, let too)):
      .several(a.union(b), complete: whole && too)
    case (.words(let a, let whole)?, .words(let b, let too)):
      .words(a + b.filter { !a.contains($0) }, complete: whole && too)
    case (.experience(let a, let whole)?, .experience(let b, let too)):
      .experience(a + b, complete: whole && too)
    case (.span(let a)?, .span(let b)): .span(range(a, b, source.part))
    case (.number(let a)?, .number(let b)): .number(range(a, b, source.part))
    default: second
    }
  }

  /// From a lowest and a highest; crossed ones are kept as the range between them.
  private static func range(
    _ a: ClosedRange<Int>, _ b: ClosedRange<Int>, _ part: ColumnRule.Part
  ) -> ClosedRange<Int> {
    min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
  }
}
