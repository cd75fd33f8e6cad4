import Cells
import Testing

/// Names of keys, both ways.
@Suite struct KeyTests {
  @Test(arguments: [
    Key.character("j"), .character("<"), .character("?"), .character(" "), .character("é"), .control("s"),
    .function(1), .function(12), .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape,
    .tab, .backTab, .backspace, .delete, .insert,
  ])
  func namesReadBack(key: Key) {
    #expect(!key.name.isEmpty)
    #expect(Key(name: key.name) == key)
    #expect(!key.label.isEmpty)
  }

  @Test(arguments: ["", " ", "jj", "<F0>", "<F13>", "<C-1>", "<C->", "<Nothing>", "\u{1B}", "<", "e\u{301}"])
  func onlyKeysHaveNames(name: String) {
    #expect((Key(name: name) == nil) == (name != "<"))
  }

  @Test func namesAreReadInAnyCase() {
    #expect(Key(name: "<c-S>") == .control("s"))
    #expect(Key(name: "<ESC>") == .escape)
    #expect(Key.control("s").label.string == "Ctrl-S")
    #expect(Key.enter.label.string == "Enter")
  }

  @Test func scriptsReadAsTyped() {
    let key: Key = "x"
    #expect(Key.script("jj<Enter>/a<Space><lt>x") == ["j", "j", .enter, "/", "a", " ", "<", key])
    #expect(Key.script("j<nokey>") == nil)
    #expect(Key.script("j<Enter") == nil)
  }
}
