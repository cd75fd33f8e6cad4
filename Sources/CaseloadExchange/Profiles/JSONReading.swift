import Foundation

extension JSONText {
  /// Reads JSON; nil where it is none. Numbers are whole ones or doubles, as JSON programs read them.
  public static func read(_ bytes: Data) -> Value? {
    guard let decoded = try? JSONDecoder().decode(DecodedJSON.self, from: bytes) else { return nil }
    return decoded.value
  }
}

/// Any JSON, as `JSONDecoder` hands it out; members come in the order of their names.
private struct DecodedJSON: Decodable {
  let value: JSONText.Value

  private struct Name: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Name.self) {
      value = .object(
        try object.allKeys.sorted { $0.stringValue < $1.stringValue }.map {
          (key: $0.stringValue, value: try object.decode(DecodedJSON.self, forKey: $0).value)
        })
      return
    }
    if var list = try? decoder.unkeyedContainer() {
      var items: [JSONText.Value] = []
      while !list.isAtEnd { items.append(try list.decode(DecodedJSON.self).value) }
      value = .array(items)
      return
    }
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      value = .null
    } else if let flag = try? single.decode(Bool.self) {
      value = .bool(flag)
    } else if let number = try? single.decode(Int.self) {
      value = .int(number)
    } else if let number = try? single.decode(Double.self) {
      value = .double(number)
    } else {
      value = .string(try single.decode(String.self))
    }
  }
}

extension JSONText.Value {
  /// The member of this name; nil where there is none, or where this is no object.
  subscript(_ name: String) -> JSONText.Value? {
    get {
      guard case .object(let members) = self else { return nil }
      return members.first { $0.key == name }?.value
    }
    set {
      guard case .object(var members) = self else { return }
      let place = members.firstIndex { $0.key == name }
      switch (place, newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): members.remove(at: place)
      case (nil, let value?): members.append((key: name, value: value))
      case (nil, nil): return
      }
      self = .object(members)
    }
  }

  /// The member at the end of a path of names, made on the way where it is set; an object that is left empty by
  /// taking its last member away goes too.
  subscript(_ path: [String]) -> JSONText.Value? {
    get { path.reduce(self as JSONText.Value?) { $0?[$1] } }
    set {
      guard let first = path.first else { return }
      guard path.count > 1 else {
        self[first] = newValue
        return
      }
      var inner = self[first] ?? .object([])
      inner[Array(path.dropFirst())] = newValue
      if case .object(let members) = inner, members.isEmpty {
        self[first] = nil
      } else {
        self[first] = inner
      }
    }
  }

  var text: String? { if case .string(let text) = self { text } else { nil } }
  var number: Int? { if case .int(let number) = self { number } else { nil } }
  var items: [JSONText.Value] { if case .array(let items) = self { items } else { [] } }

  /// The same in ASCII alone, so that no store that composes letters changes a byte of it.
  var ascii: String {
    var line = ""
    for scalar in JSONText.text(self).unicodeScalars {
      if scalar.isASCII {
        line.unicodeScalars.append(scalar)
      } else {
        for unit in UTF16.encode(scalar) ?? .init() {
          line += "\\u" + HiddenScalar.hex(UInt32(unit))
        }
      }
    }
    return line
  }
}
