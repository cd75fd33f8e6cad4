import ArgumentParser
import CaseloadCore
import CaseloadScreens
import CaseloadStore
import Cells
import Foundation

/// `caseload worklists`: the named filters with their counts and definitions.
struct WorklistsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "worklists", abstract: HelpWords.worklists.spoken,
      discussion: HelpText.text(
        ["caseload worklists", "caseload worklists --share no-cv-for-long", "caseload worklists --add FILE"],
        HelpWords.worklistsMore))
  }

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOptions

  @Option(name: .long, help: OptionWords.share.help)
  var share: String?

  @Option(name: .long, help: OptionWords.add.help)
  var add: String?

  func run() throws {
    if let share { return try print(share) }
    let scope = try OpenScope(options)
    if let add { return try take(add, scope) }
    let total = scope.population.count
    let rows: [[ReportCell]] = try scope.worklists.map { worklist in
      if let problem = worklist.problem {
        return [
          .text("@" + worklist.id), .none, .none, .none, .number(total),
          .text("\(problem.message): \(worklist.text)"),
        ]
      }
      let outcome = try scope.evaluate(.worklist(worklist.id))
      return [
        .text("@" + worklist.id), .text(worklist.label.text(in: scope.context.language)),
        .number(outcome.yes.count), .number(outcome.unknown.count), .number(total),
        .text(worklist.definition(scope.context)),
      ]
    }
    let report = Report(
      columns: [
        .init(id: "worklist", title: ReportWords.worklist.spoken),
        .init(id: "label", title: ReportWords.name.spoken),
        .init(id: "yes", title: ReportWords.yes.spoken, isNumber: true),
        .init(id: "unknown", title: ReportWords.unknown.spoken, isNumber: true),
        .init(id: "of", title: ReportWords.of.spoken, isNumber: true),
        .init(id: "definition", title: ReportWords.definition.spoken),
      ], rows: rows)
    try Console.print(report, output.format)
  }

  private func print(_ name: String) throws {
    let surroundings = options.surroundings()
    let own = OwnDesk(
      surroundings, store: surroundings.storePath, surroundings.language(asked: options.language)
    ).worklists
    let id = OwnWorklist.id(of: name)
    guard own.contains(where: { $0.id == id }) else {
      throw Failure(.nothingFound, said(FailureWords.noOwnWorklist, TerminalText(data: id)))
    }
    for line in TerminalText.lines(data: WorklistText.text(WorklistText.closure(of: id, own))).dropLast() {
      try Console.say(line)
    }
  }

  private func take(_ file: String, _ scope: OpenScope) throws {
    let surroundings = options.surroundings()
    let language = scope.context.language
    let text = try Self.text(of: file)
    let own = OwnDesk(surroundings, store: surroundings.storePath, language).worklists
    let lists: [OwnWorklist]
    do throws(WorklistText.Mistake) {
      lists = try WorklistText.read(text)
    } catch {
      throw Failure(.dataRefused, said(FailureWords.noWorklistLine, TerminalText(error.line)))
    }
    let admitted: [OwnWorklist]
    do throws(WorklistRefusal) {
      admitted = try Worklist.admitted(lists, beside: own, scope.population, language: language)
    } catch {
      throw Failure(.dataRefused, TerminalText(data: error.message(in: language)))
    }
    try StoreOpening.saying { () throws(StoreError) in
      let desk = try Desk.open(surroundings.deskPath)
      _ = try desk.keep(own + admitted, since: own)
      try desk.close()
    }
    for list in admitted { try Console.say("@\(data: list.id)  \(data: list.filter)") }
    if admitted.isEmpty {
      throw Failure(.nothingFound, said(FailureWords.nothingToAdd, TerminalText(data: file)))
    }
  }

  /// The text of a file, or of the standard input; at most 256 KiB.
  private static func text(of file: String) throws -> String {
    guard file == "-" || FileManager.default.fileExists(atPath: file) else {
      throw Failure(.usage, said(FailureWords.noFile, TerminalText(data: file)))
    }
    let handle = file == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: file)
    guard let handle, let bytes = try? handle.read(upToCount: 1 << 18),
      let text = String(validating: bytes, as: UTF8.self)
    else { throw Failure(.usage, said(FailureWords.notText, TerminalText(data: file))) }
    return text
  }
}
