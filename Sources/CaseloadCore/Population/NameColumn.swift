/// The names: as they are, and folded for search, each in one run of bytes. A byte that no UTF-8 text holds ends
/// each name. The folded text is "family, given prefix family", which holds both the listed and the spoken name.
struct NameColumn: Sendable {
  private static let end: UInt8 = 0xFF
  private static let part: UInt8 = 0xFE
  private var text: [UInt8] = []
  private var folded: [UInt8] = []
  private var textStarts: [UInt32] = []
  private var foldedStarts: [UInt32] = []
  private var states: [UInt8] = []
  /// Rows whose names lie out of the order of the rows, because they were updated.
  private var moved: Set<Int> = []

  mutating func reserve(_ rows: Int) {
    textStarts.reserveCapacity(rows)
    foldedStarts.reserveCapacity(rows)
    states.reserveCapacity(rows)
  }

  mutating func appendEmpty() {
    textStarts.append(UInt32(clamping: text.count))
    foldedStarts.append(UInt32(clamping: folded.count))
    text.append(Self.end)
    folded.append(Self.end)
    states.append(0)
  }

  mutating func set(_ row: Int, _ state: CellState, _ name: PersonName) -> Bool {
    guard states[row] != state.rawValue || self.name(row) != name else { return false }
    // The name that lies at the end of the run is replaced there; any other leaves a hole and moves to the end.
    let isAtEnd = text[Int(textStarts[row])...].firstIndex(of: Self.end) == text.count - 1
    states[row] = state.rawValue
    if isAtEnd {
      text.removeLast(text.count - Int(textStarts[row]))
      folded.removeLast(folded.count - Int(foldedStarts[row]))
    } else {
      Self.wipe(&text, from: Int(textStarts[row]))
      Self.wipe(&folded, from: Int(foldedStarts[row]))
      moved.insert(row)
      textStarts[row] = UInt32(clamping: text.count)
      foldedStarts[row] = UInt32(clamping: folded.count)
    }
    append(name)
    if moved.count > 256, moved.count > states.count / 16 { rebuild() }
    return true
  }

  /// Sets a row to the name that a text of `ContentText` says; false where it says none, or has escapes in it.
  mutating func load(_ row: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var parts = ["", "", ""]
    var part = 0
    var start = 0
    for (place, byte) in text.enumerated() {
      if byte == UInt8(ascii: "\\") { return false }
      guard byte == UInt8(ascii: ",") else { continue }
      guard part < 2 else { return false }
      parts[part] = String(decoding: text[start..<place], as: UTF8.self)
      part += 1
      start = place + 1
      // One space after a comma belongs to it.
      if start < text.count, text[start] == UInt8(ascii: " ") { start += 1 }
    }
    parts[part] = String(decoding: text[start...], as: UTF8.self)
    _ = set(row, .recorded, PersonName(family: parts[0], prefix: parts[2], given: parts[1]))
    return true
  }

  /// Overwrites a name that moved, so that no search finds it.
  private static func wipe(_ bytes: inout [UInt8], from start: Int) {
    var place = start
    while bytes[place] != end {
      bytes[place] = end
      place += 1
    }
  }

  private mutating func append(_ name: PersonName) {
    text.append(contentsOf: name.family.utf8)
    text.append(Self.part)
    text.append(contentsOf: name.prefix.utf8)
    text.append(Self.part)
    text.append(contentsOf: name.given.utf8)
    text.append(Self.end)
    // The listed name (`PersonName.listed`), folded part by part.
    Folding.append(name.family, to: &folded)
    if !(name.given.isEmpty && name.prefix.isEmpty) {
      folded.append(UInt8(ascii: ","))
      for part in [name.given, name.prefix, name.family] where !part.isEmpty {
        folded.append(UInt8(ascii: " "))
        Folding.append(part, to: &folded)
      }
    }
    folded.append(Self.end)
  }

  private mutating func rebuild() {
    let names = states.indices.map(name)
    text.removeAll(keepingCapacity: true)
    folded.removeAll(keepingCapacity: true)
    moved = []
    for (row, name) in names.enumerated() {
      textStarts[row] = UInt32(clamping: text.count)
      foldedStarts[row] = UInt32(clamping: folded.count)
      append(name)
    }
  }

  func state(_ row: Int) -> CellState { CellState(rawValue: states[row]) ?? .empty }

  func name(_ row: Int) -> PersonName {
    let start = Int(textStarts[row])
    let end = text[start...].firstIndex(of: Self.end) ?? text.endIndex
    let parts = text[start..<end].split(separator: Self.part, omittingEmptySubsequences: false)
    func part(_ index: Int) -> String {
      index < parts.count ? String(decoding: parts[index], as: UTF8.self) : ""
    }
    return PersonName(family: part(0), prefix: part(1), given: part(2))
  }

  /// The folded bytes of a row, as names are sorted.
  func withFolded<Result>(_ body: (UnsafeBufferPointer<UInt8>, [UInt32]) -> Result) -> Result {
    folded.withUnsafeBufferPointer { body($0, foldedStarts) }
  }

  func bits(_ truth: (CellState) -> Bool) -> Bits { Bits(rows: states.count) { Truth(truth(state($0))) } }

  /// Whose name holds a folded text; unknown where no name is recorded.
  func bits(holding needle: [UInt8]) -> Bits {
    var result = Bits(rows: states.count) { states[$0] == CellState.recorded.rawValue ? .no : .unknown }
    guard !needle.isEmpty, !needle.contains(Self.end) else { return result }
    func hit(_ row: Int) {
      guard states[row] == CellState.recorded.rawValue else { return }
      result.yes[row >> 6] |= 1 << UInt64(row & 63)
    }
    // Rows that were never moved lie in their order, so one pass finds them by walking on; the others follow.
    folded.withUnsafeBufferPointer { bytes in
      var row = 0
      var place = 0
      while let found = Search.first(bytes[place...], needle) {
        var next = row
        while next < foldedStarts.count, moved.contains(next) || Int(foldedStarts[next]) <= found {
          if !moved.contains(next) { row = next }
          next += 1
        }
        let start = Int(foldedStarts[row])
        if start <= found, !bytes[start..<found].contains(Self.end) { hit(row) }
        place = bytes[found...].firstIndex(of: Self.end) ?? bytes.count
      }
      for row in moved {
        let start = Int(foldedStarts[row])
        let end = bytes[start...].firstIndex(of: Self.end) ?? bytes.count
        if Search.first(bytes[start..<end], needle) != nil { hit(row) }
      }
    }
    return result
  }
}
