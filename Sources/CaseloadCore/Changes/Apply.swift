/// Where edits find and put values: the store's tables, or a dictionary in a test.
public protocol Records {
  /// The value now; nil where nobody touched the field.
  func value(of record: RecordRef, _ field: FieldID) throws -> Value?
  /// Puts a value.
  mutating func set(_ value: Value?, of record: RecordRef, _ field: FieldID) throws
}

/// An edit whose old value is no longer what stands there.
public struct Conflict: Hashable, Sendable {
  /// The edit.
  public let edit: Edit
  /// What stands there now.
  public let current: Value?
  /// A conflict.
  public init(edit: Edit, current: Value?) {
    self.edit = edit
    self.current = current
  }
}

/// What became of a change.
public enum Applied: Hashable, Sendable {
  /// All of it stands now; how many edits were set, and how many stood already.
  case done(set: Int, already: Int)
  /// Nothing was changed: some values are no longer what the change replaces.
  case conflict([Conflict])
}

extension Records {
  /// Applies a change: an edit sets where the current value says what the edit replaces, is done where it says
  /// the new value already, and is a conflict otherwise. One conflict, and nothing is changed.
  public mutating func apply(_ change: Change) throws -> Applied {
    var conflicts: [Conflict] = []
    var sets: [Edit] = []
    for edit in change.edits {
      let current = try value(of: edit.record, edit.field)
      if says(current, edit.new) { continue }
      if says(current, edit.old) {
        sets.append(edit)
      } else {
        conflicts.append(Conflict(edit: edit, current: current))
      }
    }
    guard conflicts.isEmpty else { return .conflict(conflicts) }
    for edit in sets { try set(edit.new, of: edit.record, edit.field) }
    return .done(set: sets.count, already: change.edits.count - sets.count)
  }
}

/// Whether two values say the same; nobody's touch says the same as an empty value without a raw text.
public func says(_ left: Value?, _ right: Value?) -> Bool {
  (left ?? .empty).says(right ?? .empty)
}
