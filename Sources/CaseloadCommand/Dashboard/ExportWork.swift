import CaseloadCore
import CaseloadScreens
import CaseloadStore
import Cells

/// Writes the marked clients into a file that only its owner reads and that is not there yet. What it holds is what
/// the list shows of them, as `caseload list` prints it; a secret address stays secret.
struct ExportWork: Sendable {
  let store: Store
  let context: Context

  /// Writes it; what is answered is true of the file.
  func news(_ wish: ExportWish) -> KeepNews {
    let path = ImportWork.file(wish.path)
    guard let format = Self.format(path) else {
      return .failed(ExportWords.whichForm.text(in: context.language))
    }
    do {
      let report = try report(wish)
      try NewFile.write(report.text(format), to: path)
      return .written(clients: report.rows.count, path: path)
    } catch let error as StoreError {
      return .failed(error.message(in: context.language))
    } catch let failure as Failure {
      return .failed(failure.text.string)
    } catch {
      return .failed(FailureWords.cannotWrite.text(in: context.language, [path, ""]))
    }
  }

  private func report(_ wish: ExportWish) throws(StoreError) -> Report {
    var population = Population(catalogue: store.catalogue)
    for facts in try store.facts(of: wish.clients, closedToo: true) { population.put(facts) }
    let fields = wish.fields.compactMap { store.catalogue[$0] }
    let rows = wish.clients.compactMap { population.row(of: $0) }.map { row in
      fields.map { ReportCell.listed($0, at: row, population, context) }
    }
    return Report(
      columns: fields.map { Report.Column(id: $0.id.text, title: $0.short.text(in: context.language)) },
      rows: rows)
  }

  private static func format(_ path: String) -> OutputFormat? {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let ending = parts.last else { return nil }
    return [OutputFormat.csv, .tsv, .json].first { $0.rawValue == ending.lowercased() }
  }
}

/// The words of a file with the marked clients.
enum ExportWords {
  static let whichForm = Phrase("export-work.which-form", "The file's name ends in .csv, .tsv or .json.")
}
