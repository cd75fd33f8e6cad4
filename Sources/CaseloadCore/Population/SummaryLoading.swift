/// The parts of a summary as a store writes them in texts, in the order of its columns.
public enum SummaryText: Int, CaseIterable, Sendable {
  /// Day of the latest conversation, who had it, and its channel.
  case lastDay, lastBy, lastChannel
  /// Day of the latest conversation for which a colleague took the initiative.
  case ours
  /// Latest day on which an unconfirmed contact may have been a conversation.
  case unconfirmed
  /// Days of the appointments, with commas between.
  case appointments
  /// Day of the oldest message in that is not answered.
  case unanswered
  /// How many conversations were held, and how many errands are open.
  case conversations, errands
  /// Earliest due day of the open errands, and who they wait on, with commas between.
  case nextErrand, waitingOn
  /// The day from which contacts are known.
  case history
  /// Day of the latest conversation of which nobody recorded who took the initiative.
  case unsure
}

extension SummaryColumns {
  /// Fills the rows from `first` on, which are empty still, with what texts say. What is not readable counts as
  /// nothing, as it does where a summary is read by itself.
  mutating func load(
    _ texts: (SummaryText) -> ClientTexts.Column, from first: Int, _ memories: inout [TextMemory],
    at start: Int
  ) {
    Self.load(texts(.lastDay), from: first, into: &conversation)
    Self.load(texts(.ours), from: first, into: &ours)
    Self.load(texts(.unsure), from: first, into: &unsure)
    Self.load(texts(.unconfirmed), from: first, into: &unconfirmed)
    Self.load(texts(.unanswered), from: first, into: &unanswered)
    Self.load(texts(.nextErrand), from: first, into: &errand)
    Self.load(texts(.history), from: first, into: &history)
    Self.load(texts(.conversations), from: first, into: &conversations)
    Self.load(texts(.errands), from: first, into: &errands)
    func each(
      _ part: SummaryText, _ make: (UnsafeBufferPointer<UInt8>) -> Int, _ body: (_ row: Int, Int) -> Void
    ) {
      let column = texts(part)
      let memory = start + part.rawValue
      for row in 0..<column.count {
        guard let text = column[row] else { continue }
        let found = memories[memory].find(text)
        let result = found.result ?? make(text)
        if found.result == nil { memories[memory].keep(text, at: found.place, result) }
        body(first + row, result)
      }
    }
    each(.lastBy) {
      by.code(of: .init(state: .recorded, content: .text(Self.string($0))))
    } _: {
      by.set($0, code: $1)
    }
    each(.lastChannel) {
      Channel.allCases.firstIndex(of: Channel(rawValue: Self.string($0)) ?? .unknown) ?? 0
    } _: {
      channels[$0] = UInt8(clamping: $1)
    }
    each(.waitingOn) { text in
      let waits = Self.string(text).split(separator: ",").compactMap { WaitingOn(rawValue: String($0)) }
      return (waits.contains(.us) ? 1 : 0) | (waits.contains(.client) ? 2 : 0)
    } _: {
      flags[$0] |= UInt8(clamping: $1)
    }
    let days = texts(.appointments)
    for row in 0..<days.count {
      guard let text = days[row] else { continue }
      let numbers = text.split(separator: UInt8(ascii: ",")).compactMap {
        Day(iso: UnsafeBufferPointer(rebasing: $0))?.number
      }
      appointments.set(first + row, numbers, in: &appointmentDays)
    }
  }

  private static func string(_ text: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: text, as: UTF8.self)
  }

  private static func load(_ texts: ClientTexts.Column, from first: Int, into days: inout [Int32]) {
    for row in 0..<texts.count {
      if let text = texts[row], let day = Day(iso: text) { days[first + row] = day.number }
    }
  }

  private static func load(_ texts: ClientTexts.Column, from first: Int, into counts: inout [UInt16]) {
    for row in 0..<texts.count {
      guard let text = texts[row], text.allSatisfy({ (48...57).contains($0) }) else { continue }
      var count = 0
      for byte in text.prefix(9) { count = count * 10 + Int(byte - 48) }
      counts[first + row] = text.count > 9 ? .max : UInt16(clamping: count)
    }
  }

  /// Notes whether the register no longer has the client of a row.
  mutating func set(_ row: Int, isAbsent: Bool) {
    if isAbsent { flags[row] |= 4 } else { flags[row] &= ~4 }
  }

  /// Puts the rows of other columns behind these.
  mutating func append(_ other: SummaryColumns) {
    conversation += other.conversation
    ours += other.ours
    unsure += other.unsure
    unconfirmed += other.unconfirmed
    history += other.history
    unanswered += other.unanswered
    errand += other.errand
    conversations += other.conversations
    errands += other.errands
    flags += other.flags
    channels += other.channels
    by.append(other.by)
    appointments.append(other.appointments, behind: appointmentDays.count)
    appointmentDays += other.appointmentDays
  }
}
