import CaseloadCore
import Foundation

/// A folder whose files are the tables of a register.
public struct TableFolder {
  public let path: String
  public let mapping: FolderMapping
  /// Each file that is read and its table: details in the mapping's order, then contacts, the persons last.
  public let files: [(table: TableMapping, path: String)]
  /// The tables of the mapping for which there is no file.
  public let missing: [String]
  /// The files that no table wants.
  public let others: [String]

  /// Whether a path is a folder.
  public static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Finds the file of each table. There must be exactly one of persons.
  public init(path: String, mapping: FolderMapping) throws(ExchangeError) {
    self.path = path
    self.mapping = mapping
    var left = try Self.names(in: path)
    var found: [(table: TableMapping, path: String)] = []
    var missing: [String] = []
    for table in mapping.tables {
      let mine = left.filter { table.holds(Self.stem($0)) }
      left.removeAll { mine.contains($0) }
      if mine.isEmpty { missing.append(table.name) }
      guard table.role != .persons || mine.count == 1 else {
        throw .personsTable(files: mine)
      }
      found += mine.map { (table, path + "/" + $0) }
    }
    let order: [TableMapping.Role] = [.details, .contacts, .persons]
    files = order.flatMap { role in found.filter { $0.table.role == role } }
    self.missing = missing
    others = left
  }

  /// The folder with the mapping that the program comes with for its register; nil where none knows it.
  public static func recognised(_ path: String) throws(ExchangeError) -> TableFolder? {
    for text in ShippedMappings.folders {
      let mapping = try FolderMappingFile.read(text)
      guard let persons = mapping.persons,
        let name = try names(in: path).first(where: { persons.holds(stem($0)) })
      else { continue }
      let header = try ImportFile(path: path + "/" + name).reader.readHeader()
      if persons.mapping.recognises(header) { return try TableFolder(path: path, mapping: mapping) }
    }
    return nil
  }

  /// The names of the files that may be tables, in order: what is hidden or our own is none.
  private static func names(in path: String) throws(ExchangeError) -> [String] {
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: path) } catch {
      throw .file(path: path, doing: .open, code: errno)
    }
    return names.filter { name in
      !name.hasPrefix(".") && !name.contains(".refused") && !isFolder(path + "/" + name)
        && endings.contains(Folding.fold(String(name.split(separator: ".").last ?? "")))
    }.sorted()
  }

  /// The endings of files of rows.
  private static let endings: Set<String> = ["csv", "txt", "tsv", "xlsx"]

  private static func stem(_ name: String) -> String {
    name.split(separator: ".").dropLast().joined(separator: ".")
  }
}
