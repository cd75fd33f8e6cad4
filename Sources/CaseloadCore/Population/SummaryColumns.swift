/// What contacts and errands come to, in columns.
struct SummaryColumns: Sendable {
  /// No day.
  static let none = Int32.min

  var conversation: [Int32] = []
  var ours: [Int32] = []
  var unsure: [Int32] = []
  var unconfirmed: [Int32] = []
  var history: [Int32] = []
  var unanswered: [Int32] = []
  var errand: [Int32] = []
  var conversations: [UInt16] = []
  var errands: [UInt16] = []
  /// Bits 0 and 1: errands wait on us, on the client. Bit 2: absent from the register.
  var flags: [UInt8] = []
  var channels: [UInt8] = []
  var by = CodeColumn()
  var appointments = Slots()
  var appointmentDays: [Int32] = []

  mutating func reserve(_ rows: Int) {
    conversation.reserveCapacity(rows)
    ours.reserveCapacity(rows)
    unsure.reserveCapacity(rows)
    unconfirmed.reserveCapacity(rows)
    history.reserveCapacity(rows)
    unanswered.reserveCapacity(rows)
    errand.reserveCapacity(rows)
    conversations.reserveCapacity(rows)
    errands.reserveCapacity(rows)
    flags.reserveCapacity(rows)
    channels.reserveCapacity(rows)
    by.reserve(rows)
    appointments.reserve(rows)
  }

  private static let unknownChannel = UInt8(clamping: Channel.allCases.firstIndex(of: .unknown) ?? 0)

  mutating func appendEmpty(_ count: Int = 1) {
    let noDays = repeatElement(Self.none, count: count)
    conversation.append(contentsOf: noDays)
    ours.append(contentsOf: noDays)
    unsure.append(contentsOf: noDays)
    unconfirmed.append(contentsOf: noDays)
    history.append(contentsOf: noDays)
    unanswered.append(contentsOf: noDays)
    errand.append(contentsOf: noDays)
    conversations.append(contentsOf: repeatElement(0, count: count))
    errands.append(contentsOf: repeatElement(0, count: count))
    flags.append(contentsOf: repeatElement(0, count: count))
    channels.append(contentsOf: repeatElement(Self.unknownChannel, count: count))
    by.appendEmpty(count)
    appointments.appendEmpty(count)
  }

  mutating func set(_ row: Int, _ summary: Summary, isAbsent: Bool) {
    conversation[row] = summary.lastConversation?.number ?? Self.none
    ours[row] = summary.lastOurs?.number ?? Self.none
    unsure[row] = summary.lastUnsure?.number ?? Self.none
    unconfirmed[row] = summary.latestUnconfirmed?.number ?? Self.none
    history[row] = summary.historySince?.number ?? Self.none
    unanswered[row] = summary.unansweredSince?.number ?? Self.none
    errand[row] = summary.nextErrand?.number ?? Self.none
    conversations[row] = UInt16(clamping: summary.conversations)
    errands[row] = UInt16(clamping: summary.openErrands)
    flags[row] =
      (summary.waitingOn.contains(.us) ? 1 : 0) | (summary.waitingOn.contains(.client) ? 2 : 0)
      | (isAbsent ? 4 : 0)
    channels[row] = UInt8(clamping: Channel.allCases.firstIndex(of: summary.lastChannel) ?? 0)
    _ = by.set(row, CodeColumn.Entry(state: .recorded, content: .text(summary.lastBy)))
    appointments.set(row, summary.appointments.map(\.number), in: &appointmentDays)
  }

  static func day(_ number: Int32) -> Day? { number == none ? nil : Day(number: number) }

  func channel(_ row: Int) -> Channel {
    let place = Int(channels[row])
    return place < Channel.allCases.count ? Channel.allCases[place] : .unknown
  }

  func lastBy(_ row: Int) -> String {
    if case .text(let name)? = by[row].content { name } else { "" }
  }

  /// The first appointment on or after today, or `none`.
  func next(_ row: Int, from today: Int32) -> Int32 {
    for day in appointmentDays[appointments.range(row)] where day >= today { return day }
    return Self.none
  }

  /// Everything of a row, as it was put in.
  func summary(_ row: Int) -> Summary {
    var summary = Summary(historySince: Self.day(history[row]))
    summary.lastConversation = Self.day(conversation[row])
    summary.lastBy = lastBy(row)
    summary.lastChannel = channel(row)
    summary.lastOurs = Self.day(ours[row])
    summary.lastUnsure = Self.day(unsure[row])
    summary.latestUnconfirmed = Self.day(unconfirmed[row])
    summary.appointments = appointmentDays[appointments.range(row)].map { Day(number: $0) }
    summary.unansweredSince = Self.day(unanswered[row])
    summary.conversations = Int(conversations[row])
    summary.openErrands = Int(errands[row])
    summary.nextErrand = Self.day(errand[row])
    if flags[row] & 1 != 0 { summary.waitingOn.insert(.us) }
    if flags[row] & 2 != 0 { summary.waitingOn.insert(.client) }
    return summary
  }
}
