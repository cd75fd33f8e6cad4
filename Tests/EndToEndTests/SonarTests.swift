import Foundation
import Testing

/// The export of a real register's dashboard, read where it lies and never copied into the project.
@Suite("The Sonar example", .enabled(if: Caseload.sharedData != nil, Caseload.noSharedData))
struct SonarTests {
  /// A room with the export's copy, not imported yet.
  private struct Sonar {
    let room: Room
    let file: String
    let keys: [String]

    init() throws {
      room = try Room()
      file = try room.copy(
        of: (Caseload.sharedData ?? "") + "/register/SonarDashboardExample.csv", as: "sonar.csv")
      keys = try room.read(file).split(whereSeparator: \.isNewline).dropFirst().map {
        String($0.split(separator: ";", omittingEmptySubsequences: false)[2])
      }
    }

    func take(_ other: String? = nil) throws -> Shell.Output {
      try room.onStore("import", other ?? file, "--drawn", "2022-02-01", "--today", "2022-02-02")
    }

    func list(_ filter: String, today: String = "2022-02-02") throws -> Answers {
      try Answers(
        room.onStore(
          "list", filter, "--today", today, "--unknown", "--format", "json", "--columns", "number,education"))
    }
  }

  @Test("24 rows are read; the key that stands twice is refused with both lines, and never shown")
  func refusesTheSecond() throws {
    let sonar = try Sonar()
    let done = try sonar.take()
    #expect(done.status == 3)
    #expect(done.text.contains("read 24 clients = 23 new + 0 changed + 0 unchanged + 1 refused"))
    #expect(done.errors.contains("refused line 9: the key of line 9 stands in line 8 already"))
    #expect(sonar.keys.count == 24 && Set(sonar.keys).count == 23)
    for key in sonar.keys { #expect(!(done.text + done.errors).contains(key)) }
    let refused = try sonar.room.read(sonar.file + ".refused.csv").split(separator: "\n")
    #expect(refused.count == 2)
    #expect(refused.last?.hasPrefix("line 9: the key of line 9 stands in line 8 already;") == true)
    let mode = try FileManager.default.attributesOfItem(atPath: sonar.file + ".refused.csv")[
      .posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test("a second import changes nothing; the mended row comes in from the file of refused rows")
  func mends() throws {
    let sonar = try Sonar()
    _ = try sonar.take()
    let before = try sonar.room.onStore("check", "--head").text
    let again = try sonar.take()
    #expect(again.text.contains("read 24 clients = 0 new + 0 changed + 23 unchanged + 1 refused"))
    #expect(try sonar.room.onStore("check", "--head").text == before)
    let refusedFile = sonar.file + ".refused.csv"
    let twice = try #require(sonar.keys.first { key in sonar.keys.filter { $0 == key }.count == 2 })
    let mended = try sonar.room.read(refusedFile).replacingOccurrences(of: twice, with: "799899999")
    _ = try sonar.room.write("sonar.csv.refused.csv", mended)
    let taken = try sonar.room.onStore(
      "import", refusedFile, "--drawn", "2022-02-01", "--today", "2022-02-02")
    #expect(taken.status == 0, "\(taken.errors)")
    #expect(taken.text.contains("read 1 client = 1 new"))
    #expect(try sonar.list("").rows.count == 24)
    // The file of refused rows is no full export: nobody is absent because of it.
    #expect(try sonar.list("@absent-from-register").rows.isEmpty)
  }

  @Test("licence:B finds holders of BE, C, CE and D too, and show says what gives what")
  func licences() throws {
    let sonar = try Sonar()
    _ = try sonar.take()
    let holders = try sonar.list("licence:B").numbers(answer: "yes")
    // Every row of the example names B or a category that gives it.
    #expect(holders == Array(1...23))
    // The fourth row says BE alone, and only a licence that implies B can make it a yes.
    let shown = try sonar.room.onStore("show", "4", "--format", "json", "--today", "2022-02-02")
    let licence = try #require(try Answers(shown).rows.first { $0["field"] as? String == "licence" })
    #expect(licence["value"] as? [String] == ["BE"])
    #expect((licence["note"] as? String)?.contains("gives") == true)
    #expect((licence["note"] as? String)?.split(whereSeparator: { " ,".contains($0) }).contains("B") == true)
  }

  @Test("MBO without a level is yes for vmbo and unknown for mbo 3")
  func partialEducation() throws {
    let sonar = try Sonar()
    _ = try sonar.take()
    let mbo = [2, 13, 19, 21]
    let vmbo = try sonar.list("education>=vmbo")
    #expect(Set(mbo).isSubset(of: vmbo.numbers(answer: "yes")))
    #expect(vmbo.numbers(answer: "unknown").isEmpty)
    #expect(try sonar.list("education>=mbo3").numbers(answer: "unknown") == mbo)
  }

  @Test("no contact is known, so forgotten is yes for nobody and unknown for all")
  func forgotten() throws {
    let sonar = try Sonar()
    _ = try sonar.take()
    let answers = try sonar.list("@forgotten", today: "2026-11-21")
    #expect(answers.numbers(answer: "yes").isEmpty)
    #expect(answers.numbers(answer: "unknown") == Array(1...23))
  }
}
