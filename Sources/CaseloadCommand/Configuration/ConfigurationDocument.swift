import CaseloadCore
import CaseloadScreens
import Cells

/// The default configuration with every line commented out: what `caseload config --print` writes. Made from the
/// action table.
enum ConfigurationDocument {
  static func text(_ language: Language) -> String {
    func remark(_ phrase: Phrase) -> String { "# \(phrase.text(in: language))\n" }
    var text = remark(ConfigurationWords.head) + remark(ConfigurationWords.check) + "\n"
    text += remark(ConfigurationWords.clipboard) + "#clipboard = false\n\n"
    text += remark(ConfigurationWords.keys) + "[keys]\n"
    for action in ActionTable.all {
      let keys = action.keys.map { quoted($0.name) }
      let value = keys.count == 1 ? keys[0] : "[\(keys.joined(separator: ", "))]"
      text += "# \(Keymap.standard.sentence(action.long, language))\n#\(action.id) = \(value)\n"
    }
    return text
  }

  private static func quoted(_ name: String) -> String {
    var text = "\""
    for scalar in name.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}
