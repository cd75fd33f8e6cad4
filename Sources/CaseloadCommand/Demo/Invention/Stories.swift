import CaseloadCore

/// What was said and agreed in invented contacts. `{0}` is a kind of work.
enum Stories {
  /// A talk and the step that came of it.
  struct Talk: Sendable {
    var said: Phrase
    var agreed: Phrase
    init(_ said: Phrase, _ agreed: Phrase) {
      self.said = said
      self.agreed = agreed
    }
  }

  static let talks = [
    Talk(
      Phrase("demo.talk.first-talk", "First talk. Nervous at first, then told a lot about the work as {0}."),
      Phrase("demo.agreed.first-talk", "Thinks about three kinds of work.")),
    Talk(
      Phrase("demo.talk.order", "Good talk about what was good in the last job: order, quiet, a fixed team."),
      Phrase("demo.agreed.order", "We look for small firms.")),
    Talk(
      Phrase("demo.talk.exam", "Wants to work with people; afraid of the exam."),
      Phrase("demo.agreed.exam", "We look at the practice room together.")),
    Talk(
      Phrase("demo.talk.school", "The youngest starts school after the holidays; then free until three."),
      Phrase("demo.agreed.school", "We look for mornings.")),
    Talk(
      Phrase("demo.talk.photos", "Showed photographs of work done as {0}. Really good."),
      Phrase("demo.agreed.photos", "Photographs go with the CV.")),
    Talk(
      Phrase("demo.talk.language", "Proud: passed the practice test of Dutch."),
      Phrase("demo.agreed.language", "Signs up for the next level.")),
    Talk(
      Phrase("demo.talk.hours", "Would rather start with fewer hours and build up from there."),
      Phrase("demo.agreed.hours", "We ask the town garden about part-time.")),
    Talk(
      Phrase("demo.talk.sum", "Wants to know what happens to the benefit with a job of sixteen hours."),
      Phrase("demo.agreed.sum", "We do the sum together.")),
    Talk(
      Phrase("demo.talk.volunteer", "Volunteers at the community kitchen, three mornings, likes the people."),
      Phrase("demo.agreed.volunteer", "Asks the cook for a reference.")),
    Talk(
      Phrase("demo.talk.calls", "Does not dare to phone employers. We practised two calls."),
      Phrase("demo.agreed.calls", "Makes one call alone.")),
    Talk(
      Phrase("demo.talk.tired", "Tired, sleeps badly since the move. Wants to keep the training."),
      Phrase("demo.agreed.tired", "Rests two weeks, then we look again.")),
    Talk(
      Phrase("demo.talk.plan", "Walked through the plan; two of four steps are done."),
      Phrase("demo.agreed.plan", "Third step before the summer.")),
    Talk(
      Phrase("demo.talk.trial", "The trial week as {0} went well, except for the noise."),
      Phrase("demo.agreed.trial", "Ear protection, and one more week.")),
    Talk(
      Phrase("demo.talk.bus", "Missed the workshop, the bus did not come. Wants the next one."),
      Phrase("demo.agreed.bus", "A place in the next group.")),
    Talk(
      Phrase("demo.talk.glasses", "Needs new glasses before driving again."),
      Phrase("demo.agreed.glasses", "Asks for the eye test.")),
    Talk(
      Phrase("demo.talk.mornings", "Talked about what a day as {0} would look like. Mornings are hard."),
      Phrase("demo.agreed.mornings", "Tries getting up at six for a week.")),
    Talk(
      Phrase("demo.talk.diploma", "Has a diploma from before the move; nobody has ever asked for it."),
      Phrase("demo.agreed.diploma", "Diploma to be valued.")),
    Talk(
      Phrase(
        "demo.talk.mother", "Looks after a sick parent three days a week and says so for the first time."),
      Phrase("demo.agreed.mother", "We ask what help there is.")),
    Talk(
      Phrase("demo.talk.debts", "The letters about money lie unopened in a drawer."),
      Phrase("demo.agreed.debts", "Brings the drawer along.")),
    Talk(
      Phrase("demo.talk.interview", "Had a job interview as {0}; came second out of forty."),
      Phrase("demo.agreed.interview", "Calls to ask what was missing.")),
    Talk(
      Phrase("demo.talk.shoes", "Can start at the harbour office as soon as there are safety shoes."),
      Phrase("demo.agreed.shoes", "We pay for the shoes.")),
    Talk(
      Phrase("demo.talk.quiet", "Said little. Nodded at the idea of working outside."),
      Phrase("demo.agreed.quiet", "A walk through the nursery.")),
    Talk(
      Phrase("demo.talk.neighbour", "A neighbour works as {0} and can arrange a day along."),
      Phrase("demo.agreed.neighbour", "Goes along for a day.")),
    Talk(
      Phrase("demo.talk.bicycle", "Learnt to ride a bicycle at last, and laughs about it."),
      Phrase("demo.agreed.bicycle", "Looks at jobs as far as the ring road.")),
    Talk(
      Phrase("demo.talk.treatment", "The treatment is going well; in spring there is room for more."),
      Phrase("demo.agreed.treatment", "We wait for the doctor's advice.")),
    Talk(
      Phrase("demo.talk.cv", "Made a CV together; it is longer than anybody thought."),
      Phrase("demo.agreed.cv", "Sends it to two firms.")),
    Talk(
      Phrase("demo.talk.agency", "The agency calls only at night, for shifts that begin at five."),
      Phrase("demo.agreed.agency", "We talk with the agency.")),
    Talk(
      Phrase(
        "demo.talk.certificate", "The forklift certificate has run out; the exam is in the town itself."),
      Phrase("demo.agreed.certificate", "Books a date.")),
    Talk(
      Phrase("demo.talk.angry", "Angry about the letter; calmer when we had read it together."),
      Phrase("demo.agreed.angry", "Next time we call before we write.")),
    Talk(
      Phrase("demo.talk.proud", "Worked the whole week as {0} without a day off. Proud."),
      Phrase("demo.agreed.proud", "We ask for a contract.")),
  ]

