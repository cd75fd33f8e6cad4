import CaseloadCore
import CaseloadExchange
import CaseloadStore
import Cells

/// What the user said about an import, the same for the export and for contacts.
struct ImportPlan {
  var drawn: Day
  var mapping: Mapping?
  var register: String
  var isPartial: Bool
  var isDryRun: Bool
  var isForced: Bool
  var encoding: FileEncoding?
  var separator: UInt8?
  /// The sheets of spreadsheets that are read; nil: the first that holds a table.
  var sheet: String?
  var contactsSheet: String?
  /// The file holds changes of clients who are here, and a cell without a text says nothing.
  var changesOnly = false
  /// The folder for refused rows, where they do not go beside their file.
  var refusedFolder: String?

  /// What a proposed command says of the store.
  var storeWords: TerminalText = ""

  /// Whether refused rows are written at all: a demonstration leaves nothing beside the fixtures.
  var keepsRefused = true

  /// How a merge is to be done when the reader of the file refused this many rows.
  func merging(refusedBefore: Int) -> MergeOptions {
    MergeOptions(
      dryRun: isDryRun, force: isForced, refusedBefore: refusedBefore, blankIsSilent: changesOnly)
  }

  /// Where refused rows go: nowhere on a dry run, which changes nothing.
  func refusedPath(for file: String) -> String? {
    guard !isDryRun, keepsRefused else { return nil }
    guard let refusedFolder else { return file }
    return refusedFolder + "/" + (file.split(separator: "/").last.map(String.init) ?? file)
  }

  /// Where the refused rows of an earlier import of this file stand now: where this one's took their place, or where
  /// this one refused none and they get another name.
  func setAside(_ file: String, refused: String?, already: String?) throws(ExchangeError) -> String? {
    guard already == nil else { return already }
    guard refused == nil, let path = refusedPath(for: file) else { return nil }
    return try RefusedFile.setAside(for: path)
  }

  /// A source for the journal.
  func source(_ mapping: Mapping, digest: String) -> ImportSource {
    ImportSource(
      register: register, mapping: mapping.name, mappingVersion: String(mapping.version), drawn: drawn,
      fileDigest: digest, isFull: !isPartial && !changesOnly)
  }
}

/// A file's digest, taken while its bytes pass by.
final class DigestBox {
  private var digest = FileDigest()
  func update(_ bytes: UnsafeRawBufferPointer) { digest.update(bytes) }
  var text: String { digest.text }
}

/// What takes time in an import.
enum ImportStage {
  case reading, merging
}

/// A progress bar on a terminal, moved at most a hundred times.
struct ProgressLine {
  private let label: TerminalText
  private let isShown: Bool
  private let observe: ((Int) -> Void)?
  private var last = -1

  /// A bar on the terminal, where standard error is one.
  init(_ label: TerminalText) {
    self.label = label
    isShown = Console.showsProgress
    observe = nil
  }

  /// The same, unless somebody else is to be told.
  init(_ label: TerminalText, _ stage: ImportStage, _ observe: ((ImportStage, Int) -> Void)?) {
    self.label = label
    isShown = observe == nil && Console.showsProgress
    self.observe = observe.map { observe in { observe(stage, $0) } }
  }

  mutating func show(_ done: Int, of all: Int) {
    guard isShown || observe != nil, all > 0 else { return }
    let (scaled, overflow) = done.multipliedReportingOverflow(by: 100)
    let percent = overflow ? 99 : min(100, scaled / all)
    guard percent != last else { return }
    last = percent
    guard isShown else {
      observe?(percent)
      return
    }
    let bar =
      TerminalText.repeating("#", count: percent / 4) + TerminalText.repeating(".", count: 25 - percent / 4)
    Console.progress("\(label) \(bar) \(percent) %")
  }

  func end() {
    if isShown { Console.endProgress() }
  }
}
