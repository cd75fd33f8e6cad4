import Glibc

/// On what kind of file system a folder lies: SQLite's locks cannot be trusted over a network. The kernel's
/// list of mounts names the kind (also what stands behind FUSE), which statfs(2)'s numbers do not.
enum FileSystem {
  /// Kinds that reach over a network (proc(5), mountinfo).
  private static let network: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "afs", "ncpfs", "9p", "ceph", "glusterfs", "lustre",
    "gpfs", "ocfs2", "gfs2", "coda", "davfs", "beegfs", "pvfs2", "fuse.sshfs", "fuse.glusterfs", "fuse.ceph",
    "fuse.davfs", "fuse.rclone", "fuse.s3fs", "fuse.curlftpfs", "fuse.smbnetfs", "fuse.gvfsd-fuse", "fuse",
  ]

  /// Refuses a folder on a network file system. Where the kernel does not say, the folder is taken.
  static func checkLocal(_ path: String) throws(StoreError) {
    if let kind = try kind(of: path), isNetwork(kind) { throw .networkFileSystem(path) }
  }

  /// The kind of the file system on which a folder lies, such as `ext4`; nil where the kernel does not say.
  static func kind(of path: String) throws(StoreError) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .file(path, errno: errno) }
    let device = UInt64(status.st_dev)
    let major = (device >> 8) & 0xFFF | (device >> 32) & ~0xFFF
    let minor = device & 0xFF | (device >> 12) & ~0xFF
    return kind(device: "\(major):\(minor)", mounts: mounts())
  }

  /// Bytes that an ordinary user may still write beside a path; nil where the system does not say.
  static func freeBytes(_ path: String) -> Int64? {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return nil }
    let (bytes, overflow) = UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize))
    return overflow ? nil : Int64(clamping: bytes)
  }

  /// Whether a file system of this kind reaches over a network.
  static func isNetwork(_ kind: String) -> Bool { network.contains(kind) }

  /// The kind of the file system on a device (`major:minor`) in the text of a mountinfo; nil where it is not
  /// there.
  static func kind(device: String, mounts: String) -> String? {
    for line in mounts.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 4, words[2] == device, let dash = words.firstIndex(of: "-"),
        words.index(after: dash) < words.endIndex
      else { continue }
      return String(words[words.index(after: dash)])
    }
    return nil
  }

  private static func mounts() -> String {
    let descriptor = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      all += buffer.prefix(count)
    }
    return String(decoding: all, as: UTF8.self)
  }
}