  /// What was said besides, now and then.
  static let besides = [
    Phrase("demo.besides.care", "Childcare is arranged from next month."),
    Phrase("demo.besides.phone", "Best reached after ten in the morning."),
    Phrase("demo.besides.hope", "Sounded more hopeful than last time."),
    Phrase("demo.besides.interpreter", "With an interpreter by telephone; that helped."),
    Phrase("demo.besides.rent", "The rent is paid again."),
    Phrase("demo.besides.friend", "A friend came along and listened."),
    Phrase("demo.besides.weather", "Would like to work outside, in all weathers."),
    Phrase("demo.besides.health", "The knee is better."),
    Phrase("demo.besides.list", "Had brought a list of questions."),
    Phrase("demo.besides.pc", "Has a computer at home now, from the library's scheme."),
  ]

  /// Why a telephone call was no talk.
  static let attemptsByPhone = [
    Phrase("demo.attempt.twice", "No answer, twice today."),
    Phrase("demo.attempt.voicemail", "Spoke to the voicemail and asked to call back."),
    Phrase("demo.attempt.number", "Number no longer in use."),
  ]

  /// Why there was no talk face to face.
  static let attemptsInPerson = [
    Phrase("demo.attempt.no-show", "Did not come to the appointment; no message."),
    Phrase("demo.attempt.child-ill", "Cancelled this morning: child ill."),
    Phrase("demo.attempt.ours", "We had to cancel: colleague ill."),
    Phrase("demo.attempt.door", "Rang at the door; nobody home, left a card."),
  ]

  /// What we wrote.
  static let messagesOut = [
    Phrase("demo.message-out.invitation", "Letter with an invitation for a talk."),
    Phrase("demo.message-out.workshops", "Sent the list of workshops."),
    Phrase("demo.message-out.vacancy", "Sent a vacancy as {0}."),
    Phrase("demo.message-out.reminder", "Reminder of the appointment."),
  ]

  /// What the client wrote.
  static let messagesIn = [
    Phrase("demo.message-in.course", "Asks whether the course starts in January."),
    Phrase("demo.message-in.moved", "Writes that the telephone number has changed."),
    Phrase("demo.message-in.letter", "Does not understand the letter and asks to be called."),
    Phrase("demo.message-in.cv", "Sends a new CV."),
  ]

  /// What a register notes that does not say whether anybody was spoken to.
  static let unconfirmed = [
    Phrase("demo.unconfirmed.note", "Contact, see file."),
    Phrase("demo.unconfirmed.system", "Contact moment registered."),
  ]

  /// What is to be done.
  static let errands = [
    Phrase("demo.errand.shoes", "Order safety shoes"),
    Phrase("demo.errand.sum", "Make the sum of work and benefit"),
    Phrase("demo.errand.letter", "Answer the letter about the training"),
    Phrase("demo.errand.employer", "Call the employer back"),
    Phrase("demo.errand.diploma", "Have the diploma valued"),
    Phrase("demo.errand.cv", "Finish the CV"),
    Phrase("demo.errand.doctor", "Ask for the doctor's advice"),
    Phrase("demo.errand.course", "Sign up for the course"),
  ]
}
