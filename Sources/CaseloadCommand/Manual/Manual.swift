import CaseloadCore
import CaseloadScreens

/// The manual page caseload(1), made from the commands and the table of actions, so that it says what the program
/// does and cannot be behind it.
struct Manual {
  let tree: CommandTree
  let language: Language

  /// The page.
  func page() -> String {
    var page = Roff()
    page.title(
      "caseload", section: 1, date: "", source: "caseload " + Version.current, manual: say(ManualWords.manual)
    )
    page.section(say(ManualWords.name))
    page.paragraph("caseload - " + lowered(tree.command.abstract ?? ""))
    page.section(say(ManualWords.synopsis))
    page.typed("caseload [--store FILE] [...]")
    page.typed("caseload COMMAND [...]")
    page.section(say(ManualWords.description))
    page.discussion(tree.command.discussion ?? "")
    commands(&page)
    filter(&page)
    keys(&page)
    places(&page)
    return page.text
  }

  private func say(_ phrase: Phrase) -> String { phrase.text(in: language) }

  /// The first letter small and without a full stop, as the name's line has it.
  private func lowered(_ text: String) -> String {
    let words = text.last == "." ? String(text.dropLast()) : text
    return (words.first.map { $0.lowercased() } ?? "") + words.dropFirst()
  }

  /// Options that nearly every command takes stand once.
  private var common: [CommandTree.Argument] {
    let all = tree.command.shown
    return (all.first?.options ?? []).filter { option in
      option.kind != "positional" && all.filter { $0.options.contains(option) }.count > all.count / 2
    }
  }

  private func commands(_ page: inout Roff) {
    let common = common
    page.section(say(ManualWords.commands))
    for command in tree.command.shown {
      page.subsection("caseload " + command.commandName)
      page.paragraph(command.abstract ?? "")
      page.typed(usage(command))
      page.discussion(command.discussion ?? "")
      for option in command.options where !common.contains(option) { term(option, &page) }
    }
    page.section(say(ManualWords.commonOptions))
    for option in common { term(option, &page) }
    page.term("--help, -h", say(ManualWords.help))
    page.term("--version", say(ManualWords.version))
  }

  private func usage(_ command: CommandTree.Command) -> String {
    let arguments = command.options.filter { $0.kind == "positional" }.map { argument in
      let name = "<" + (argument.valueName ?? "") + ">" + (argument.isRepeating ? " ..." : "")
      return argument.isOptional ? "[" + name + "]" : name
    }
    return (["caseload", command.commandName, say(ManualWords.options)] + arguments).joined(separator: " ")
  }

  private func term(_ option: CommandTree.Argument, _ page: inout Roff) {
    let value = option.valueName.map { "<" + $0 + ">" } ?? ""
    let names = (option.names ?? []).map(\.typed).joined(separator: ", ")
    let term = option.kind == "positional" ? value : option.kind == "flag" ? names : names + " " + value
    let words = [option.abstract, option.discussion].compactMap { $0 }.filter { !$0.isEmpty }
    page.term(term, words.joined(separator: " "))
  }

  private func filter(_ page: inout Roff) {
    page.section(say(ManualWords.filter))
    page.paragraph(say(ManualWords.filterRules))
    for (term, words) in ManualWords.filters { page.term(term, say(words)) }
  }

  private func keys(_ page: inout Roff) {
    page.section(say(ManualWords.keys))
    for group in KeysDocument.groups(in: language) {
      page.subsection(group.title)
      for entry in group.entries {
        page.term(entry.keys.isEmpty ? ":" : entry.keys.joined(separator: ", "), entry.words)
      }
    }
  }

  private func places(_ page: inout Roff) {
    page.section(say(ManualWords.exit))
    for (term, words) in ManualWords.exits { page.term(term, say(words)) }
    page.section(say(ManualWords.environment))
    for (term, words) in ManualWords.variables { page.term(term, say(words)) }
    page.section(say(ManualWords.files))
    for (term, words) in ManualWords.paths { page.term(term, say(words)) }
    page.section(say(ManualWords.privacy))
    page.paragraph(say(ManualWords.privacyWords))
  }
}
