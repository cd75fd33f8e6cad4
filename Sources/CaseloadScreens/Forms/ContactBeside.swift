import CaseloadCore
import Cells

/// What stands above and under the entries of a contact: what is known, and what must be known before it is kept.
extension ContactSheet {
  /// That it may be entered twice, that it is to come, what the errand will say.
  func note(_ form: Form, _ speech: Speech) -> Said? {
    let context = speech.context
    if correcting == nil, form.kind == .attempt, let record = form.seen,
      record.proposesLetter(context.settings)
    {
      let failure = AttemptFailure(rawValue: form.code(.failure))
      let text = record.tryErrand(context.settings, after: failure, in: context.language)
      return Said(speech(ContactWords.letterNow, TerminalText(data: text)), .attention)
    }
    guard let held = try? form.day(.day, .any, context, stands: stands(.day, form, context)) else {
      return nil
    }
    if form.step == .asking(.double), let registration = try? registration(form, context),
      let double = form.seen?.doubles(of: registration, on: context.today).first
    {
      return Said(
        speech(
          ContactWords.double, speech(double.kind.label), speech.day(held), speech.who(double.colleague)),
        .attention)
    }
    guard form.kind == .conversation, held > context.today else { return nil }
    let day = TerminalText(data: DayText.long(held, context.language))
    return Said(speech(ContactWords.appointment, day), .attention)
  }

  /// The client's own words and the step agreed last time; a message that waits.
  func head(_ form: Form, _ record: ClientRecord, _ speech: Speech) -> [HeadLine] {
    if correcting != nil { return [] }
    var lines: [HeadLine] = []
    if let last = record.contacts.first(where: { $0.kind == .conversation && $0.held != nil }),
      let held = last.held
    {
      let words =
        last.said.isEmpty
        ? TerminalText.oneLine(data: last.story) : "“\(TerminalText.oneLine(data: last.said))”"
      let when = speech.held(held, last.channel, by: "")
      lines.append(HeadLine(name: ContactWords.then, said: Said("\(when): \(words)", .dim)))
      // A step stays until another is agreed.
      if let last = record.contacts.first(where: { $0.kind == .conversation && !$0.agreed.isEmpty }) {
        let by = last.agreedBy.map { " (\(speech($0.label)))" as TerminalText } ?? ""
        lines.append(
          HeadLine(
            name: ContactWords.agreedThen, said: Said("\(TerminalText.oneLine(data: last.agreed))\(by)")))
      }
    } else {
      lines.append(
        HeadLine(name: ContactWords.then, said: Said(speech(ContactWords.noContact), .dim), most: 1))
    }
    if let planned = record.appointment(on: speech.context.today), !planned.story.isEmpty {
      lines.append(
        HeadLine(name: ContactWords.planned, said: Said(.oneLine(data: planned.story), .attention)))
    }
    if let message = record.unanswered.first, let day = message.held ?? message.logged {
      let text = speech(ContactWords.waiting, speech.day(day), .oneLine(data: message.story))
      lines.append(HeadLine(said: Said(text, .attention), most: 1))
    }
    return lines
  }
}
