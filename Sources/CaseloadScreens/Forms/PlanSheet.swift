import CaseloadCore
import Cells

extension EntryID {
  static let made: EntryID = "made"
  static let ground: EntryID = "ground"
  static let goal: EntryID = "goal"
  static let steps: EntryID = "steps"
  static let review: EntryID = "review"
  static let agreedOn: EntryID = "agreed-on"
}

/// The plan of action: each save is a version of its own, the one before stays readable.
struct PlanSheet: FormSheet {
  func title(_ speech: Speech) -> TerminalText { speech(PlanWords.title) }

  func lines(_ form: Form) -> [[FormEntry]] {
    [
      [
        PlanWords.entry(.made, .line, .past),
        PlanWords.entry(.ground, .choice(FormChoice.all(PlanGround.allCases) { $0.label })),
      ],
      [PlanWords.entry(.goal, .line)], [PlanWords.entry(.steps, .long)],
      [PlanWords.entry(.review, .line, .future), PlanWords.entry(.agreedOn, .line, .past)],
    ]
  }

  func open(_ form: inout Form, _ context: Context) {
    form.set(.made, Words.today.text(in: context.language))
    form.set(.steps, "", isLong: true)
    for entry in [EntryID.goal, .review, .agreedOn] { form.set(entry, "") }
    form.codes = [.ground: PlanGround.policy.rawValue]
    form.usual = [.made]
    form.focus = .goal
  }

  /// The next version begins with what the last one says; that the client agreed is asked anew.
  func fill(_ form: inout Form, _ record: ClientRecord, _ context: Context) {
    guard let plan = record.plan else { return }
    form.set(.goal, plan.goal)
    form.set(.steps, plan.steps, isLong: true)
    form.codes[.ground] = (plan.ground ?? .policy).rawValue
  }

  func head(_ form: Form, _ record: ClientRecord, _ speech: Speech) -> [HeadLine] {
    guard let plan = record.plan, let made = plan.made else {
      let known = record.values["plan"]
      guard case .days(let days)? = known?.content else {
        return [HeadLine(name: PlanWords.now, said: Said(speech(PlanWords.none), .dim), most: 1)]
      }
      let text = speech(PlanWords.dayOnly, speech.day(days.lowerBound))
      return [HeadLine(name: PlanWords.now, said: Said(text, .dim))]
    }
    return [HeadLine(name: PlanWords.now, said: Said(PlanLine.text(plan, made, speech), .dim))]
  }

  func keeping(_ form: Form, _ context: Context) throws(FormProblem) -> Keeping {
    guard let record = form.seen else { throw FormProblem(form.focus, FormWords.stillReading) }
    guard let made = try form.day(.made, .past, context) else {
      throw FormProblem(.made, PlanWords.needsDay)
    }
    guard made <= context.today else { throw FormProblem(.made, EntryRefusal.toCome) }
    let goal = form.text(.goal)
    guard !goal.unicodeScalars.allSatisfy(\.properties.isWhitespace) else {
      throw FormProblem(.goal, PlanWords.needsGoal)
    }
    let review = try form.day(.review, .future, context)
    if let review, review <= made { throw FormProblem(.review, PlanWords.reviewFirst) }
    let agreed = try form.day(.agreedOn, .past, context)
    if let agreed, agreed > context.today { throw FormProblem(.agreedOn, EntryRefusal.toCome) }
    let plan = Plan(
      client: form.client, made: made, ground: PlanGround(rawValue: form.code(.ground)), goal: goal,
      steps: form.text(.steps), review: review, agreed: agreed)
    let edits = record.edits(making: plan, on: context.today)
    return .edits(edits, ChangeName(edits))
  }
}

/// A plan in one line.
enum PlanLine {
  static func text(_ plan: Plan, _ made: Day?, _ speech: Speech) -> TerminalText {
    var parts: [TerminalText] = [made.map { speech.day($0) } ?? speech(LegendWords.noDay)]
    if let ground = plan.ground { parts.append(speech(ground.label)) }
    if !plan.goal.isEmpty { parts.append(.oneLine(data: plan.goal)) }
    if let review = plan.review { parts.append(speech(Words.review, speech.day(review))) }
    if let agreed = plan.agreed { parts.append(speech(PlanWords.agreed, speech.day(agreed))) }
    if let ended = plan.ended { parts.append(speech(PlanWords.ended, speech.day(ended))) }
    return parts.joined(separator: " · ")
  }
}
