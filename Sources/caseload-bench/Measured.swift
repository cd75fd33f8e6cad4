import CaseloadCommand
import CaseloadCore

extension Invention {
  /// The clients that are measured: the 36 fields that a register's export fills, always the same ones.
  static let measured = Invention(fields: registerFields)
  /// The coach whose caseload is opened, and who asks.
  static let coach = measured.coach(of: 0)
}
