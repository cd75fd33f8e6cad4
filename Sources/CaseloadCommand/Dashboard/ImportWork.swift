import CaseloadCore
import CaseloadExchange
import CaseloadScreens
import CaseloadStore
import Cells
import Foundation

/// What the store's thread does for the import screen: look for a file, work out what it would do, store it.
struct ImportWork: Sendable {
  let store: Store
  let context: Context
  /// The number of what was asked for, which every answer carries.
  let run: Int
  /// Says how far it is while it goes on.
  let post: @Sendable (DashboardResult) -> Void

  /// Does what was wished; every error becomes words.
  func perform(_ wish: ImportWish) -> [DashboardResult] {
    // The store's thread has no language of its own; what the user reads now may not be what she began with.
    Spoken.$language.withValue(context.language) { answers(to: wish) }
  }

  private func answers(to wish: ImportWish) -> [DashboardResult] {
    do {
      switch wish {
      case .list(let folder): return [answer(.listed(Self.listing(folder)))]
      case .find(let path): return [answer(try find(Self.file(path)))]
      case .preview(let path, let day): return [answer(try preview(Self.file(path), day))]
      case .take(let path, let day, let digest): return [answer(try take(Self.file(path), day, digest))]
      }
    } catch {
      return [answer(.failed(words(error)))]
    }
  }

  /// The path that somebody typed or pasted: in quotes, as a shell's completion has it, or under the home folder.
  static func file(_ typed: String) -> String {
    var path = typed.trimmingCharacters(in: .whitespaces)
    if path.count > 1, let quote = path.first, "'\"".contains(quote), path.last == quote {
      path = String(path.dropFirst().dropLast())
    }
    guard path == "~" || path.utf8.starts(with: "~/".utf8) else { return path }
    // As in the user's shell, where it may be another than the system's.
    return (ProcessInfo.processInfo.environment["HOME"] ?? NSHomeDirectory()) + path.dropFirst()
  }

