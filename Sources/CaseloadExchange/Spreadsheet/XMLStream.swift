import CExpat
import Glibc

/// What an `XMLStream` finds, in the order of the document.
protocol XMLHandler: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  func end(_ name: XMLName)
  /// A stretch of text; one text may come in several.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// The name of an element or attribute without its prefix, valid while the handler runs.
struct XMLName {
  private let text: UnsafePointer<CChar>
  /// Whether a prefix stood before it.
  let hasPrefix: Bool

  init(_ full: UnsafePointer<CChar>) {
    let colon = strchr(full, Int32(UInt8(ascii: ":")))
    hasPrefix = colon != nil
    text = colon.map { UnsafePointer($0 + 1) } ?? full
  }

  func callAsFunction(_ name: StaticString) -> Bool {
    name.hasPointerRepresentation
      && strcmp(text, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }
}

/// The attributes of an element, valid while the handler runs.
struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute, as it lies in the parser.
  func bytes(_ name: StaticString, prefixed: Bool = false) -> UnsafePointer<CChar>? {
    guard var pair = pairs else { return nil }
    while let key = pair[0], let value = pair[1] {
      let found = XMLName(key)
      if found.hasPrefix == prefixed, found(name) { return value }
      pair += 2
    }
    return nil
  }

  func callAsFunction(_ name: StaticString, prefixed: Bool = false) -> String? {
    bytes(name, prefixed: prefixed).map { String(cString: $0) }
  }

  func int(_ name: StaticString) -> Int? {
    guard let text = bytes(name) else { return nil }
    var value = 0
    var at = text
    while at.pointee != 0 {
      let digit = Int(at.pointee) - 48
      guard (0...9).contains(digit), value < 1 << 40 else { return nil }
      value = value * 10 + digit
      at += 1
    }
    return at == text ? nil : value
  }

  func isTrue(_ name: StaticString) -> Bool { ["1", "true", "on"].contains(self(name) ?? "") }
}

/// Reads one part of a spreadsheet as XML, a piece at a time.
///
/// Nothing outside the part is ever read, and a document type ends the reading: without one there are no
/// entities but the five of XML itself, so a small text cannot grow.
final class XMLStream {
  private let entry: ZipEntry
  private let parser: OpaquePointer
  private unowned let handler: any XMLHandler
  private var fault: SpreadsheetFault?
  private var isSuspended = false
  private var isLast = false
  private var ended = false
  /// Bytes given to the parser since it last found anything.
  private var silent = 0

  private static let chunk = 1 << 16
  /// A tag or a comment longer than this is none; the parser would gather it again with each piece.
  private static let longestToken = 4 << 20

  init(_ entry: ZipEntry, _ handler: any XMLHandler) throws(SpreadsheetFault) {
    guard let parser = XML_ParserCreate(nil) else { throw .tooLarge(entry.part) }
    self.entry = entry
    self.parser = parser
    self.handler = handler
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser, { XMLStream.of($0)?.found($1, $2) }, { XMLStream.of($0)?.closed($1) })
    XML_SetCharacterDataHandler(parser) { XMLStream.of($0)?.read($1, $2) }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in XMLStream.of(data)?.refuse() }
  }

  deinit { XML_ParserFree(parser) }

  /// Reads on until the handler pauses; false at the end.
  func next() throws(SpreadsheetFault) -> Bool {
    while !ended {
      let status: XML_Status
      if isSuspended {
        status = XML_ResumeParser(parser)
      } else {
        guard let room = XML_GetBuffer(parser, Int32(Self.chunk)) else { throw .tooLarge(entry.part) }
        let count = try entry.read(into: room, room: Self.chunk)
        isLast = count == 0
        silent += count
        status = XML_ParseBuffer(parser, Int32(count), isLast ? 1 : 0)
      }
      isSuspended = status == XML_STATUS_SUSPENDED
      if let fault { throw fault }
      guard status != XML_STATUS_ERROR else {
        throw .notXML(entry.part, line: Int(clamping: XML_GetCurrentLineNumber(parser)))
      }
      if isSuspended { return true }
      ended = isLast
      guard silent <= Self.longestToken else { throw .tooLarge(entry.part) }
    }
    return false
  }

  /// Reads all of it.
  func run() throws(SpreadsheetFault) {
    while try next() {}
  }

  /// Makes `next` come back once the handler is done with what it has.
  func pause() { XML_StopParser(parser, 1) }

  /// Ends the reading with a reason.
  func stop(_ fault: SpreadsheetFault) {
    self.fault = self.fault ?? fault
    XML_StopParser(parser, 0)
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLStream? {
    data.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
  }

  private func found(_ name: UnsafePointer<CChar>?, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    silent = 0
    if let name { handler.start(XMLName(name), XMLAttributes(pairs: pairs)) }
  }

  private func closed(_ name: UnsafePointer<CChar>?) {
    silent = 0
    if let name { handler.end(XMLName(name)) }
  }

  private func read(_ text: UnsafePointer<CChar>?, _ count: Int32) {
    silent = 0
    guard let text else { return }
    text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
      handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
    }
  }

  private func refuse() { stop(.declaresType(entry.part)) }
}
