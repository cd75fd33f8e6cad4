/// A picture of the whole window: rows of cells, and where the hardware cursor stands. Drawing outside it is
/// ignored and never traps; wide characters that are half overwritten are blanked, so columns stay aligned.
public struct Frame: Sendable {
  /// Columns.
  public let width: Int
  /// Rows.
  public let height: Int
  /// Where the hardware cursor stands (a screen reader reads there); nil hides it.
  public var cursor: Position?

  var slots: [Slot]
  var table: [String] = []

  /// The largest side of a frame: beyond this a terminal's answer about its size is a lie.
  public static let sideLimit = 2_000

  /// An empty frame; sides are clamped to 0...2,000.
  public init(width: Int, height: Int) {
    self.width = min(max(0, width), Frame.sideLimit)
    self.height = min(max(0, height), Frame.sideLimit)
    slots = Array(repeating: .blank, count: self.width * self.height)
  }

  /// The whole frame as a rectangle.
  public var bounds: Rect { Rect(row: 0, column: 0, width: width, height: height) }

  /// The cell at a place; a blank outside the frame.
  public subscript(row: Int, column: Int) -> Cell {
    guard row >= 0, row < height, column >= 0, column < width else {
      return Cell(text: " ", width: 1, role: .normal, attributes: [])
    }
    let slot = slots[row * width + column]
    return Cell(
      text: text(of: slot), width: Int(slot.width), role: Role(rawValue: slot.role) ?? .normal,
      attributes: Attributes(rawValue: slot.attributes))
  }

  func text(of slot: Slot) -> String {
    if slot.width == 0 { return "" }
    if slot.isInTable {
      let index = Int(slot.code & ~Slot.tableBit)
      return index < table.count ? table[index] : " "
    }
    return Unicode.Scalar(slot.code).map { String(Character($0)) } ?? " "
  }

  /// A row as plain text without trailing spaces: what tests compare.
  public func line(_ row: Int) -> String {
    guard row >= 0, row < height else { return "" }
    var line = String.UnicodeScalarView()
    var end = line.endIndex
    for slot in slots[(row * width)..<((row + 1) * width)] where slot.width > 0 {
      if slot.isInTable {
        line.append(contentsOf: text(of: slot).unicodeScalars)
      } else {
        line.append(Unicode.Scalar(slot.code) ?? " ")
      }
      if slot.code != 0x20 { end = line.endIndex }
    }
    return String(line[..<end])
  }

  /// All rows as plain text without trailing spaces.
  public var lines: [String] { (0..<height).map(line) }

  /// All rows joined by newlines, without trailing empty rows.
  public var text: String {
    var lines = lines
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}

extension Frame: Equatable {
  /// True when both show the same and the cursor stands at the same place.
  public static func == (left: Frame, right: Frame) -> Bool {
    left.width == right.width && left.height == right.height && left.cursor == right.cursor
      && (0..<left.height).allSatisfy { left.changedColumns(inRow: $0, from: right) == nil }
  }
}
