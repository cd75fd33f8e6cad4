import CaseloadCore
import CaseloadStore
import Foundation
import Testing

@Suite struct DeskTests {
  @Test func whatIsOnTheDeskStaysThere() throws {
    try withFolder { path in
      let desk = try Desk.open(path)
      try desk.keep(Draft(id: "contact 12", text: "half a sto", moment: Moment(seconds: 5)))
      try desk.keep(Draft(id: "contact 12", text: "half a story", moment: Moment(seconds: 6)))
      try desk.keep(Draft(id: "filter", text: "educ", moment: Moment(seconds: 7)))
      try desk.keepSession("sweep", "12 of 23")
      try desk.keep(OwnWorklist(name: "mine", filter: "seen>3m"))
      try desk.keep(OwnWorklist(name: "also", filter: "missing:cv"))
      try desk.keep(OwnWorklist(name: "mine", filter: "seen>4m"))
      try desk.close()
      let again = try Desk.open(path)
      #expect(try again.drafts().map(\.text) == ["educ", "half a story"])
      #expect(try again.session("sweep") == "12 of 23")
      #expect(
        try again.worklists() == [
          OwnWorklist(name: "mine", filter: "seen>4m"), OwnWorklist(name: "also", filter: "missing:cv"),
        ])
      try again.removeDraft("filter")
      try again.keepSession("sweep", nil)
      try again.removeWorklist("mine")
      #expect(try again.drafts().map(\.id) == ["contact 12"])
      #expect(try again.session("sweep") == nil)
      #expect(try again.worklists().map(\.name) == ["also"])
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
      #expect(mode?.intValue == 0o600)
      try again.close()
    }
  }
}
