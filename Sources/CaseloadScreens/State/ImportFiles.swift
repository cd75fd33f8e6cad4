import CaseloadCore
import Cells

/// What stands in a folder that can be imported or gone into, for whoever types a path.
public struct FolderListing: Hashable, Sendable {
  /// A file, or a folder.
  public struct Entry: Hashable, Sendable {
    public var name: String
    public var isFolder: Bool

    public init(name: String, isFolder: Bool) {
      self.name = name
      self.isFolder = isFolder
    }

    /// The name as it goes into a path: a folder's with what leads into it.
    var text: String { isFolder ? name + "/" : name }
  }

  /// The folder as it was typed: all up to the last slash and the slash itself; empty for where the program runs.
  public var folder: String
  /// What is there, in the order in which it is shown.
  public var entries: [Entry]

  public init(folder: String, entries: [Entry]) {
    self.folder = folder
    self.entries = entries
  }
}

extension ImportEntry {
  /// The typed path cut behind its last slash: the folder, and the beginning of a name in it.
  private var parts: (folder: String, name: String) {
    let scalars = path.text.unicodeScalars
    let cut = scalars.lastIndex(of: "/").map { scalars.index(after: $0) } ?? scalars.startIndex
    return (String(scalars[..<cut]), String(scalars[cut...]))
  }

  /// The folder whose files are to be asked for now; nil where they are known, or asked for already.
  var folderToAsk: String? {
    guard step == .path else { return nil }
    // A home folder is only known to be one once the slash stands behind it.
    let folder = parts.folder
    return folder == askedFolder ? nil : folder
  }

  /// What the typed path may become. Small letters find capitals, as the rest of the program does.
  var candidates: [FolderListing.Entry] {
    let (folder, name) = parts
    guard step == .path, let listing, listing.folder == folder else { return [] }
    let folded = Folding.fold(name)
    let hidden = name.utf8.first == UInt8(ascii: ".")
    return listing.entries.filter { entry in
      (hidden || entry.name.utf8.first != UInt8(ascii: "."))
        && Folding.fold(entry.name).utf8.starts(with: folded.utf8)
    }
  }

  /// Puts what all candidates begin with in place of the name's beginning; whether anything was won by it.
  mutating func completePath() -> Bool {
    let found = candidates
    guard let first = found.first else { return false }
    var common = Array(first.text.unicodeScalars)
    for entry in found.dropFirst() {
      let same = zip(common, entry.text.unicodeScalars).prefix { $0 == $1 }.count
      common.removeSubrange(same...)
    }
    let (folder, name) = parts
    var view = String.UnicodeScalarView()
    view.append(contentsOf: common)
    // Names that differ in their capitals may have less in common than was typed.
    guard common.count >= name.unicodeScalars.count, String(view) != name else { return false }
    path = TextField(folder + String(view))
    isDayTyped = false
    return true
  }
}
