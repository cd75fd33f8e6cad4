import CaseloadCommand
import CaseloadCore
import Foundation

/// `caseload-bench`: what `make bench` prints. `--quick` leaves out the million; sizes may be given instead;
/// `--cpu` counts processor time, for machines that are busy.
/// What is aimed at stands beside each figure; what it is worth to people is the README's matter.
func run() throws {
  let arguments = CommandLine.arguments.dropFirst()
  let isQuick = arguments.contains("--quick")
  let asked = arguments.compactMap { Int($0) }.filter { $0 > 0 }
  let sizes = !asked.isEmpty ? asked : isQuick ? [120, 30_000] : [120, 30_000, 1_000_000]
  Timing.countsProcessorTime = arguments.contains("--cpu")
  Table.begin()
  CoachYear.say(seed: 1)
  for size in sizes { measureInMemory(size) }
  var template = Array((NSTemporaryDirectory() + "caseload-bench-XXXXXX").utf8CString)
  guard let made = mkdtemp(&template) else { throw BenchError("no folder for the stores: \(errno)") }
  let folder = String(cString: made)
  // What cannot be taken away stays in the folder for passing files.
  defer { try? FileManager.default.removeItem(atPath: folder) }
  // Stores are made up to the size of a city; a country's is in memory only.
  for size in sizes where size <= 100_000 {
    let bench = try StoreBench(size, folder: folder)
    if size >= 10_000 { try bench.measureImport(runs: 20) }
    try bench.measureStart()
    try bench.measureChange()
    try bench.measureContact()
    try bench.measureSweep()
    try bench.measureLongRecord()
    guard let process = ProcessBench(store: bench.store, folder: folder) else {
      Table.say("the program from outside: not measured, caseload is not beside caseload-bench")
      continue
    }
    try process.measureStart(size, coach: nil)
    if size > 1_000 { try process.measureStart(size, coach: Invention.coach) }
    try process.measureKeys(size)
    try process.measureOutsideChange(size)
  }
}

/// Everything over clients in memory, and what they cost there.
func measureInMemory(_ size: Int) {
  let (population, bytes) = MemoryBench.population(size, Invention.measured)
  if size >= 10_000 {
    Table.figure("memory a client in bytes", size, Double(bytes) / Double(size), nil, aim: "330", runs: 1)
  }
  var bench = ScreenBench(population)
  bench.run()
}

do {
  try run()
} catch {
  FileHandle.standardError.write(Data("caseload-bench: \(error)\n".utf8))
  exit(1)
}
