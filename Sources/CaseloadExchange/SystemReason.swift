import CaseloadCore
import Glibc

/// What the system says of an error, in the user's language for those that a user can do something about.
public enum SystemReason {
  /// The words for an `errno`; the system's own, in English, for the rare ones.
  public static func text(_ code: Int32, in language: Language) -> String {
    let phrase: Phrase? =
      switch code {
      case ENOENT: Phrase("system.not-there", "there is no such file or folder")
      case EACCES, EPERM: Phrase("system.no-right", "you may not (permission denied)")
      case ENOSPC, EDQUOT: Phrase("system.full", "the disk is full")
      case EROFS: Phrase("system.read-only", "the disk can only be read")
      case EISDIR: Phrase("system.is-folder", "it is a folder")
      case ENOTDIR: Phrase("system.no-folder", "a part of the path is no folder")
      case EIO: Phrase("system.broken", "the disk could not be read or written (input/output error)")
      default: nil
      }
    return phrase?.text(in: language) ?? String(cString: strerror(code))
  }
}
