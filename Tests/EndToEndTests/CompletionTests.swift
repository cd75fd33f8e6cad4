import Foundation
import Testing

/// Completion as the shells really do it, with the scripts that the program makes.
@Suite("Completion in the shells")
struct CompletionTests {
  private static let zsh = "/usr/bin/zsh"
  private static let fish = "/usr/bin/fish"

  /// A room with a script of a shell, in which `caseload` is the program under test.
  private static func room(_ shell: String) throws -> (room: Room, script: String) {
    let room = try Room()
    let made = try room.caseload("--generate-completion-script", shell)
    try #require(made.status == 0 && !made.text.isEmpty)
    try FileManager.default.createDirectory(atPath: room.path + "/bin", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: room.path + "/bin/caseload", withDestinationPath: Caseload.binary)
    return (room, try room.write("_caseload", made.text))
  }

  private static func environment(_ room: Room) -> [String: String] {
    var environment = Caseload.environment(home: room.path)
    environment["PATH"] = room.path + "/bin:/usr/bin:/bin"
    return environment
  }

  /// What bash offers after these words, the last of which is being typed.
  private static func bash(_ words: String...) throws -> [String] {
    let (room, script) = try room("bash")
    // The script is sourced and its function called as bash calls it on Tab.
    let ask = """
      source "$1"; shift
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9
      $(complete -p caseload | sed 's/.*-F \\([^ ]*\\).*/\\1/') caseload "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let done = try Shell.run(
      "/bin/bash", ["--norc", "--noprofile", "-c", ask, "bash", script] + words,
      environment: environment(room))
    #expect(done.errors == "")
    return done.text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test("bash offers commands, options and their values")
  func bashCommands() throws {
    let commands = try Self.bash("caseload", "")
    #expect(Set(commands).isSuperset(of: ["list", "show", "doctor", "demo"]))
    #expect(!commands.contains("manual"), "what is for packagers is not offered")
    #expect(try Self.bash("caseload", "do") == ["doctor"])
    #expect(try Self.bash("caseload", "list", "--form") == ["--format"])
    #expect(Set(try Self.bash("caseload", "list", "--format", "")) == ["table", "tsv", "csv", "json"])
    #expect(try Self.bash("caseload", "settings", "forg") == ["forgotten-after"])
  }

  @Test("bash offers the program's own words: fields, worklists")
  func bashWords() throws {
    #expect(try Self.bash("caseload", "list", "--columns", "number,educ").contains("number,education"))
    #expect(try Self.bash("caseload", "list", "--sort", "-bir") == ["-birth"])
    #expect(try Self.bash("caseload", "list", "@forg") == ["@forgotten"])
    #expect(try Self.bash("caseload", "facets", "educ").contains("education:"))
  }

  @Test("zsh takes its script", .enabled(if: FileManager.default.isExecutableFile(atPath: zsh)))
  func zshTakesIt() throws {
    let (room, script) = try Self.room("zsh")
    let ask = """
      fpath=(\(room.path) $fpath); autoload -Uz compinit; compinit -u -d \(room.path)/dump
      print -r -- "${_comps[caseload]}"; autoload -Uz +X _caseload && print loaded
      """
    let syntax = try Shell.run(Self.zsh, ["-n", script], environment: Self.environment(room))
    #expect(syntax.errors == "" && syntax.status == 0)
    let done = try Shell.run(Self.zsh, ["-f", "-c", ask], environment: Self.environment(room))
    #expect(done.text == "_caseload\nloaded\n", "\(done.errors)")
  }

  @Test(
    "fish offers commands and options",
    .enabled(if: FileManager.default.isExecutableFile(atPath: fish)))
  func fishOffers() throws {
    let (room, script) = try Self.room("fish")
    func offers(_ line: String) throws -> [String] {
      let ask = "source $argv[1]; complete --do-complete $argv[2]"
      let done = try Shell.run(
        Self.fish, ["--no-config", "-c", ask, script, line], environment: Self.environment(room))
      // Without a terminal fish has no command line to put a word of our own completions into, and says so.
      #expect(done.errors.isEmpty || done.errors.contains("non-interactive"))
      return done.text.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
    }
    #expect(try offers("caseload do").contains("doctor"))
    #expect(try offers("caseload list --format ").contains("json"))
  }
}
