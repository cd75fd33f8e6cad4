import CaseloadCore
import CaseloadScreens
import CaseloadStore
import Cells

/// What is said of the store and of the desk.
struct StoreExam {
  let health: StoreHealth
  let path: String
  let say: Speech
  let language: Language

  /// Less than this is little: a year's changes of a coach take some megabytes, an import of a city a hundred.
  private static let littleRoom: Int64 = 200_000_000

  func add(to report: inout DoctorReport) {
    addPlace(to: &report)
    report.add(disk)
    guard health.exists, health.problem == nil else { return }
    if health.isHeld {
      let found =
        health.holder.map { say(DoctorWords.heldBy, TerminalText(Int($0))) } ?? say(DoctorWords.held)
      report.add(
        DoctorFinding(
          sign: .unknown, subject: DoctorWords.lock, found: found, advice: say(DoctorWords.askAgain)))
      return
    }
    addInside(to: &report)
  }

  /// The file itself and who may open it.
  private func addPlace(to report: inout DoctorReport) {
    let name = TerminalText(data: path)
    if let problem = health.problem {
      report.add(
        DoctorFinding(
          sign: .trouble, subject: DoctorWords.store,
          found: TerminalText(data: problem.message(in: language)), advice: advice(problem),
          isStoreTrouble: true))
      return
    }
    guard health.exists else {
      report.add(
        DoctorFinding(
          sign: .unknown, subject: DoctorWords.store, found: say(DoctorWords.noStore, name),
          advice: say(DoctorWords.begin)))
      return
    }
    report.add(DoctorFinding(sign: .good, subject: DoctorWords.store, found: name))
    let modes = (TerminalText(data: health.mode ?? "?"), TerminalText(data: health.folderMode ?? "?"))
    report.add(
      health.isFolderOpen
        ? DoctorFinding(
          sign: .trouble, subject: DoctorWords.permissions, found: say(DoctorWords.openFolder, modes.1),
          advice: say(DoctorWords.closeFolder, TerminalText(data: folder)))
        : DoctorFinding(
          sign: .good, subject: DoctorWords.permissions, found: say(DoctorWords.modes, modes.0, modes.1)))
  }

  private var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }

  private func advice(_ problem: StoreError) -> TerminalText {
    switch problem {
    // What it says is what to do.
    case .openToOthers: ""
    case .networkFileSystem: say(DoctorWords.localDisk)
    case .newerSchema: say(DoctorWords.newerProgram)
    case .damaged, .database: say(DoctorWords.check)
    default: say(DoctorWords.lookAtIt)
    }
  }

  private var disk: DoctorFinding {
    guard let kind = health.fileSystem, let free = health.freeBytes else {
      return DoctorFinding(
        sign: .unknown, subject: DoctorWords.disk, found: say(DoctorWords.unknownDisk))
    }
    let name = TerminalText(data: kind)
    let found =
      free >= 1_000_000_000
      ? say(DoctorWords.freeGigabytes, name, TerminalText(Int(free / 1_000_000_000)))
      : say(DoctorWords.freeMegabytes, name, TerminalText(Int(free / 1_000_000)))
    let isLittle = free < Self.littleRoom
    return DoctorFinding(
      sign: isLittle ? .trouble : .good, subject: DoctorWords.disk, found: found,
      advice: isLittle ? say(DoctorWords.makeRoom) : "")
  }

  private func addInside(to report: inout DoctorReport) {
    let known = StoreHealth.newestSchema
    if let schema = health.schema {
      let found =
        schema == known
        ? say(DoctorWords.schemaKnown, TerminalText(schema))
        : say(DoctorWords.schemaOlder, TerminalText(schema), TerminalText(known))
      report.add(DoctorFinding(sign: .good, subject: DoctorWords.schema, found: found))
    }
    let count = TerminalText(Int(clamping: health.changes ?? 0))
    report.add(
      health.isHeadWhole
        ? DoctorFinding(sign: .good, subject: DoctorWords.journal, found: say(DoctorWords.changes, count))
        : DoctorFinding(
          sign: .trouble, subject: DoctorWords.journal, found: say(DoctorWords.headBroken, count),
          advice: say(DoctorWords.check), isStoreTrouble: true))
    report.add(
      DoctorFinding(sign: .good, subject: DoctorWords.lock, found: say(DoctorWords.nobodyHolds)))
  }
}

extension DoctorReport {
  /// The user's own desk beside the store.
  mutating func addDesk(_ path: String, _ say: Speech, _ language: Language) {
    let name = TerminalText(data: path)
    do throws(StoreError) {
      let words = try Desk.isThere(path) ? DoctorWords.deskThere : DoctorWords.deskLater
      add(DoctorFinding(sign: .good, subject: DoctorWords.desk, found: say(words, name)))
    } catch {
      add(
        DoctorFinding(
          sign: .trouble, subject: DoctorWords.desk, found: TerminalText(data: error.message(in: language)),
          isStoreTrouble: true))
    }
  }
}
