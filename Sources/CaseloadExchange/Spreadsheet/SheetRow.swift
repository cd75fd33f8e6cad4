/// Gathers the cells of one row of a sheet while its XML goes by.
final class SheetRow: XMLHandler {
  /// The stream that is paused at each row's end.
  weak var stream: XMLStream?
  /// The longest row, in bytes.
  let limit: Int

  /// The row's number in the sheet, from 1.
  private(set) var number = 0
  /// Where each cell lies in the text.
  private(set) var cells: [Range<Int>] = []
  private(set) var hasText = false
  private(set) var isTooLong = false

  private let texts: SheetTexts
  private let formats: SheetFormats
  private let from1904: Bool
  private var room: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 14
  private var filled = 0

  /// What is being read: the number or text of a cell, and where it goes.
  private var isInSheet = false
  private var value: [UInt8] = []
  private var reads = false
  private var isReading = false
  private var kind = Kind.number
  private var style = 0
  private var column = 0

  private enum Kind { case number, text, shared, truth, error, day }

  /// A sheet has no more (ECMA-376: XFD).
  private static let mostColumns = 16_384

  init(_ texts: SheetTexts, _ formats: SheetFormats, from1904: Bool, limit: Int) {
    self.texts = texts
    self.formats = formats
    self.from1904 = from1904
    self.limit = limit
    room = .allocate(capacity: capacity)
  }

  deinit { room.deallocate() }

  /// The bytes of a cell; valid until the next row.
  func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard cells.indices.contains(index) else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: room + cells[index].lowerBound, count: cells[index].count)
  }

  // MARK: - The XML

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name("c"), isInSheet {
      begin(attributes)
    } else if name("v") || name("t") {
      reads = isInSheet && !isReading
    } else if name("row"), isInSheet {
      number = attributes.int("r") ?? number + 1
      cells.removeAll(keepingCapacity: true)
      (filled, column, hasText, isTooLong) = (0, 0, false, false)
    } else if name("rPh") {
      isReading = true
    } else if name("sheetData") {
      isInSheet = true
    }
  }

  func end(_ name: XMLName) {
    if name("c"), isInSheet {
      take()
      column += 1
    } else if name("v") || name("t") {
      reads = false
    } else if name("row"), isInSheet {
      stream?.pause()
    } else if name("rPh") {
      isReading = false
    } else if name("sheetData") {
      isInSheet = false
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard reads else { return }
    if value.count + bytes.count > limit { isTooLong = true } else { value.append(contentsOf: bytes) }
  }

  // MARK: - Cells

  private func begin(_ attributes: XMLAttributes) {
    value.removeAll(keepingCapacity: true)
    reads = false
    style = attributes.int("s") ?? 0
    kind =
      switch attributes("t") {
      case "s": .shared
      case "inlineStr", "str": .text
      case "b": .truth
      case "e": .error
      case "d": .day
      default: .number
      }
    if let address = attributes.bytes("r"), let place = Self.column(address) { column = place }
  }

  /// The column of an address such as "AB12", from 0.
  static func column(_ address: UnsafePointer<CChar>) -> Int? {
    var place = 0
    var at = address
    while at.pointee >= 65, at.pointee <= 90 {
      place = place * 26 + Int(at.pointee) - 64
      guard place <= mostColumns else { return nil }
      at += 1
    }
    return place > 0 ? place - 1 : nil
  }

  private func take() {
    guard !value.isEmpty, column < Self.mostColumns else { return }
    // Two cells at one address: the later one is what a spreadsheet shows.
    while cells.count <= column { cells.append(filled..<filled) }
    let start = filled
    switch kind {
    case .shared:
      if let index = Int(String(decoding: value, as: UTF8.self)) { texts.with(index, put) }
    case .text:
      SheetEscapes.undo(in: &value, from: 0)
      value.withUnsafeBufferPointer(put)
    case .error, .day: value.withUnsafeBufferPointer(put)
    case .truth: put(value == [UInt8(ascii: "0")] ? "FALSE" : "TRUE")
    case .number:
      let form = formats[style]
      if form == .plain, value.allSatisfy({ (48...57).contains($0) }), value[0] != 48 || value.count == 1 {
        value.withUnsafeBufferPointer(put)
      } else {
        put(SheetNumber.text(String(decoding: value, as: UTF8.self), form, from1904: from1904))
      }
    }
    cells[column] = start..<filled
  }

  private func put(_ text: String) {
    var copy = text
    copy.withUTF8(put)
  }

  private func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard filled + bytes.count <= limit else {
      isTooLong = true
      return
    }
    while filled + bytes.count > capacity { grow() }
    (room + filled).update(from: bytes.baseAddress ?? UnsafePointer(room), count: bytes.count)
    filled += bytes.count
    hasText = hasText || bytes.contains { $0 != 0x20 }
  }

  private func grow() {
    let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
    fresh.update(from: room, count: filled)
    room.deallocate()
    room = fresh
    capacity *= 2
  }
}
