import ArgumentParser
import CaseloadCore
import CaseloadStore
import Cells

/// `caseload undo`: takes back what one registered last.
struct UndoCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "undo", abstract: HelpWords.undoChange.spoken,
      discussion: HelpText.text(["caseload undo", "caseload undo 7"], HelpWords.undoChangeMore))
  }

  @OptionGroup var options: StoreOptions

  @Argument(help: OptionWords.undoNumber.help)
  var number: Int32?

  func run() throws { try UndoRun(options: options, number: number).take(.undo) }
}

/// `caseload redo`: does again what one took back last.
struct RedoCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "redo", abstract: HelpWords.redo.spoken,
      discussion: HelpText.text(["caseload redo", "caseload redo 7"], HelpWords.redoMore))
  }

  @OptionGroup var options: StoreOptions

  @Argument(help: OptionWords.undoNumber.help)
  var number: Int32?

  func run() throws { try UndoRun(options: options, number: number).take(.redo) }
}

/// One step of undo or redo, from the shell.
private struct UndoRun {
  let options: StoreOptions
  let number: Int32?

  func take(_ way: Undoing) throws {
    let surroundings = options.surroundings()
    let store = try StoreOpening.existing(options, surroundings)
    let context = try StoreOpening.context(store, options, surroundings)
    let client = number.map { ClientNumber($0) }
    if let client, try facts(of: client, store) == nil {
      Console.warn(said(FailureWords.noClient, TerminalText(Int(client.number))))
      throw Ending.nothingFound
    }
    let outcome = try StoreOpening.saying { () throws(StoreError) in
      try store.step(way, of: client, as: .random(), context)
    }
    switch outcome {
    case .done(let step):
      try Console.say(TerminalText(data: UndoText.done(step, of: name(step.client, store, context), context)))
      sayErased(step.erased, context)
    case .nothing(let erased):
      let text = UndoText.nothing(way, of: try name(client, store, context), in: context.language)
      Console.warn(TerminalText(data: text))
      sayErased(erased, context)
      throw Ending.nothingFound
    case .conflict(let step, let values):
      let text = UndoText.cannot(step, of: try name(step.client, store, context), context)
      Console.warn(TerminalText(data: text))
      for value in values { say(UndoText.lines(Contradiction(value), context)) }
      Console.warn(TerminalText(data: UndoText.why.text(in: context.language)))
      throw Ending.dataRefused
    }
  }

  /// One value that stands in the way: its field, then what is said of it.
  private func say(_ lines: (field: String, mine: String, now: String, who: String)) {
    Console.warn("  \(TerminalText.oneLine(data: lines.field))")
    for text in [lines.mine, lines.now, lines.who] { Console.warn("    \(TerminalText.oneLine(data: text))") }
  }

  private func sayErased(_ count: Int, _ context: Context) {
    if let text = UndoText.erased(count, in: context.language) { Console.warn(TerminalText(data: text)) }
  }

  /// A client's name; nil for no client.
  private func name(_ client: ClientNumber?, _ store: Store, _ context: Context) throws -> String? {
    guard let client else { return nil }
    guard case .name(let name)? = try facts(of: client, store)?.values["name"]?.content else {
      return UndoText.client(client, in: context.language)
    }
    return name.listed
  }

  private func facts(of client: ClientNumber, _ store: Store) throws -> ClientFacts? {
    try StoreOpening.saying { () throws(StoreError) in try store.facts(of: [client], closedToo: true) }.first
  }
}
