import CaseloadCore
import Foundation

/// Writes profiles of the Dutch exchange format: what came in goes back out as it came, with what has changed
/// since in its place.
public enum ProfileExport {
  /// One profile. `id` is the format's own id; `kept` is what an import kept of her profile, nil for a client who
  /// came by another road. `values` are hers today.
  public static func profile(id: String, kept: String?, values: [FieldID: Value]) -> JSONText.Value? {
    var profile = JSONText.Value.object([])
    if let kept {
      guard let read = JSONText.read(Data(kept.utf8)), case .object = read else { return nil }
      profile = read
    }
    let isSecret = SecretAddress.isSecret(values["secret"]?.content)
    for field in ProfileFields.all {
      let came = kept == nil ? Value.empty : field.value(profile, day: .earliest)
      let now = values[field.id] ?? .empty
      guard !came.says(now) else { continue }
      let isHidden = field.id == "postcode" && isSecret
      field.write(isHidden || now.state != .recorded ? nil : now.content, &profile)
    }
    profile[ProfileImport.id] = .string(id)
    return profile
  }

  /// A file of profiles: a list, one profile a line.
  public static func text(_ profiles: [JSONText.Value]) -> String {
    "[" + profiles.map { "\n" + JSONText.text($0) }.joined(separator: ",") + "\n]\n"
  }
}
