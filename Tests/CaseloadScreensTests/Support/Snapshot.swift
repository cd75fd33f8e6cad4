import Foundation
import Testing

/// Compares a text with the file of that name under Snapshots. With RECORD_SNAPSHOTS=1 the file is written
/// instead; look at what changed before it is committed.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws
{
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Snapshots")
  try expectFile(
    text + "\n", folder.appending(path: name + ".txt"), hint: name, sourceLocation: sourceLocation)
}

/// The root of the package that these tests are in.
let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// Compares a text with a file, or records it.
func expectFile(_ text: String, _ file: URL, hint: String, sourceLocation: SourceLocation) throws {
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return
  }
  guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record("\(hint): not recorded yet; run with RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
    return
  }
  guard expected != text else { return }
  let (old, new) = (expected.split(separator: "\n"), text.split(separator: "\n"))
  let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }
  Issue.record(
    """
    \(hint) differs in line \((line?.offset ?? min(old.count, new.count)) + 1):
    was \(line?.element.0 ?? "")
    is  \(line?.element.1 ?? "")
    RECORD_SNAPSHOTS=1 records it
    """, sourceLocation: sourceLocation)
}
