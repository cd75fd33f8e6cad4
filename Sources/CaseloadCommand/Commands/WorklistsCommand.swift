import ArgumentParser
import CaseloadCore
import CaseloadScreens
import CaseloadStore
import Cells
import Foundation

/// `caseload worklists`: the named filters with their counts and definitions.
struct WorklistsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worklists", abstract: "The worklists: their counts now, and what each means.",
    discussion: """
      caseload worklists                           all worklists, your own last
      caseload worklists --share no-cv-for-long    one of your own as text, to send to a colleague
      caseload worklists --add FILE                takes in what a colleague sent; - reads the standard input

      Yes, unknown and of: who passes, of whom it is not known, and how many there are. A worklist is used in a
      filter by its name: caseload list '@forgotten'.
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOptions

  @Option(name: .long, help: "Print this worklist of your own as text, with those it refers to.")
  var share: String?

  @Option(name: .long, help: "Keep the worklists of this text among your own; - is the standard input.")
  var add: String?

  func run() throws {
    if let share { return try print(share) }
    let scope = try OpenScope(options)
    if let add { return try take(add, scope) }
    let total = scope.population.count
    let rows: [[ReportCell]] = try scope.worklists.map { worklist in
      if let problem = worklist.problem {
        return [
          .text("@" + worklist.id), .none, .none, .number(total),
          .text("\(problem.message): \(worklist.text)"),
        ]
      }
      let outcome = try scope.evaluate(.worklist(worklist.id))
      return [
        .text("@" + worklist.id), .number(outcome.yes.count), .number(outcome.unknown.count), .number(total),
        .text(worklist.definition(scope.context)),
      ]
    }
    let report = Report(
      columns: [
        .init(id: "worklist", title: "Worklist"), .init(id: "yes", title: "Yes", isNumber: true),
        .init(id: "unknown", title: "Unknown", isNumber: true), .init(id: "of", title: "Of", isNumber: true),
        .init(id: "definition", title: "Definition"),
      ], rows: rows)
    try Console.print(report, output.format)
  }

  private func print(_ name: String) throws {
    let surroundings = options.surroundings()
    let own = OwnDesk.worklists(surroundings, surroundings.language(asked: options.language))
    let id = OwnWorklist.id(of: name)
    guard own.contains(where: { $0.id == id }) else {
      throw Failure(.nothingFound, "you have no worklist @\(data: id) of your own")
    }
    for line in TerminalText.lines(data: WorklistText.text(WorklistText.closure(of: id, own))).dropLast() {
      try Console.say(line)
    }
  }

  private func take(_ file: String, _ scope: OpenScope) throws {
    let surroundings = options.surroundings()
    let language = scope.context.language
    let text = try Self.text(of: file)
    let own = OwnDesk.worklists(surroundings, language)
    let lists: [OwnWorklist]
    do throws(WorklistText.Mistake) {
      lists = try WorklistText.read(text)
    } catch {
      throw Failure(.dataRefused, "line \(error.line) is no worklist; write: worklist \"name\": filter")
    }
    let admitted: [OwnWorklist]
    do throws(WorklistRefusal) {
      admitted = try Worklist.admitted(lists, beside: own, scope.population, language: language)
    } catch {
      throw Failure(.dataRefused, TerminalText(data: error.message(in: language)))
    }
    try StoreOpening.saying(options, surroundings) { () throws(StoreError) in
      let desk = try Desk.open(surroundings.deskPath)
      try desk.keep(own + admitted)
      try desk.close()
    }
    for list in admitted { try Console.say("@\(data: list.id)  \(data: list.filter)") }
    if admitted.isEmpty { throw Ending.nothingFound }
  }

  /// The text of a file, or of the standard input; at most 256 KiB.
  private static func text(of file: String) throws -> String {
    let handle = file == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: file)
    guard let handle, let bytes = try? handle.read(upToCount: 1 << 18),
      let text = String(validating: bytes, as: UTF8.self)
    else { throw Failure(.usage, "\(data: file) cannot be read as text") }
    return text
  }
}
