import CaseloadExchange
import Cells
import Glibc

/// Writes a file that is not there yet, for its owner only; what is there is never overwritten.
enum NewFile {
  static func write(_ text: String, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      if errno == EEXIST { throw Failure(.usage, said(FailureWords.thereAlready, TerminalText(data: path))) }
      throw failure(path)
    }
    do {
      let bytes = Array(text.utf8)
      var offset = 0
      while offset < bytes.count {
        let written = bytes.withUnsafeBytes {
          Glibc.write(descriptor, $0.baseAddress?.advanced(by: offset), $0.count - offset)
        }
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { throw failure(path) }
        offset += written
      }
      guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure(path) }
      guard close(descriptor) == 0 else { throw failure(path) }
    } catch {
      // Half a file is not left behind under a name that says that it is whole.
      unlink(path)
      throw error
    }
  }

  private static func failure(_ path: String) -> Failure {
    let reason = SystemReason.text(errno, in: Spoken.language)
    return Failure(
      .usage, said(FailureWords.cannotWrite, TerminalText(data: path), TerminalText(data: reason)))
  }
}
