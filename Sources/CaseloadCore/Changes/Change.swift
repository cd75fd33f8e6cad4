/// What kind of record an edit touches.
public enum RecordKind: String, CaseIterable, Sendable, Codable {
  case client, contact, plan, errand, offer, setting
  case transfer, absence
}

/// One record of the store.
public struct RecordRef: Hashable, Sendable, Codable {
  /// Its kind.
  public let kind: RecordKind
  /// Its id; a client's number.
  public let id: Int64
  /// A record.
  public init(_ kind: RecordKind, _ id: Int64) {
    self.kind = kind
    self.id = id
  }
  /// The id of a record that is still to be made, of each kind one; the store gives it its own (`Store.keep`).
  public static let new: Int64 = 0
  /// A client's record.
  public static func client(_ number: ClientNumber) -> RecordRef { RecordRef(.client, Int64(number.number)) }
}

/// One value of one record replaced by another. Nil is the value of a field nobody ever touched, and says the
/// same as an empty one.
public struct Edit: Hashable, Sendable, Codable {
  /// The record.
  public let record: RecordRef
  /// The field.
  public let field: FieldID
  /// The value it replaces; `apply` compares it.
  public let old: Value?
  /// The value it sets.
  public let new: Value?
  /// An edit.
  public init(_ record: RecordRef, _ field: FieldID, old: Value?, new: Value?) {
    self.record = record
    self.field = field
    self.old = old
    self.new = new
  }
  /// The edit that takes this one back.
  public var inverse: Edit { Edit(record, field, old: new, new: old) }
}

/// A change's id, made by its author, so that it is safe to repeat after an unknown COMMIT: 32 hexadecimal
/// digits.
public struct ChangeID: Hashable, Sendable, Codable {
  /// The id's text.
  public let text: String
  /// An id.
  public init(_ text: String) { self.text = text }
  /// A new id from a generator of random numbers.
  public static func random(using generator: inout some RandomNumberGenerator) -> ChangeID {
    func hexadecimal(_ value: UInt64) -> String {
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: max(0, 16 - digits.utf8.count)) + digits
    }
    return ChangeID(hexadecimal(generator.next()) + hexadecimal(generator.next()))
  }
}

/// A change of the record: who, when, why, and its edits. Saving, undo, redo, import, questionnaire, bulk and
/// retry are all `apply` of a change.
public struct Change: Hashable, Sendable, Codable {
  /// Its id.
  public let id: ChangeID
  /// Who made it.
  public let author: String
  /// When.
  public let moment: Moment
  /// Why, in words.
  public let reason: String
  /// What it does, in order; at most one edit of a field of a record.
  public let edits: [Edit]
  /// The change that this one takes back, for an undo or redo.
  public let undoes: ChangeID?
  /// A change. Edits of one field that follow each other become one, from the first's old to the last's new
  /// value: only so is a change applied twice the same as once.
  public init(
    id: ChangeID, author: String, moment: Moment, reason: String, edits: [Edit], undoes: ChangeID? = nil
  ) {
    self.id = id
    self.author = author
    self.moment = moment
    self.reason = reason
    self.edits = Self.merged(edits)
    self.undoes = undoes
  }

  private struct Target: Hashable {
    let record: RecordRef
    let field: FieldID
  }

  private static func merged(_ edits: [Edit]) -> [Edit] {
    var merged: [Edit] = []
    var places: [Target: Int] = [:]
    for edit in edits {
      let target = Target(record: edit.record, field: edit.field)
      if let place = places[target] {
        merged[place] = Edit(edit.record, edit.field, old: merged[place].old, new: edit.new)
      } else {
        places[target] = merged.count
        merged.append(edit)
      }
    }
    return merged
  }

  /// The change that takes this one back: its edits inverted, last first.
  public func inverse(id: ChangeID, author: String, moment: Moment, reason: String) -> Change {
    Change(
      id: id, author: author, moment: moment, reason: reason, edits: edits.reversed().map(\.inverse),
      undoes: self.id)
  }
}

/// A value that could not be applied, or that a second source gives differently: kept beside the field until
/// one key chooses.
public struct Offer: Hashable, Sendable, Codable {
  /// Its id in the store; 0 before it is stored.
  public let id: Int64
  /// The client.
  public let client: ClientNumber
  /// The field.
  public let field: FieldID
  /// What is offered; its raw text where it was not understood, its source and its day.
  public let value: Value
  /// An offer.
  public init(id: Int64 = 0, client: ClientNumber, field: FieldID, value: Value) {
    self.id = id
    self.client = client
    self.field = field
    self.value = value
  }
}
