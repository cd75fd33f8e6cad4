import Cells

extension ScreenState {
  /// The window's size in cells.
  public struct Size: Hashable, Sendable {
    /// Columns.
    public var width: Int
    /// Rows.
    public var height: Int
    /// A size; negative sides count as 0.
    public init(width: Int, height: Int) {
      self.width = min(max(0, width), Frame.sideLimit)
      self.height = min(max(0, height), Frame.sideLimit)
    }
  }

  /// How many are on a worklist.
  public struct WorklistCount: Hashable, Sendable {
    /// Certainly on it.
    public var yes: Int
    /// Not known whether.
    public var unknown: Int
    /// Of those certainly on it: how many have an appointment.
    public var withAppointment: Int
  }
}
