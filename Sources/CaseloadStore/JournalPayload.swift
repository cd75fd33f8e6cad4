import CaseloadCore
import Foundation

/// A change's reason and edits as JSON, with each value in its one text (`ContentText`).
struct JournalPayload: Codable {
  /// One edit.
  struct Line: Codable {
    var kind: String
    var id: Int64
    var field: String
    var old: StoredValue?
    var new: StoredValue?
  }
  /// Why.
  var reason: String
  /// What was set.
  var edits: [Line]
}

/// A value with its content as text.
struct StoredValue: Codable {
  var state: String
  var text: String?
  var source: String
  var day: String?
  var raw: String?
  var reason: String?
  var until: String?

  init(_ value: Value, kind: Kind) throws(StoreError) {
    state = value.state.rawValue
    source = value.source.rawValue
    day = value.day?.iso
    raw = value.raw
    reason = value.reason
    until = value.until?.iso
    if let content = value.content {
      guard let written = ContentText.text(content, kind: kind) else {
        throw .refused(.otherKind(nil))
      }
      text = written
    }
  }

  func value(kind: Kind) throws(StoreError) -> Value {
    guard let state = State(rawValue: state), let source = Source(rawValue: source) else {
      throw .damaged("journal payload")
    }
    let content = text.flatMap { ContentText.content($0, kind: kind) }
    guard text == nil || content != nil else { throw .damaged("journal payload") }
    return Value(
      state: state, content: content, source: source, day: day.flatMap { Day(iso: $0) }, raw: raw,
      reason: reason, until: until.flatMap { Day(iso: $0) })
  }
}

extension JournalPayload {
  /// The parts of a change's payload, one for each client it says something about, and for those it is `about`.
  static func parts(
    reason: String, edits: [Edit], about clients: [ClientNumber] = [],
    client: (RecordRef) throws -> ClientNumber?
  ) throws -> [JournalPart] {
    var order: [ClientNumber?] = []
    var lines: [ClientNumber?: [Line]] = [:]
    for edit in edits {
      let owner = try client(edit.record)
      guard let kind = RecordFields.kind(of: edit.record.kind, edit.field) else {
        throw StoreError.refused(.field(edit.field.text))
      }
      let line = Line(
        kind: edit.record.kind.rawValue, id: edit.record.id, field: edit.field.text,
        old: try edit.old.map { try StoredValue($0, kind: kind) },
        new: try edit.new.map { try StoredValue($0, kind: kind) })
      // What moves from one client to another is in the history of both; read together, it is one edit again.
      let moved: [ClientNumber?]? = Self.moved(edit).map { [ClientNumber($0.from), ClientNumber($0.to)] }
      for owner in moved ?? [owner] {
        if lines[owner] == nil { order.append(owner) }
        lines[owner, default: []].append(line)
      }
    }
    for client in clients where lines[client] == nil { order.append(client) }
    // A change without edits still has its reason.
    if order.isEmpty { order.append(nil) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try order.map { owner in
      let payload = JournalPayload(reason: reason, edits: lines[owner] ?? [])
      return JournalPart(client: owner, json: String(decoding: try encoder.encode(payload), as: UTF8.self))
    }
  }

  /// The two clients between whom a record moves; nil where it does not.
  static func moved(_ edit: Edit) -> (from: Int32, to: Int32)? {
    guard edit.record.kind != .client, edit.field == "client",
      case .number(let old)? = edit.old?.content, case .number(let new)? = edit.new?.content,
      let from = Int32(exactly: old.lowerBound), let to = Int32(exactly: new.lowerBound), from != to
    else { return nil }
    return (from, to)
  }

  /// A payload from its JSON.
  static func read(_ json: String) throws(StoreError) -> JournalPayload {
    do { return try JSONDecoder().decode(JournalPayload.self, from: Data(json.utf8)) } catch {
      throw .damaged("journal payload")
    }
  }

  /// The edits of the payload.
  func coreEdits() throws(StoreError) -> [Edit] {
    var result: [Edit] = []
    for line in edits {
      guard let recordKind = RecordKind(rawValue: line.kind),
        let kind = RecordFields.kind(of: recordKind, FieldID(line.field))
      else { throw .damaged("journal payload") }
      result.append(
        Edit(
          RecordRef(recordKind, line.id), FieldID(line.field), old: try line.old?.value(kind: kind),
          new: try line.new?.value(kind: kind)))
    }
    return result
  }
}
