import Foundation

/// Runs a program and waits for its end.
enum Shell {
  /// What a program said, and how it ended: its exit code, or 128 and the signal that killed it.
  struct Output {
    var status: Int32
    var text: String
    var errors: String
  }

  /// Runs a program without a terminal. Standard error goes through a file, so that a program that says much on
  /// both streams never waits for us.
  static func run(
    _ path: String, _ arguments: [String], environment: [String: String]? = nil, input: String? = nil
  ) throws -> Output {
    let running = try start(path, arguments, environment: environment, input: input)
    let text = running.output.fileHandleForReading.readDataToEndOfFile()
    return try running.finish(text: text)
  }

  /// Starts a program and gives it running.
  static func start(
    _ path: String, _ arguments: [String], environment: [String: String]? = nil, input: String? = nil
  ) throws -> Running {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    if let environment { process.environment = environment }
    let output = Pipe()
    let errors = try ScratchFile()
    process.standardOutput = output
    process.standardError = errors.handle
    guard let input else {
      process.standardInput = FileHandle.nullDevice
      try process.run()
      return Running(process: process, output: output, errors: errors)
    }
    let pipe = Pipe()
    process.standardInput = pipe
    try process.run()
    pipe.fileHandleForWriting.write(Data(input.utf8))
    try pipe.fileHandleForWriting.close()
    return Running(process: process, output: output, errors: errors)
  }

  /// A program that has not been waited for yet.
  struct Running {
    let process: Process
    let output: Pipe
    fileprivate let errors: ScratchFile

    /// Waits for the end. `text` is what the caller has read of standard output.
    func finish(text: Data) throws -> Output {
      process.waitUntilExit()
      let isExit = process.terminationReason == .exit
      return Output(
        status: isExit ? process.terminationStatus : 128 + process.terminationStatus,
        text: String(decoding: text, as: UTF8.self), errors: try errors.text())
    }
  }
}

/// A file for one stream of one program, deleted when nobody needs it any more.
private final class ScratchFile {
  let handle: FileHandle
  private let path: String

  init() throws {
    path = NSTemporaryDirectory() + "caseload-stream-\(UUID().uuidString)"
    try Data().write(to: URL(fileURLWithPath: path))
    handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }

  func text() throws -> String { String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self) }

  deinit {
    try? handle.close()
    unlink(path)
  }
}
