import Foundation

/// What was written to a store's two files, call by call, and what a disk may hold of it after a power cut.
struct DiskLog {
  /// A file of the store.
  enum File: Int, CaseIterable {
    case database, wal
  }

  /// One call.
  enum Call {
    case write(File, at: Int, [UInt8])
    case truncate(File, to: Int)
    case sync(File)
    case delete(File)
    /// So many saves were acknowledged.
    case mark(Int)
  }

  let calls: [Call]

  /// Reads what `fault_disk_watch` wrote down; empty where it is no such file.
  init(path: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    func number<Number: FixedWidthInteger>(_ place: Int, _: Number.Type) -> Int {
      Int(
        bytes[place..<(place + MemoryLayout<Number>.size)].reversed().reduce(Number(0)) {
          $0 << 8 | Number($1)
        })
    }
    var (calls, place): ([Call], Int) = ([], 0)
    while place + 14 <= bytes.count {
      let file = File(rawValue: Int(bytes[place + 1])) ?? .database
      let (value, length) = (number(place + 2, Int64.self), number(place + 10, Int32.self))
      switch bytes[place] {
      case UInt8(ascii: "W"):
        calls.append(.write(file, at: value, Array(bytes[(place + 14)..<(place + 14 + length)])))
      case UInt8(ascii: "T"): calls.append(.truncate(file, to: value))
      case UInt8(ascii: "S"): calls.append(.sync(file))
      case UInt8(ascii: "D"): calls.append(.delete(file))
      default: calls.append(.mark(value))
      }
      place += 14 + length
    }
    self.calls = calls
  }

  /// How much of what was not synced a disk kept.
  enum Kept: CaseIterable {
    /// Nothing; all, in its order; some of it, in any order and in part.
    case nothing, all, some
  }

  /// The files after a cut behind so many calls, and how many saves had been acknowledged.
  func cut(
    after count: Int, _ kept: Kept, from start: [File: [UInt8]], using dice: inout Seeded
  ) -> (files: [File: [UInt8]], acknowledged: Int) {
    var durable = start
    var pending: [File: [Call]] = [:]
    var acknowledged = 0
    for call in calls.prefix(count) {
      switch call {
      case .write(let file, _, _), .truncate(let file, _), .delete(let file):
        pending[file, default: []].append(call)
      case .sync(let file):
        for call in pending.removeValue(forKey: file) ?? [] { Self.apply(call, to: &durable) }
      case .mark(let number): acknowledged = number
      }
    }
    for file in File.allCases {
      var rest = pending[file] ?? []
      switch kept {
      case .nothing: continue
      case .all: break
      case .some:
        // A file that was deleted is there no more, whatever else was still under way.
        let isDeleted = rest.contains { if case .delete = $0 { true } else { false } }
        if !isDeleted { rest.shuffle(using: &dice) }
        rest = rest.compactMap { Bool.random(using: &dice) ? Self.torn($0, &dice) : nil }
      }
      for call in rest { Self.apply(call, to: &durable) }
    }
    return (durable, acknowledged)
  }

  /// A write of which some sectors came to the disk, one time in two.
  private static func torn(_ call: Call, _ dice: inout Seeded) -> Call {
    guard case .write(let file, let place, let bytes) = call, bytes.count > 512, Bool.random(using: &dice)
    else { return call }
    let length = 512 * Int.random(in: 1...((bytes.count - 1) / 512), using: &dice)
    let from = Bool.random(using: &dice) ? 0 : bytes.count - length
    return .write(file, at: place + from, Array(bytes[from..<(from + length)]))
  }

  private static func apply(_ call: Call, to files: inout [File: [UInt8]]) {
    switch call {
    case .write(let file, let place, let bytes):
      var content = files[file] ?? []
      if content.count < place + bytes.count {
        content += [UInt8](repeating: 0, count: place + bytes.count - content.count)
      }
      content.replaceSubrange(place..<(place + bytes.count), with: bytes)
      files[file] = content
    case .truncate(let file, let size):
      var content = files[file] ?? []
      if content.count > size { content.removeLast(content.count - size) }
      files[file] = content
    case .delete(let file): files[file] = nil
    case .sync, .mark: return
    }
  }
}
