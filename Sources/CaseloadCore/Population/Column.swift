/// The values of one stored field over the rows.
struct Column: Sendable {
  /// How a field is kept.
  enum Storage: Sendable { case code, days, words, experience, name, derived }

  let storage: Storage
  /// Whether content is kept; else only the state.
  let keepsContent: Bool
  var code = CodeColumn()
  var days = DayColumn()
  var words = WordsColumn()
  var experience = ExperienceColumn()
  var names = NameColumn()
  /// Values with a text that no mapping understood, whole, by row.
  private(set) var beside: [Int32: Value] = [:]

  init(_ field: Field) {
    keepsContent = Self.keepsContent(field)
    if field.owner == .derived {
      storage = .derived
    } else {
      switch field.kind {
      case .day: storage = .days
      case .words: storage = .words
      case .experience: storage = .experience
      case .name: storage = .name
      default: storage = .code
      }
    }
  }

  /// Text that is neither repeated nor shown in lists (telephone, address) is only in the record: of it the
  /// population knows the state.
  static func keepsContent(_ field: Field) -> Bool {
    if case .text(repeated: false) = field.kind { return field.uses.contains(.list) }
    return true
  }

  mutating func reserve(_ rows: Int) {
    switch storage {
    case .code: code.reserve(rows)
    case .days: days.reserve(rows)
    case .words: words.reserve(rows)
    case .experience: experience.reserve(rows)
    case .name: names.reserve(rows)
    case .derived: break
    }
  }

  mutating func appendEmpty(_ count: Int = 1) {
    switch storage {
    case .code: code.appendEmpty(count)
    case .days: days.appendEmpty(count)
    case .words: words.appendEmpty(count)
    case .experience: experience.appendEmpty(count)
    case .name: names.appendEmpty(count)
    case .derived: break
    }
  }

  /// Keeps a value that was not understood beside a row that was empty.
  mutating func keepBeside(_ row: Int, _ value: Value) { beside[Int32(clamping: row)] = value }

  /// Sets a row; whether it was something else before.
  mutating func set(_ row: Int, _ value: Value) -> Bool {
    let key = Int32(clamping: row)
    let before = beside.isEmpty ? nil : beside[key]
    let after = value.raw == nil ? nil : value
    if before != after { beside[key] = after }
    let state = CellState(value)
    let content = state == .recorded ? value.content : nil
    let changed: Bool
    switch storage {
    case .derived: changed = false
    case .code:
      changed = code.set(row, CodeColumn.Entry(state: state, content: keepsContent ? content : nil))
    case .days:
      if case .days(let range)? = content {
        changed = days.set(row, state, range)
      } else {
        changed = days.set(row, state == .recorded ? .empty : state, nil)
      }
    case .words:
      if case .words(let words, let complete)? = content {
        changed = self.words.set(row, ListState(state: state, isComplete: complete), words)
      } else {
        changed = words.set(row, ListState(state: state == .recorded ? .empty : state, isComplete: false), [])
      }
    case .experience:
      if case .experience(let stretches, let complete)? = content {
        changed = experience.set(row, ListState(state: state, isComplete: complete), stretches)
      } else {
        changed = experience.set(
          row, ListState(state: state == .recorded ? .empty : state, isComplete: false), [])
      }
    case .name:
      if case .name(let name)? = content {
        changed = names.set(row, state, name)
      } else {
        changed = names.set(row, state == .recorded ? .empty : state, PersonName(family: ""))
      }
    }
    return changed || before != after
  }

  func state(_ row: Int) -> CellState {
    switch storage {
    case .code: code[row].state
    case .days: days.state(row)
    case .words: words.state(row).state
    case .experience: experience.state(row).state
    case .name: names.state(row)
    case .derived: .empty
    }
  }

  /// The value of a row, without its source and day.
  func value(_ row: Int) -> Value {
    if let value = beside[Int32(clamping: row)] { return value }
    let state = state(row)
    guard state == .recorded else { return Value(state: state.state, source: .register) }
    let content: Content? =
      switch storage {
      case .code: code[row].content
      case .days: days.days(row).map { .days($0) }
      case .words: .words(words.words(row), complete: words.state(row).isComplete)
      case .experience: .experience(experience.stretches(row), complete: experience.state(row).isComplete)
      case .name: .name(names.name(row))
      case .derived: nil
      }
    return Value(state: .recorded, content: content, source: .register)
  }

  /// The rows whose state is one of these.
  func bits(_ passes: (CellState) -> Bool) -> Bits {
    switch storage {
    case .code: code.bits { Truth(passes($0.state)) }
    case .days: days.bits(passes)
    case .words: Bits(rows: words.count) { Truth(passes(words.state($0).state)) }
    case .experience: Bits(rows: experience.count) { Truth(passes(experience.state($0).state)) }
    case .name: names.bits(passes)
    case .derived: Bits(.no, words: 0)
    }
  }

  /// Whether any value has a text beside it that no mapping understood.
  var rowsNotUnderstood: some Sequence<Int32> { beside.keys }
}
