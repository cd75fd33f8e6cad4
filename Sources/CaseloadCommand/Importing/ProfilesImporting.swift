import CaseloadCore
import CaseloadExchange
import CaseloadStore
import Cells

/// Takes jobseekers' profiles of the Dutch exchange format into the store, and keeps of each what the catalogue has
/// no field for, to be given back.
struct ProfilesImporting {
  /// The register under which the format's own ids are kept, where no other is named.
  static let register = "profiles"

  let store: Store
  let plan: ImportPlan
  let context: Context

  /// Imports the file; gives how many profiles were refused.
  func run(_ path: String) throws -> Int {
    let digest = DigestBox()
    let file = try ProfileImport(path: path, drawn: plan.drawn, observe: digest.update)
    let source = ImportSource(
      register: plan.register, mapping: "VUM", drawn: plan.drawn, fileDigest: digest.text, isFull: false)
    let session = try ImportSession(store, source: source, columns: ProfileImport.fields)
    let kept = try KeptProfiles(store, register: plan.register)
    defer {
      session.discard()
      kept.discard()
    }
    for profile in file.profiles {
      _ = try session.add(key: profile.key, values: profile.values, line: profile.place)
      try kept.add(key: profile.key, json: profile.kept)
    }
    let result = try session.merge(
      as: .random(), with: nil, profiles: kept, options: plan.merging(refusedBefore: file.refused.count),
      context
    ) { _, _ in }.clients
    let counts = result.counts
    if plan.isDryRun { try Console.say(said(ProfileWords.dryRun)) }
    try Console.say(
      said(
        SummaryWords.equation, said(ProfileWords.profiles, counts.read), TerminalText(counts.new),
        TerminalText(counts.changed), TerminalText(counts.unchanged), TerminalText(counts.refused)))
    for (path, count) in file.notUnderstood.sorted(by: { $0.key < $1.key }) {
      try Console.say(
        said(
          ProfileWords.notUnderstood, TerminalText(data: path), TerminalText(count),
          TerminalText(counts.read)))
    }
    try Console.say(said(ProfileWords.rest))
    for (place, problem, _) in file.refused {
      Console.warn(said(ProfileWords.refused, TerminalText(place), problem.inProfile))
    }
    for row in result.refused {
      Console.warn(said(ProfileWords.refused, TerminalText(row.line), row.reason.text))
    }
    if let (place, earlier) = try writeRefused(file, path) {
      if let earlier { Console.warn(said(SummaryWords.stoodThere, TerminalText(data: earlier))) }
      Console.warn(said(ProfileWords.refusedFile, TerminalText(data: place)))
    }
    if let id = result.id {
      try Console.say(said(SummaryWords.takeBack, TerminalText(Int(id))) + plan.storeWords)
    }
    return counts.refused
  }

  /// Writes the refused profiles as they came; the file's path, and where those of an earlier import stand that were
  /// in its place; nil where there are none or on a dry run.
  private func writeRefused(_ profiles: ProfileImport, _ path: String) throws -> (
    place: String, earlier: String?
  )? {
    guard !profiles.refused.isEmpty, let beside = plan.refusedPath(for: path) else { return nil }
    let file = PrivateFile(path: beside + ".refused.json", mark: "refused")
    try file.append(Array(ProfileExport.text(profiles.refused.map(\.profile)).utf8))
    let earlier = try file.finish { "\(beside).refused-earlier-\($0).json" }
    return (file.path, earlier)
  }
}

extension RowProblem {
  /// The reason as it is said of a profile.
  fileprivate var inProfile: TerminalText {
    switch self {
    case .noKey: said(ProfileWords.noKey)
    case .keyTwice(let first, _): said(ProfileWords.keyTwice, TerminalText(first))
    default: TerminalText(data: message(in: Spoken.language))
    }
  }
}
