import CaseloadCore

/// What is known of the sweeps beside what the desk keeps of them.
struct Walking: Sendable {
  /// An outcome and the step that made it, to go along when that is taken back.
  struct Done: Sendable {
    /// The sweep, by its id.
    var sweep: String
    var client: ClientNumber
    var outcome: SweepOutcome
    /// What the step is called.
    var name: ChangeName

    /// Whether a step of this name made it. The journal may have the fields of a record in another order.
    func isOf(_ other: ChangeName) -> Bool {
      guard case .fields(let mine) = name.thing, case .fields(let theirs) = other.thing else {
        return name.thing == other.thing
      }
      return Set(mine) == Set(theirs)
    }
  }

  /// Who came on the list of the sweep in hand since it was made.
  var arrivals: [ClientNumber] = []
  /// Whom the reader changed otherwise, until the store's news of it.
  var touched: Set<ClientNumber> = []
  /// The outcomes of this session, the latest last.
  var done: [Done] = []
  /// What was undone last, to be done again.
  var undone: Done?
  /// The resting sweep that is thrown away when it is asked for once more.
  var toDrop: String?
  /// The first line shown of the page, and of whom.
  var top = 0
  var topOf: ClientNumber?
  /// When the last key was pressed.
  var lastKey: Moment?
}

extension SweepOutcome {
  /// Whether a step of this name may have made it.
  func isMade(by name: ChangeName) -> Bool {
    switch (self, name.thing) {
    case (.reached, .contact(.conversation, _)), (.dated, .contact(.appointment, _)),
      (.tried, .contact(.attempt, _)):
      true
    case (.parked, .fields(let fields)), (.gone, .fields(let fields)): fields.contains("status")
    case (.repaired, .contact): false
    case (.repaired, _): true
    default: false
    }
  }
}
