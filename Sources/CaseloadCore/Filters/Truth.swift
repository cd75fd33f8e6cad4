/// A truth of three values (Kleene's strong logic): unknown is neither yes nor no.
public enum Truth: UInt8, Sendable, Hashable, CaseIterable, Codable {
  case no = 0
  case unknown = 1
  case yes = 2

  /// Yes for true, no for false.
  public init(_ certain: Bool) { self = certain ? .yes : .no }

  /// No if either is no, yes if both are yes, else unknown.
  public static func && (left: Truth, right: Truth) -> Truth { left.rawValue < right.rawValue ? left : right }
  /// Yes if either is yes, no if both are no, else unknown.
  public static func || (left: Truth, right: Truth) -> Truth { left.rawValue > right.rawValue ? left : right }
  /// Unknown stays unknown.
  public static prefix func ! (truth: Truth) -> Truth {
    switch truth {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }
}
