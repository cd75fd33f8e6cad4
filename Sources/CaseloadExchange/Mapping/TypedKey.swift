import CaseloadCore

/// A register's key that a person types, read as one that stands in a file.
public struct TypedKey: Hashable, Sendable {
  /// The key.
  public let key: RegisterKey
  /// Whether it is read as a citizen service number and fails the 11-test. As in an import it is a key all the same.
  public let isDoubtful: Bool

  /// The key; nil where nothing, or what nobody knows, is typed. How it is read is told by the keys that the register has
  /// here, and how many of them are nine digits. Where most are, it is a citizen service number: it loses its dots and
  /// gets back its leading zeros. Where some are, or no key is here yet, it loses its dots where nine digits are left:
  /// kept with them it would never be found in an export.
  public static func read(_ text: String, beside keys: (all: Int, nineDigits: Int)) -> TypedKey? {
    let isMostlyNumbers = 2 * keys.nineDigits > keys.all
    let mayBeNumber = keys.all == 0 || keys.nineDigits > 0
    let isCitizenNumber = isMostlyNumbers || mayBeNumber && hasNineDigits(text)
    let empty = EmptySpellings(Mapping())
    var bytes = Array(text.utf8)
    return bytes.withUnsafeMutableBufferPointer { cell in
      do throws(EntryText.Refusal) {
        let read = try KeyReading(isCitizenNumber: isCitizenNumber).key(UnsafeBufferPointer(cell)) {
          empty.contains($0)
        }
        return read.map {
          TypedKey(key: $0, isDoubtful: isCitizenNumber && !KeyReading.passesElevenTest($0))
        }
      } catch {
        return nil
      }
    }
  }

  /// Nine digits, and beside them nothing but dots, dashes and spaces.
  private static func hasNineDigits(_ text: String) -> Bool {
    let plain = KeyReading.withoutDots(text)
    return plain.count == 9 && plain.allSatisfy { (48...57).contains($0) }
  }
}
