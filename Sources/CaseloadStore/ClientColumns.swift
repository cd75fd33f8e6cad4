import CaseloadCore

/// The columns of the wide table of clients that hold the catalogue's fields: one for each field that is
/// stored. Their names come from the catalogue's ids, never from data.
struct ClientColumns: Sendable {
  /// One column.
  struct Column: Sendable {
    let field: Field
    /// The field's place in the catalogue.
    let place: Int
    /// The field's id with `_` for `-`.
    let name: String
    /// The name in double quotes, as SQL takes it.
    let quoted: String
    let seed: UInt64
    /// The type for people who query it: numbers compare as numbers, everything else as text.
    var type: String { if case .number = field.kind { "NUMERIC" } else { "TEXT" } }
  }

  /// Columns of the store's own beside the fields.
  static let own = ["number", "register_day", "created_day", "created_import", "absent_since"]
  /// The places of register_day, created_day and absent_since among them.
  static let ownDays = [1, 2, absentSince]
  /// The place of absent_since among them.
  static let absentSince = 4

  let columns: [Column]
  private let places: [FieldID: Int]
  /// The fields' ids, numbered as their columns.
  private let ids: ByteTexts

  /// The columns of a catalogue's stored fields. An id that is no plain identifier, or that is a column of the
  /// store's own, gets none.
  init(catalogue: Catalogue) {
    columns = catalogue.fields.enumerated().compactMap { place, field in
      guard field.owner != .derived, let name = Self.identifier(field.id.text) else { return nil }
      return Column(
        field: field, place: place, name: name, quoted: "\"\(name)\"", seed: RowChecksum.seed(name))
    }
    places = Dictionary(
      columns.enumerated().map { ($0.element.field.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var ids = ByteTexts(most: columns.count)
    for column in columns {
      var id = column.field.id.text
      id.withUTF8 { _ = ids.put($0, at: ids.find($0)) }
    }
    self.ids = ids
  }

  /// The place of a field's column; nil where it is not stored.
  func place(of field: FieldID) -> Int? { places[field] }
  /// The place of the column of a field by its id's bytes; nil where it is not stored.
  func place(named id: UnsafeBufferPointer<UInt8>) -> Int? { ids.find(id).number }
  /// The column of a field; nil where it is not stored.
  subscript(_ field: FieldID) -> Column? { places[field].map { columns[$0] } }

  /// Lower case letters, digits and `-` (as `_`), beginning with a letter.
  static func identifier(_ id: String) -> String? {
    var name: [UInt8] = []
    for byte in id.utf8 {
      switch byte {
      case 97...122: name.append(byte)
      case 48...57 where !name.isEmpty: name.append(byte)
      case UInt8(ascii: "-") where !name.isEmpty: name.append(UInt8(ascii: "_"))
      default: return nil
      }
    }
    let text = String(decoding: name, as: UTF8.self)
    return text.isEmpty || own.contains(text) || text == "checksum" ? nil : text
  }

  /// The quoted names with commas between, each with a prefix such as `c.`.
  func list(prefix: String = "") -> String {
    columns.map { prefix + $0.quoted }.joined(separator: ", ")
  }
}
