/// The address of a client that is secret: it is said and sent to nobody. Where it is shown, it is marked.
public enum SecretAddress {
  /// The fields that tell where a client lives.
  public static let fields: Set<FieldID> = ["address", "postcode", "district"]

  /// What stands in place of such a field in a file of several clients, which goes where nobody reads a mark.
  public static let code = "secret"

  /// A part of a secret address as it stands in a list for people: no sign alone, for lists have signs for much else.
  public static let marked = Phrase("secret-address.marked", "secret: {0}")

  /// Whether an address is secret, by what stands in the field `secret`. What may be secret is kept as what is.
  public static func isSecret(_ content: Content?, catalogue: Catalogue = .standard) -> Bool {
    guard let yes = catalogue["secret"]?.place(of: "yes"), case .oneOf(let set)? = content else {
      return false
    }
    return set.contains(place: yes)
  }
}

extension ClientRecord {
  /// Whether a value is of the address of a client whose address is secret.
  public func isSecret(_ field: FieldID, catalogue: Catalogue = .standard) -> Bool {
    SecretAddress.fields.contains(field)
      && SecretAddress.isSecret(values["secret"]?.content, catalogue: catalogue)
  }
}

extension Population {
  /// Whether a value of a row is of the address of a client whose address is secret.
  public func isSecret(_ field: FieldID, at row: Int, _ context: Context) -> Bool {
    SecretAddress.fields.contains(field)
      && SecretAddress.isSecret(value("secret", at: row, context).content, catalogue: catalogue)
  }
}
