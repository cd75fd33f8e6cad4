import CNcurses
import Cells

/// A colour scheme: what each role looks like. Colours stand on the terminal's own foreground and background.
public enum Scheme: String, CaseIterable, Hashable, Sendable {
  /// Sparing colours, dim for the secondary.
  case standard = "default"
  /// Nothing dim; bold and the colours that differ most in lightness.
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

  private static func standardLook(_ role: Role) -> Look {
    let attributes = plainAttributes(role)
    switch role {
    case .focus, .key: return Look(colour: 6, attributes: attributes)
    case .attention: return Look(colour: 3, attributes: attributes)
    case .overdue, .bad, .error: return Look(colour: 1, attributes: attributes)
    case .unknown: return Look(colour: 5, attributes: attributes)
    case .good: return Look(colour: 2, attributes: attributes)
    case .bar: return Look(colour: 6, attributes: attributes)
    case .normal, .dim, .selected, .header, .border, .struck, .input: return Look(attributes: attributes)
    }
  }

  private static func contrastLook(_ role: Role) -> Look {
    switch role {
    case .dim, .border, .normal, .bar, .input: return Look()
    case .struck: return Look(attributes: [.struck, .underline])
    case .selected: return Look(attributes: [.reverse, .bold])
    case .attention: return Look(colour: 3, attributes: [.bold])
    case .overdue, .error: return Look(colour: 1, attributes: [.bold, .underline])
    case .bad: return Look(colour: 1, attributes: .bold)
    case .good: return Look(colour: 2, attributes: .bold)
    case .unknown: return Look(attributes: [.bold, .underline])
    case .focus, .header, .key: return Look(attributes: .bold)
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
  /// The bits of ncurses. It has no strike-through; struck text is dim, and the row says "done" in words.
  var curses: UInt32 {
    var bits: UInt32 = 0
    if contains(.reverse) { bits |= caseload_reverse() }
    if contains(.bold) { bits |= caseload_bold() }
    if contains(.underline) { bits |= caseload_underline() }
    if contains(.dim) || contains(.struck) { bits |= caseload_dim() }
    return bits
  }
}
