import CNcurses
import Cells

/// A colour scheme: what each role looks like. Colours stand on the terminal's own foreground and background.
public enum Scheme: String, CaseIterable, Hashable, Sendable {
  /// Two colours that can be read on light and dark alike, dim for the secondary.
  case standard = "default"
  /// Nothing dim; bold, underlined, and red.
  case highContrast = "high-contrast"
  /// Attributes only; used when there are no colours or NO_COLOR is set.
  case monochrome

  /// What one role looks like on a terminal.
  struct Look: Equatable {
    /// -1 for the terminal's own foreground, else 0...7 (black red green yellow blue magenta cyan white).
    var colour: Int16 = -1
    var attributes: Attributes = []
  }

  func look(of role: Role) -> Look {
    switch self {
    case .standard: return Scheme.standardLook(role)
    case .highContrast: return Scheme.contrastLook(role)
    case .monochrome: return Look(attributes: Scheme.plainAttributes(role))
    }
  }

  /// Red and magenta are the two of the eight colours that can be read on black and on white alike (WCAG 2.1: a
  /// contrast of 3 to 1 on xterm's palette; yellow, green and cyan vanish on white, blue on black). So text has
  /// these or the terminal's own; everything else is said by weight and by its sign.
  private static func standardLook(_ role: Role) -> Look {
    let attributes = plainAttributes(role)
    switch role {
    case .overdue, .bad, .error: return Look(colour: 1, attributes: attributes)
    case .unknown, .attention: return Look(colour: 5, attributes: attributes)
    default: return Look(attributes: attributes)
    }
  }

  private static func contrastLook(_ role: Role) -> Look {
    switch role {
    case .dim, .border, .normal, .bar, .input: return Look()
    case .struck: return Look(attributes: [.struck, .underline])
    case .selected: return Look(attributes: [.reverse, .bold])
    case .overdue, .error: return Look(colour: 1, attributes: [.bold, .underline])
    case .bad: return Look(colour: 1, attributes: .bold)
    case .attention, .unknown: return Look(attributes: [.bold, .underline])
    case .good, .focus, .header, .key: return Look(attributes: .bold)
    }
  }

  private static func plainAttributes(_ role: Role) -> Attributes {
    switch role {
    case .normal, .good, .bad, .unknown, .bar, .input: return []
    case .dim, .border: return .dim
    case .struck: return [.dim, .struck]
    case .selected: return .reverse
    case .focus, .attention, .overdue, .header, .key, .error: return .bold
    }
  }
}

extension Attributes {
  /// The bits of ncurses. It has no strike-through: struck text is dim, or underlined where nothing is dim, and its
  /// row has the sign for done.
  var curses: UInt32 {
    var bits: UInt32 = 0
    if contains(.reverse) { bits |= caseload_reverse() }
    if contains(.bold) { bits |= caseload_bold() }
    if contains(.underline) { bits |= caseload_underline() }
    if contains(.dim) || contains(.struck) { bits |= caseload_dim() }
    return bits
  }
}