  /// What can be chosen in a folder: its folders, and the files that may be an export by their ending.
  static func listing(_ typed: String) -> FolderListing {
    let folder = typed.isEmpty ? "." : file(typed)
    // A folder that is not there or may not be read has nothing to choose: the path itself is judged by Enter.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let entries = names.compactMap { name -> FolderListing.Entry? in
      var status = stat()
      guard stat(folder + "/" + name, &status) == 0 else { return nil }
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      guard isFolder || endings.contains((name as NSString).pathExtension.lowercased()) else { return nil }
      return FolderListing.Entry(name: name, isFolder: isFolder)
    }
    let order = entries.map { (entry: $0, folded: Folding.fold($0.name)) }
      .sorted { ($0.entry.isFolder ? 1 : 0, $0.folded) < ($1.entry.isFolder ? 1 : 0, $1.folded) }
    return FolderListing(folder: typed, entries: order.map(\.entry))
  }

  private static let endings: Set<String> = ["csv", "tsv", "txt", "xlsx"]

  private func answer(_ news: ImportNews) -> DashboardResult { .message(.importing(news, run: run)) }

  private func words(_ error: any Error) -> String {
    switch error {
    case let error as StoreError: error.message(in: context.language)
    case let error as ExchangeError: error.message(in: context.language)
    case let failure as Failure: failure.text.string
    default: "\(error)"
    }
  }

  private func find(_ path: String) throws -> ImportNews {
    // Opened, so that what cannot be read is said before a day is asked for.
    _ = try FileSource(path: path)
    var status = stat()
    return .found(stat(path, &status) == 0 ? Surroundings.localDay(at: status.st_mtim.tv_sec) : nil)
  }

  // MARK: - What would happen

  private func preview(_ path: String, _ day: Day) throws -> ImportNews {
    let suggestion = try suggest(path, day, share: 50)
    var first: [ImportedClient] = []
    var fields: [FieldID] = []
    var importing = importing(day, suggestion.mapping, isDryRun: true, from: 50)
    importing.look = { client, its in
      if first.count < Self.firstClients { first.append(client) }
      fields = its
    }
    let summary = try importing.outcome(path)
    let counts = summary.result.counts
    let shown = Self.shown(fields, first)
    return .preview(
      ImportPreview(
        format: summary.format, mapping: summary.report.mapping, read: counts.read, new: counts.new,
        changed: counts.changed, unchanged: counts.unchanged, refused: counts.refused, absent: counts.absent,
        notes: notes(summary), heads: shown.compactMap { label($0) },
        clients: first.map { client in
          shown.map { id in
            guard let place = fields.firstIndex(of: id), let field = store.catalogue[id] else { return "" }
            return ValueText.text(client.values[place], of: field, context)
          }
        }, columns: suggestion.columns.map(column), digest: summary.digest))
  }

  private static let firstClients = 10
  /// What tells best whether the file was understood, as far as it has them.
  private static let telling: [FieldID] = [
    "name", "birth", "intake", "coach", "track", "education", "licence", "hours", "wants", "phone",
  ]

  private static func shown(_ fields: [FieldID], _ clients: [ImportedClient]) -> [FieldID] {
    telling.filter { id in
      guard let place = fields.firstIndex(of: id) else { return false }
      return clients.contains { $0.values[place].content != nil }
    }
  }

  private func label(_ id: FieldID) -> String? { store.catalogue[id]?.label.text(in: context.language) }

  private func suggest(_ path: String, _ day: Day, share: Int) throws -> MappingSuggestion {
    var last = -1
    return try MappingSuggestion(
      of: ImportFile(path: path).reader, catalogue: store.catalogue, drawn: day
    ) { read, total in
      guard let total, total > 0 else { return }
      let percent = Int(Double(read) / Double(total) * Double(share))
      if percent != last { post(answer(.progress(ImportProgress(.reading, percent: percent)))) }
      last = percent
    }
  }

  private func importing(_ day: Day, _ mapping: Mapping, isDryRun: Bool, from: Int) -> ClientsImporting {
    var importing = ClientsImporting(
      store: store,
      plan: ImportPlan(
        drawn: day, mapping: mapping, register: "register", isPartial: false, isDryRun: isDryRun,
        isForced: false),
      context: context)
    importing.isQuiet = true
    importing.observe = { stage, percent in
      let scaled = stage == .reading ? from + percent * (100 - from) / 100 : percent
      post(answer(.progress(ImportProgress(stage == .reading ? .reading : .merging, percent: scaled))))
    }
    return importing
  }

  private func notes(_ summary: ImportSummary) -> [String] {
    var notes = Array(summary.reasons(in: context.language).prefix(5))
    if summary.result.counts.offers > 0 {
      notes.append(Words.differ.text(in: context.language, ["\(summary.result.counts.offers)"]))
    }
    return notes
  }

  private func column(_ column: MappingSuggestion.Column) -> ImportPreview.Column {
    let place: String?
    switch (column.reason, column.rule.target) {
    case (.key, _): place = Words.key.text(in: context.language)
    case (_, .field(let id, _)): place = label(id)
    case (_, .contact(let part)): place = part.rawValue
    case (_, .unused): place = nil
    }
    var note: [String] = []
    if column.notUnderstood > 0 {
      note.append(
        Words.notUnderstood.text(in: context.language, ["\(column.notUnderstood)", "\(column.filled)"]))
    }
    let maybe = column.maybe.compactMap { label($0) }.joined(separator: ", ")
    if !maybe.isEmpty { note.append(Words.maybe.text(in: context.language, [maybe])) }
    switch column.sample {
    case .values(let counts):
      note.append(counts.prefix(4).map { "\($0.text) \($0.count)×" }.joined(separator: ", "))
    case .nothing: note.append(Words.empty.text(in: context.language))
    case .shape: break
    }
    return ImportPreview.Column(
      header: column.header, place: place, note: note.joined(separator: " · "),
      hasTrouble: column.notUnderstood > 0)
  }

  // MARK: - Storing it

  private func take(_ path: String, _ day: Day, _ digest: String) throws -> ImportNews {
    let mapping = try suggest(path, day, share: 30).mapping
    var importing = importing(day, mapping, isDryRun: false, from: 30)
    importing.expected = digest
    let summary = try importing.outcome(path)
    let counts = summary.result.counts
    var text = Words.taken.text(
      in: context.language,
      ["\(counts.new)", "\(counts.changed)", "\(counts.unchanged)", "\(counts.refused)"])
    if let file = summary.refusedFile { text += " · " + Words.refusedIn.text(in: context.language, [file]) }
    if let file = summary.setAside {
      text += " · " + SummaryWords.stoodThere.text(in: context.language, [file])
    }
    return .taken(text)
  }

  private enum Words {
    static let key = Phrase("import.key", "the register's key")
    static let notUnderstood = Phrase("import.not-understood", "not understood: {0} of {1}")
    static let maybe = Phrase("import.maybe", "might be: {0}")
    static let empty = Phrase("import.empty", "empty")
    static let differ = Phrase(
      "import.differ", "{0} values differ from what the coach recorded later: both are kept")
    static let taken = Phrase("import.taken", "Stored: {0} new, {1} changed, {2} unchanged, {3} refused")
    static let refusedIn = Phrase("import.refused-in", "the refused rows stand in {0}")
  }
}
