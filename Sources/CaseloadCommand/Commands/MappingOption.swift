import CaseloadCore
import CaseloadExchange
import Cells
import Foundation

/// Reads the mapping that `--mapping` names.
enum MappingOption {
  /// The mapping in this file, for one file of rows; nil where none was named.
  static func read(_ path: String?) throws -> Mapping? {
    try path.map { path in
      try saying(path) { text throws(ExchangeError) in
        if try FolderMappingFile.isForFolder(text) {
          throw .mapping(line: nil, reason: Sentence(ImportWords.isForFolder))
        }
        return try MappingFile.read(text)
      }
    }
  }

  /// The folder with the mapping that was given, or with the one that knows it.
  static func folder(_ path: String, _ mapping: String?) throws -> TableFolder {
    if let mapping {
      return try TableFolder(
        path: path,
        mapping: saying(mapping) { text throws(ExchangeError) in
          try FolderMappingFile.read(text)
        })
    }
    guard let folder = try TableFolder.recognised(path) else {
      throw Failure(.dataRefused, said(ImportWords.unknownTables))
    }
    return folder
  }

  /// Reads a mapping's file.
  private static func saying<Mapping>(
    _ path: String, _ read: (String) throws(ExchangeError) -> Mapping
  ) throws -> Mapping {
    do {
      return try read(try String(contentsOfFile: path, encoding: .utf8))
    } catch let error as ExchangeError {
      throw Failure(.usage, error)
    } catch {
      throw Failure(.usage, said(ImportWords.mappingUnreadable, TerminalText(data: path)))
    }
  }
}
