import CTerminalGuard

/// What the process does before anything else, so that personal data leaves it by no side road.
public enum Hardening {
  /// Files are for their owner only (umask 077); a crash writes no core, prints no memory and opens no debugger
  /// prompt; a fatal signal puts the terminal back. Call it first.
  public static func apply() { caseload_process_harden() }
}
