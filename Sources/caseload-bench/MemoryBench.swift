import CaseloadCommand
import CaseloadCore
import Glibc

/// What a client costs in memory beyond the program itself.
enum MemoryBench {
  /// The population of this size, with the resident memory that it brought.
  static func population(_ count: Int, _ invention: Invention) -> (Population, bytes: Int) {
    // What one client needs of tables and texts is there before the count begins.
    keep(invention.population(120))
    let before = resident()
    let population = invention.population(count)
    return (population, max(0, resident() - before))
  }

  /// Resident bytes of this process.
  static func resident() -> Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
    let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      .split(separator: " ")
    return (words.count > 1 ? Int(words[1]) ?? 0 : 0) * Int(getpagesize())
  }
}
