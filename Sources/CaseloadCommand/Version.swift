/// The one place of the program's version: `--version`, the manual and the Debian package read it here, and a test
/// holds CHANGELOG.md to it. Semantic Versioning; `-development` until it is released.
enum Version {
  /// This version.
  static let current = "0.1.0-development"
  /// The oldest GRDB that Package.swift lets in; GRDB itself does not say which one it is.
  static let oldestGRDB = "7.10.0"
}
