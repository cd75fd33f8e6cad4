/// The words for what a contact was, its channel and where a value comes from: the same on the screen, in reports
/// and in the shell.
extension ContactKind {
  /// Its name.
  public var label: Phrase {
    switch self {
    case .conversation: Phrase("contact.conversation", "conversation")
    case .attempt: Phrase("contact.attempt", "attempt")
    case .messageOut: Phrase("contact.message-out", "message from us")
    case .messageIn: Phrase("contact.message-in", "message from client")
    case .appointment: Phrase("contact.appointment", "appointment")
    case .unconfirmed: Phrase("contact.unconfirmed", "unconfirmed")
    }
  }
}

extension Channel {
  /// Its name.
  public var label: Phrase {
    switch self {
    case .inPerson: Phrase("contact.in-person", "in person")
    case .phone: Phrase("contact.phone", "phone")
    case .video: Phrase("contact.video", "video")
    case .homeVisit: Phrase("contact.home-visit", "home visit")
    case .liveChat: Phrase("contact.live-chat", "live chat")
    case .letter: Phrase("contact.letter", "letter")
    case .mail: Phrase("contact.mail", "e-mail")
    case .text: Phrase("contact.text", "text message")
    case .unknown: Phrase("contact.channel-unknown", "channel not said")
    }
  }
}

extension Source {
  /// Its name.
  public var label: Phrase {
    switch self {
    case .register: Phrase("source.register", "register")
    case .questionnaire: Phrase("source.questionnaire", "questionnaire")
    case .coach: Phrase("source.coach", "coach")
    }
  }
}

extension Initiative {
  /// Its name.
  public var label: Phrase {
    switch self {
    case .us: Phrase("initiative.us", "us")
    case .client: Phrase("initiative.client", "the client")
    case .unknown: Phrase("initiative.unknown", "not noted")
    }
  }
}

extension WaitingOn {
  /// Who it is.
  public var label: Phrase {
    switch self {
    case .us: Phrase("waiting-on.us", "us")
    case .client: Phrase("waiting-on.client", "the client")
    }
  }
}

extension AttemptFailure {
  /// Its name.
  public var label: Phrase {
    switch self {
    case .noAnswer: Phrase("failure.no-answer", "no answer")
    case .wrongNumber: Phrase("failure.wrong-number", "wrong number")
    case .noShow: Phrase("failure.no-show", "did not come")
    case .cancelledByClient: Phrase("failure.cancelled-by-client", "cancelled by the client")
    case .cancelledByUs: Phrase("failure.cancelled-by-us", "cancelled by us")
    }
  }
}

extension Heard {
  /// What it says, and who says it.
  public var label: Phrase {
    switch self {
    case .notAsked: Phrase("heard.not-asked", "not asked")
    case .clientYes: Phrase("heard.client-yes", "yes, says the client")
    case .clientNo: Phrase("heard.client-no", "no, says the client")
    case .impressionYes: Phrase("heard.impression-yes", "yes, the coach's impression")
    case .impressionNo: Phrase("heard.impression-no", "no, the coach's impression")
    }
  }
}
