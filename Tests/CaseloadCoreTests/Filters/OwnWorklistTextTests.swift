import Testing

@testable import CaseloadCore

@Suite struct OwnWorklistTextTests {
  @Test(arguments: [
    ("No CV", "no-cv"), ("  Búś pass, Noord! ", "bus-pass-noord"), ("50+", "50"), ("!!", ""), ("", ""),
  ]) func idsOfNames(_ name: String, _ id: String) { #expect(OwnWorklist.id(of: name) == id) }

  @Test func whatIsWrittenIsRead() throws {
    let lists = [
      OwnWorklist(name: "say \"hi\" \\ there", filter: "wants:=\"a b\" seen>3m"),
      OwnWorklist(name: "worklist", filter: "@all"),
    ]
    let text = WorklistText.text(lists)
    #expect(try WorklistText.read(text) == lists)
    // A paste into a line, and a file from another system.
    #expect(try WorklistText.read(text.split(separator: "\n").joined(separator: " ")) == lists)
    #expect(
      try WorklistText.read("# mine\r\n\r\n" + text.split(separator: "\n").joined(separator: "\r\n")) == lists
    )
  }

  @Test(arguments: [
    ("nonsense", 1), ("\n\nworklist x: y", 3), ("worklist \"a\" seen>3m", 1), ("worklist \"a\":  ", 1),
  ])
  func mistakesHaveTheirLine(_ text: String, _ line: Int) {
    #expect(throws: WorklistText.Mistake(line: line)) { try WorklistText.read(text) }
  }

  @Test func aListComesAfterThoseItRefersTo() {
    let own = [
      OwnWorklist(name: "c", filter: "@b seen>3m"), OwnWorklist(name: "a", filter: "has:cv"),
      OwnWorklist(name: "b", filter: "@a"), OwnWorklist(name: "x", filter: "@x"),
    ]
    #expect(WorklistText.closure(of: "c", own).map(\.id) == ["a", "b", "c"])
    #expect(WorklistText.closure(of: "x", own).map(\.id) == ["x"])
  }
}
