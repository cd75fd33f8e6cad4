import CaseloadCore

/// One field of the catalogue as the Dutch exchange format has it: where it stands, what it says, and how a changed
/// value is written back.
struct ProfileField: Sendable {
  /// What a part of a profile says.
  enum Said: Equatable {
    case nothing
    case content(Content)
    /// A code that no list has, or a text that is none of its kind.
    case notUnderstood(String)
  }

  let id: FieldID
  /// Where it stands, for people.
  let path: String
  let read: @Sendable (JSONText.Value) -> Said
  /// Writes what a value says, or takes the part away where it says nothing that the format can hold. A protected
  /// field is never written: it goes back as it came, and not at all once it has changed.
  let write: @Sendable (Content?, inout JSONText.Value) -> Void

  init(
    _ id: FieldID, _ path: [String], read: @escaping @Sendable (JSONText.Value) -> Said,
    write: (@Sendable (Content) -> JSONText.Value?)? = nil
  ) {
    self.id = id
    self.path = path.joined(separator: ".")
    self.read = { profile in
      guard let part = profile[path], part != .null else { return .nothing }
      return read(part)
    }
    self.write = { content, profile in profile[path] = content.flatMap { write?($0) } }
  }

  /// A field that stands in several places.
  init(
    _ id: FieldID, at path: String, read: @escaping @Sendable (JSONText.Value) -> Said,
    write: @escaping @Sendable (Content?, inout JSONText.Value) -> Void
  ) {
    self.id = id
    self.path = path
    self.read = read
    self.write = write
  }

  /// The value of the field in a profile.
  func value(_ profile: JSONText.Value, day: Day) -> Value {
    switch read(profile) {
    case .nothing: Value(state: .empty, source: .register, day: day)
    case .content(let content):
      Value(state: .recorded, content: content, source: .register, day: day)
    case .notUnderstood(let text): Value(state: .empty, source: .register, day: day, raw: text)
    }
  }

  // MARK: - Kinds of parts

  /// The first text of a list, or a text alone.
  static func text(_ id: FieldID, _ path: [String], inList: Bool = false) -> ProfileField {
    ProfileField(
      id, path,
      read: { part in
        let text =
          (inList ? part.items.first : part)?.text.map { CellReading.oneLine($0).trimmed } ?? ""
        return text.isEmpty ? .nothing : .content(.text(text))
      },
      write: { content in
        guard case .text(let text) = content else { return nil }
        return inList ? .array([.string(text)]) : .string(text)
      })
  }

  /// 1 is yes, 2 is no, 0 is unknown.
  static func yesNo(_ id: FieldID, _ path: [String], isProtected: Bool = false) -> ProfileField {
    let write: @Sendable (Content) -> JSONText.Value? = { content in
      guard !isProtected, case .oneOf(let set) = content, set.count == 1 else { return nil }
      return .int(set.contains(place: 0) ? 1 : 2)
    }
    return ProfileField(
      id, path,
      read: { part in
        switch part.number {
        case 0: .nothing
        case 1: .content(.oneOf(ChoiceSet(place: 0)))
        case 2: .content(.oneOf(ChoiceSet(place: 1)))
        default: .notUnderstood(JSONText.text(part))
        }
      }, write: write)
  }

  /// Numbers that a field can hold; others are codes or typing errors.
  static let numbers = 0...99_999

  /// A number that is a wish.
  static func span(_ id: FieldID, _ path: [String]) -> ProfileField {
    ProfileField(
      id, path,
      read: { part in
        guard let number = part.number, numbers.contains(number) else {
          return .notUnderstood(JSONText.text(part))
        }
        return .content(.span(number...number))
      },
      write: { content in
        guard case .span(let range) = content else { return nil }
        return .int(range.upperBound)
      })
  }

  static func day(_ id: FieldID, _ path: [String]) -> ProfileField {
    ProfileField(
      id, path,
      read: { part in
        if let text = part.text, text.trimmed.isEmpty { return .nothing }
        guard let text = part.text, let days = DateForm.days(text, [.iso]) else {
          return .notUnderstood(part.text ?? JSONText.text(part))
        }
        return .content(.days(days))
      },
      write: { content in
        guard case .days(let days) = content, days.lowerBound == days.upperBound else { return nil }
        return .string(days.lowerBound.iso)
      })
  }

  /// A code that means one of these choices of a field.
  static func code(
    _ field: Field?, _ path: [String], _ meanings: [Int: [String]], nothing: Set<Int>
  ) -> ProfileField {
    let sets = meanings.mapValues { set(field, $0) }
    return ProfileField(
      field?.id ?? "", path,
      read: { part in
        guard let code = part.number else { return .notUnderstood(JSONText.text(part)) }
        if nothing.contains(code) { return .nothing }
        return sets[code].map { .content(.oneOf($0)) } ?? .notUnderstood(String(code))
      },
      write: { content in
        guard case .oneOf(let set) = content else { return nil }
        return sets.sorted { $0.key < $1.key }.first { $0.value.isSuperset(of: set) }.map {
          .int($0.key)
        }
      })
  }

  static func set(_ field: Field?, _ codes: [String]) -> ChoiceSet {
    codes.reduce(into: []) { set, code in
      if let place = field?.place(of: code) { set.insert(ChoiceSet(place: place)) }
    }
  }

  /// A list of objects of which one member is a word.
  static func words(_ id: FieldID, _ path: [String], _ names: [String]) -> ProfileField {
    ProfileField(
      id, path,
      read: { part in
        var words: [String] = []
        for item in part.items {
          let word =
            names.lazy.compactMap { item[$0]?.text }.first.map { CellReading.oneLine($0).trimmed }
            ?? ""
          if !word.isEmpty, !words.contains(word) { words.append(word) }
        }
        return words.isEmpty ? .nothing : .content(.words(words, complete: false))
      },
      write: { content in
        guard case .words(let words, _) = content, !words.isEmpty, let name = names.last else {
          return nil
        }
        return .array(words.map { .object([(key: name, value: .string($0))]) })
      })
  }
}
