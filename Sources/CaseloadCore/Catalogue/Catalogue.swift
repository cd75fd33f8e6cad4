/// The fields of the record, declared once (product.md, "The catalogue").
public struct Catalogue: Sendable {
  /// All fields, in the order in which the record shows them.
  public let fields: [Field]
  private let places: [FieldID: Int]
  /// The fields' names as a filter's text is compared with them.
  let words = FieldWords()

  /// A catalogue of these fields.
  public init(fields: [Field]) {
    self.fields = fields
    places = Dictionary(
      fields.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The fields the program comes with.
  public static let standard = Catalogue(
    fields: identityFields + serviceFields + personFields + workFields + healthFields + monitoringFields)

  /// The field of this id; nil where there is none.
  public subscript(_ id: FieldID) -> Field? { places[id].map { fields[$0] } }

  /// The field's place in `fields`; nil where there is none.
  public func place(of id: FieldID) -> Int? { places[id] }
}
