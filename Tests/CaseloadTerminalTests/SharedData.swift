import Foundation

/// Data that lies beside the project and is not part of it; tests that need it skip where it is not.
enum SharedData {
  /// The naughty strings, or nil when they are not here.
  static func naughtyStrings() -> [String]? {
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      let file = folder.appendingPathComponent("shared/data/hard-text/blns.json")
      if let data = try? Data(contentsOf: file) {
        return try? JSONDecoder().decode([String].self, from: data)
      }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }
}
