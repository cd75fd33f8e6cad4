import CaseloadCore
import Foundation

/// A jobseeker's profile of the Dutch exchange format, as it is taken in.
public struct ImportedProfile: Sendable {
  /// Its place in the file, from 1.
  public let place: Int
  /// The format's own id.
  public let key: RegisterKey
  /// Values in the order of `ProfileImport.fields`.
  public let values: [Value]
  /// The whole profile but its id, in ASCII JSON, to be given back.
  public let kept: String
}

/// Reads a file of profiles: one, or a list of them.
public struct ProfileImport {
  /// The fields that every profile has a value for.
  public static var fields: [FieldID] { ProfileFields.all.map(\.id) }
  /// The name of the member that is a profile's id.
  static let id = "idWerkzoekende"

  public let profiles: [ImportedProfile]
  /// Profiles that cannot be taken, by their place, as they came.
  public let refused: [(place: Int, problem: RowProblem, profile: JSONText.Value)]
  /// By the path of a part: in how many profiles it was not understood.
  public let notUnderstood: [String: Int]
  /// Profiles in the file.
  public var read: Int { profiles.count + refused.count }

  /// The longest file that is read at once, in bytes.
  private static let longest = 1 << 28
  /// The longest profile that is kept, in bytes of ASCII: what a store takes as one text.
  private static let longestKept = 1 << 18

  /// Reads a file.
  public init(path: String, drawn: Day, observe: FileSource.Observer? = nil) throws(ExchangeError) {
    let source = try FileSource(path: path, observe: observe)
    guard let size = source.totalBytes, size <= Self.longest else { throw .notProfiles }
    var bytes = Data()
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { chunk.deallocate() }
    while true {
      let count = try source.read(into: chunk)
      guard count > 0 else { break }
      bytes.append(contentsOf: chunk[..<count])
      guard bytes.count <= Self.longest else { throw .notProfiles }
    }
    try self.init(bytes, drawn: drawn)
  }

  /// Reads a text.
  public init(_ bytes: Data, drawn: Day) throws(ExchangeError) {
    let found: [JSONText.Value]
    switch JSONText.read(bytes) {
    case .array(let items)?: found = items
    case .object(let members)?: found = [.object(members)]
    default: throw .notProfiles
    }
    var profiles: [ImportedProfile] = []
    var refused: [(place: Int, problem: RowProblem, profile: JSONText.Value)] = []
    var notUnderstood: [String: Int] = [:]
    var places: [RegisterKey: Int] = [:]
    for (index, profile) in found.enumerated() {
      let place = index + 1
      do throws(RowProblem) {
        let taken = try Self.profile(profile, place, drawn)
        if let first = places[taken.key] { throw .keyTwice(firstLine: first, line: place) }
        places[taken.key] = place
        for (field, value) in zip(ProfileFields.all, taken.values) where value.raw != nil {
          notUnderstood[field.path, default: 0] += 1
        }
        profiles.append(taken)
      } catch {
        refused.append((place, error, profile))
      }
    }
    self.profiles = profiles
    self.refused = refused
    self.notUnderstood = notUnderstood
  }

  private static func profile(
    _ profile: JSONText.Value, _ place: Int, _ drawn: Day
  ) throws(RowProblem) -> ImportedProfile {
    guard case .object = profile else {
      throw .other(Sentence(Phrase("row.no-profile", "no profile: a profile is an object")))
    }
    guard let id = profile[Self.id]?.text, !id.trimmed.isEmpty else { throw .noKey }
    let key: String
    do throws(EntryText.Refusal) { key = try EntryText.text(id, limit: 200) } catch {
      throw .other(Sentence(Phrase("row.profile-id", "its id is {0}"), "\(error)"))
    }
    // The id goes back as it came, so it must be kept as it came.
    guard Array(key.utf8) == Array(id.utf8) else {
      throw .other(Sentence(Phrase("row.profile-id-form", "its id is not in composed form (NFC)")))
    }
    var values: [Value] = []
    for field in ProfileFields.all {
      let value = field.value(profile, day: drawn)
      do throws(EntryText.Refusal) { try checkTexts(value) } catch {
        throw .other(Sentence(Phrase("row.profile-field", "{0}: {1}"), field.path, "\(error)"))
      }
      values.append(value)
    }
    var rest = profile
    rest[Self.id] = nil
    let kept = rest.ascii
    guard kept.utf8.count <= longestKept else { throw .rowTooLong(limit: longestKept) }
    return ImportedProfile(place: place, key: RegisterKey(key), values: values, kept: kept)
  }

  private static func checkTexts(_ value: Value) throws(EntryText.Refusal) {
    var texts = [value.raw].compactMap { $0 }
    switch value.content {
    case .text(let text)?: texts.append(text)
    case .words(let words, _)?: texts += words
    case .experience(let items, _)?: texts += items.map(\.occupation)
    default: break
    }
    for text in texts { _ = try EntryText.text(text) }
  }
}
