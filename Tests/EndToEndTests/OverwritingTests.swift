import Foundation
import Testing

/// What stands in a file is somebody's: nothing takes its place without a word.
@Suite("Files that are there already") struct OverwritingTests {
  private static let clients = "klantnummer;naam\nK-000001;Bakker, Fatima\nK-000002;Berg, Jan van den\n"

  private static func take(_ room: Room, _ arguments: String...) throws -> Shell.Output {
    try room.onStore(["import"] + arguments + ["--today", "2026-11-21"])
  }

  @Test("a mended file of refused rows is never written over")
  func mendedIsKept() throws {
    let room = try Room()
    let export = try room.write("export.csv", Self.clients + ";Zonder Sleutel\n")
    let refused = export + ".refused.csv"
    #expect(try Self.take(room, export, "--drawn", "2026-11-20").status == 3)
    let first = try String(contentsOfFile: refused, encoding: .utf8)
    // The same rows again need no second file.
    let again = try Self.take(room, export, "--drawn", "2026-11-20")
    #expect(again.status == 3 && !again.errors.contains("refused-earlier"))
    #expect(!FileManager.default.fileExists(atPath: export + ".refused-earlier-1.csv"))
    let mended = first.replacing(";;Zonder Sleutel", with: ";K-000009;Zonder Sleutel")
    #expect(mended != first)
    try Data(mended.utf8).write(to: URL(fileURLWithPath: refused))
    let third = try Self.take(room, export, "--drawn", "2026-11-20")
    #expect(
      third.errors.contains("export.csv.refused-earlier-1.csv\n"), "it refused a row itself: \(third.errors)")
    #expect(try String(contentsOfFile: export + ".refused-earlier-1.csv", encoding: .utf8) == mended)
    #expect(try String(contentsOfFile: refused, encoding: .utf8) == first)
  }

  @Test("an export of profiles takes the place of no file")
  func exportOverwritesNothing() throws {
    let room = try Room()
    try room.takeDemo()
    let there = try room.write("register.csv", "mine")
    let done = try room.onStore(["export", "--profiles", "--output", there])
    #expect(done.status == 2 && done.errors.contains("there already"))
    #expect(try room.read(there) == "mine")
  }
}
