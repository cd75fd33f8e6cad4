import Foundation
import Testing

@Suite("Clients' own answers")
struct QuestionnaireTests {
  private static let today = ["--today", "2026-11-21"]

  private static func take(_ room: Room, _ file: String, _ more: String...) throws -> Shell.Output {
    try Caseload.run(
      ["import", "--store", room.store, "--questionnaire", file] + today + more, home: room.path)
  }

  private static func show(_ room: Room, _ number: Int) throws -> String {
    try room.onStore(["show", String(number)] + today).text
  }

  @Test("the form of ours is taken in: recorded where nothing stands, beside where something does")
  func fixture() throws {
    let room = try Room()
    try room.takeDemo()
    let file = try room.copy(of: Caseload.fixture("questionnaire.csv"), as: "answers.csv")
    let done = try Self.take(room, file)
    #expect(done.status == 3, "\(done.errors)")
    #expect(done.text.contains("mapping Vragenlijst intake, version 1"))
    #expect(
      done.text.contains("read 12 rows of answers = 7 with something new + 0 unchanged + 5 refused"),
      "\(done.text)")
    #expect(done.text.contains("columns without a field: Uw naam, Wat wilt u verder nog kwijt?"))
    for reason in [
      "no client in the store has this number", "no client in the store has this key",
      "the number and the key are of two clients", "neither a client's number nor a register key",
      "the day of the answers is not understood",
    ] { #expect(done.errors.contains(reason), "\(reason): \(done.errors)") }
    #expect(!(done.text + done.errors).contains("K-0"), "a key was said")
    // Teun: no register level of education, so his own is recorded; the debts that the register has stay.
    let teun = try Self.show(room, 1)
    #expect(teun.contains("mbo 4 · questionnaire, 18 Nov"), "\(teun)")
    #expect(teun.contains("(questionnaire: no) · register"), "\(teun)")
    #expect(try room.onStore("check").status == 0)
    // Mended, the refused rows are taken.
    let refused = file + ".refused.csv"
    let mended = try room.read(refused).replacingOccurrences(of: ";9004;", with: ";20;")
      .replacingOccurrences(of: "K-999999", with: "K-000794")
    let again = try Self.take(room, try room.write("mended.csv", mended))
    #expect(again.status == 3)
    #expect(again.errors.contains("refused line 5"), "\(again.errors)")
    // The same file once more: nothing, not even an entry.
    let head = try room.onStore("check", "--head").text
    let repeated = try Self.take(room, file)
    #expect(repeated.text.contains("= 0 with something new + 7 unchanged + 5 refused"), "\(repeated.text)")
    #expect(!repeated.text.contains("undo-import"))
    #expect(try room.onStore("check", "--head").text == head)
    let history = try room.onStore(["show", "1", "--history"] + Self.today).text
    #expect(history.contains("from the questionnaire"))
  }

  @Test("taken back, the answers are gone and what stood before stands")
  func takenBack() throws {
    let room = try Room()
    try room.takeDemo()
    let before = try room.onStore(["show", "1", "--format", "json"] + Self.today).text
    let file = try room.write(
      "answers.json",
      """
      [{"nummer": 1, "ingevuld op": "2026-11-19", "opleiding": "mbo 2", "schulden": "nee",
        "rijbewijs": ["B", "heftruck"], "vaardigheden": ["=cmd()", "\\u001b[31mrood"]}]
      """)
    let dry = try Self.take(room, file, "--dry-run")
    #expect(dry.status == 0 && dry.text.contains("answers in JSON"), "\(dry.errors)")
    #expect(try room.onStore(["show", "1", "--format", "json"] + Self.today).text == before)
    let done = try Self.take(room, file)
    #expect(done.status == 0, "\(done.errors)")
    #expect(try room.onStore(["show", "1", "--format", "json"] + Self.today).text != before)
    let imports = try Answers(room.onStore("undo-import", "--format", "json"))
    #expect(imports.texts("kind").first == "answers")
    let number = try #require(imports.rows.first?["import"] as? Int)
    #expect(try room.onStore("undo-import", String(number)).status == 0)
    #expect(try room.onStore(["show", "1", "--format", "json"] + Self.today).text == before)
    #expect(try room.onStore("check").status == 0)
  }

  @Test("it goes alone, needs a day, and makes no client")
  func usage() throws {
    let room = try Room()
    let file = try room.write("answers.csv", "Nummer;Schulden\n1;ja\n")
    #expect(try Self.take(room, file, "--contacts", file).status == 2)
    let nobody = try Self.take(room, file, "--drawn", "2026-11-20")
    #expect(nobody.status == 3 && nobody.errors.contains("no client in the store yet"))
    try FileManager.default.removeItem(atPath: room.store)
    try room.takeDemo()
    let without = try Self.take(room, file)
    #expect(without.status == 3 && without.errors.contains("on which day"), "\(without.errors)")
    #expect(try Self.take(room, file, "--drawn", "2026-11-22").status == 2)
    let done = try Self.take(
      room, try room.write("b.csv", "Nummer;Schulden\n999;ja\n"), "--drawn", "2026-11-20")
    #expect(done.status == 3 && done.text.contains("0 with something new + 0 unchanged + 1 refused"))
  }
}
