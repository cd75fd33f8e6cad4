import CaseloadCore

/// A register's key that a person types, read as one that stands in a file.
public enum TypedKey {
  /// The key; nil where nothing, or what nobody knows, is typed. A citizen service number loses its dots and gets back
  /// its leading zeros.
  public static func read(_ text: String, isCitizenNumber: Bool) -> RegisterKey? {
    let empty = EmptySpellings(Mapping())
    var bytes = Array(text.utf8)
    return bytes.withUnsafeMutableBufferPointer { cell in
      do throws(EntryText.Refusal) {
        return try KeyReading(isCitizenNumber: isCitizenNumber).key(UnsafeBufferPointer(cell)) {
          empty.contains($0)
        }
      } catch {
        return nil
      }
    }
  }
}
