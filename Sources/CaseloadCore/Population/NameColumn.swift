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

  mutating func appendEmpty(_ count: Int = 1) {
    for _ in 0..<count {
      textStarts.append(UInt32(clamping: text.count))
      foldedStarts.append(UInt32(clamping: folded.count))
      text.append(Self.end)
      folded.append(Self.end)
      states.append(0)
    }
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

  /// Sets the last row, which is empty still, to the name that a text of `ContentText` says; false where it says
  /// none or has escapes in it, or the row is another.
  mutating func load(_ row: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard row == states.count - 1, states[row] == 0, Int(textStarts[row]) == text.count - 1 else {
      return false
    }
    var cuts = (name.count, name.count)
    var commas = 0
    for (place, byte) in name.enumerated() {
      if byte == UInt8(ascii: "\\") || byte >= Self.part { return false }
      guard byte == UInt8(ascii: ",") else { continue }
      if commas == 0 { cuts.0 = place } else { cuts.1 = place }
      commas += 1
    }
    guard commas <= 2 else { return false }
    if commas == 1 { cuts.1 = name.count }
    /// One space after a comma belongs to it.
    func part(_ comma: Int, _ end: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
      var start = min(comma + 1, name.count)
      if start < end, name[start] == UInt8(ascii: " ") { start += 1 }
      return name[start..<max(start, end)]
    }
    states[row] = CellState.recorded.rawValue
    text.removeLast()
    folded.removeLast()
    let (family, given) = (name[..<cuts.0], part(cuts.0, cuts.1))
    append(family: family, prefix: part(cuts.1, name.count), given: given)
    return true
  }

  /// Puts the rows of another column behind these.
  mutating func append(_ other: NameColumn) {
    let (textEnd, foldedEnd, rows) = (text.count, folded.count, states.count)
    text += other.text
    folded += other.folded
    textStarts += other.textStarts.map { UInt32(clamping: Int($0) + textEnd) }
    foldedStarts += other.foldedStarts.map { UInt32(clamping: Int($0) + foldedEnd) }
    states += other.states
    for row in other.moved { moved.insert(row + rows) }
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
    var (family, prefix, given) = (name.family, name.prefix, name.given)
    family.withUTF8 { family in
      prefix.withUTF8 { prefix in
        given.withUTF8 { given in append(family: family[...], prefix: prefix[...], given: given[...]) }
      }
    }
  }

  private mutating func append(
    family: Slice<UnsafeBufferPointer<UInt8>>, prefix: Slice<UnsafeBufferPointer<UInt8>>,
    given: Slice<UnsafeBufferPointer<UInt8>>
  ) {
    text.append(contentsOf: family)
    text.append(Self.part)
    text.append(contentsOf: prefix)
    text.append(Self.part)
    text.append(contentsOf: given)
    text.append(Self.end)
    // The listed name (`PersonName.listed`), folded part by part.
    Folding.append(bytes: family, to: &folded)
    if !(given.isEmpty && prefix.isEmpty) {
      folded.append(UInt8(ascii: ","))
      for part in [given, prefix, family] where !part.isEmpty {
        folded.append(UInt8(ascii: " "))
        Folding.append(bytes: part, to: &folded)
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
    var result = Bits(bytesOf: states.count, states) {
      (0, $0 == CellState.recorded.rawValue ? 0 : 1)
    }
    guard !needle.isEmpty, !needle.contains(Self.end) else { return result }
    func hit(_ row: Int) {
      guard states[row] == CellState.recorded.rawValue else { return }
      result.yes[row >> 6] |= 1 << UInt64(row & 63)
    }
    // Rows that were never moved lie in their order, so one pass finds them by walking on; the others follow.
    let isMoved = moved.isEmpty ? nil : moved
    folded.withUnsafeBufferPointer { bytes in
      foldedStarts.withUnsafeBufferPointer { starts in
        var row = 0
        var place = 0
        while let found = Search.first(bytes[place...], needle) {
          var next = row
          while next < starts.count {
            if let isMoved, isMoved.contains(next) {
              next += 1
              continue
            }
            if Int(starts[next]) > found { break }
            row = next
            next += 1
          }
          let start = Int(starts[row])
          if start <= found, isMoved == nil || !bytes[start..<found].contains(Self.end) { hit(row) }
          place = bytes[found...].firstIndex(of: Self.end) ?? bytes.count
        }
        for row in moved {
          let start = Int(starts[row])
          let end = bytes[start...].firstIndex(of: Self.end) ?? bytes.count
          if Search.first(bytes[start..<end], needle) != nil { hit(row) }
        }
      }
    }
    return result
  }
}
