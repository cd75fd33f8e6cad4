import ArgumentParser
import Foundation

/// The commands as the argument parser knows them, for what is made from them: the manual. Decoded from its own
/// description of a program, `--experimental-dump-help`, format 0.
struct CommandTree: Decodable {
  /// A command with its options and subcommands.
  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var shouldDisplay: Bool?
    var subcommands: [Command]?
    var arguments: [Argument]?

    /// The subcommands that people are shown.
    var shown: [Command] { (subcommands ?? []).filter { $0.shouldDisplay ?? true } }
    /// The arguments and options that people are shown; help and version stand in the manual once.
    var options: [Argument] {
      (arguments ?? []).filter { $0.shouldDisplay && !["help", "version"].contains($0.preferredName?.name) }
    }
  }

  /// An argument, an option or a flag.
  struct Argument: Decodable, Hashable {
    struct Name: Decodable, Hashable {
      var kind: String
      var name: String
      /// As it is typed.
      var typed: String { (kind == "long" ? "--" : "-") + name }
    }
    var kind: String
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var preferredName: Name?
    var valueName: String?
    var defaultValue: String?
    var abstract: String?
    var discussion: String?
  }

  var command: Command

  /// The tree of the program. Its texts are in the language that the commands are declared in.
  static func read() throws -> CommandTree {
    try JSONDecoder().decode(CommandTree.self, from: Data(RootCommand._dumpHelp().utf8))
  }
}
