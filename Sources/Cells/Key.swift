/// A key as the terminal reports it. Modified keys that not every terminal sends (Alt, Ctrl-Shift) do not exist.
public enum Key: Hashable, Sendable {
  /// A printable character, by scalar.
  case character(Unicode.Scalar)
  /// Ctrl with a lower-case letter, such as `control("s")`.
  case control(Unicode.Scalar)
  /// A function key, 1...12.
  case function(Int)
  /// Arrow.
  case up, down, left, right
  /// Line and page movement.
  case home, end, pageUp, pageDown
  /// Return; also Ctrl-J and Ctrl-M, which terminals do not tell from it.
  case enter
  /// Esc.
  case escape
  /// Tab (Ctrl-I) and Shift-Tab.
  case tab, backTab
  /// Backspace (also Ctrl-H) and Delete, and Insert.
  case backspace, delete, insert

  private static let named: [(name: String, key: Key)] = [
    ("<Up>", .up), ("<Down>", .down), ("<Left>", .left), ("<Right>", .right), ("<Home>", .home),
    ("<End>", .end), ("<PageUp>", .pageUp), ("<PageDown>", .pageDown), ("<Enter>", .enter),
    ("<Esc>", .escape), ("<Tab>", .tab), ("<BackTab>", .backTab), ("<Backspace>", .backspace),
    ("<Delete>", .delete), ("<Insert>", .insert), ("<Space>", .character(" ")),
  ]

  /// The key of a name: one printable character stands for itself (`j`, `/`, `<`), others are
  /// `<Enter>`, `<Space>`, `<C-s>`, `<F1>` in any case. Nil for any other text.
  public init?(name: String) {
    let scalars = Array(name.unicodeScalars)
    if scalars.count == 1, let scalar = scalars.first {
      guard Escaping.mustShow(scalar) == false, scalar != " " else { return nil }
      self = .character(scalar)
      return
    }
    let lowered = name.lowercased()
    if let match = Key.named.first(where: { $0.name.lowercased() == lowered }) {
      self = match.key
      return
    }
    guard scalars.first == "<", scalars.last == ">" else { return nil }
    if scalars.count == 5, lowered.hasPrefix("<c-"), let letter = lowered.unicodeScalars.dropFirst(3).first,
      ("a"..."z").contains(letter)
    {
      self = .control(letter)
      return
    }
    guard lowered.hasPrefix("<f"), let number = Int(lowered.dropFirst(2).dropLast()),
      (1...12).contains(number)
    else { return nil }
    self = .function(number)
  }

  /// The name that `init(name:)` reads: what configuration files and key scripts write.
  public var name: String {
    switch self {
    case .character(let scalar) where scalar != " ": return String(Character(scalar))
    case .control(let letter): return "<C-\(Character(letter))>"
    case .function(let number): return "<F\(number)>"
    default: return Key.named.first { $0.key == self }?.name ?? ""
    }
  }

  /// The name as the footer and help show it: `Enter`, `Ctrl-S`, `j`.
  public var label: TerminalText {
    switch self {
    case .character(let scalar) where scalar != " ": return TerminalText(data: String(Character(scalar)))
    case .control(let letter): return TerminalText(data: "Ctrl-\(letter.properties.uppercaseMapping)")
    default: return TerminalText(data: String(name.dropFirst().dropLast()))
    }
  }

  /// The keys of a script such as `jj<Enter>/seen<Space>x`; `<lt>` is the character `<`. Nil when a name in
  /// angle brackets is not known.
  public static func script(_ text: String) -> [Key]? {
    var keys: [Key] = []
    var name = ""
    for scalar in text.unicodeScalars {
      if name.isEmpty && scalar != "<" {
        keys.append(.character(scalar))
        continue
      }
      name.unicodeScalars.append(scalar)
      guard scalar == ">" else { continue }
      guard let key = name == "<lt>" ? Key.character("<") : Key(name: name) else { return nil }
      keys.append(key)
      name = ""
    }
    return name.isEmpty ? keys : nil
  }
}

extension Key: ExpressibleByUnicodeScalarLiteral {
  /// A printable character, so that `let key: Key = "j"` reads well.
  public init(unicodeScalarLiteral value: Unicode.Scalar) { self = .character(value) }
}
