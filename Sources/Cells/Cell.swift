/// One column of one row, as a reader sees it. Frames store cells packed; this is the view for tests and for
/// the terminal.
public struct Cell: Hashable, Sendable {
  /// What stands here: one cluster; empty in the second column of a wide one.
  public let text: String
  /// Columns of the cluster: 1 or 2; 0 in the second column of a wide one.
  public let width: Int
  /// What it means.
  public let role: Role
  /// Attributes beside those of the role.
  public let attributes: Attributes

  /// A cell as a test expects it.
  public init(text: String, width: Int, role: Role = .normal, attributes: Attributes = []) {
    self.text = text
    self.width = width
    self.role = role
    self.attributes = attributes
  }
}

/// A cell in eight bytes: a frame of 140 x 40 is 44 KB in one allocation, and two rows compare as memory.
struct Slot: Equatable {
  /// A scalar; with the top bit set an index into the frame's table of clusters of several scalars.
  var code: UInt32
  var role: UInt8
  var attributes: UInt8
  /// 0 in the second column of a wide cluster.
  var width: UInt8

  static let tableBit: UInt32 = 0x8000_0000
  static let blank = Slot(code: 0x20, role: 0, attributes: 0, width: 1)

  var isInTable: Bool { code & Slot.tableBit != 0 }
}
