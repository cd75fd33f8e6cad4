import CaseloadCore

/// What the key that opens a form asks of it, over what is usual there.
struct FormWish: Hashable, Sendable {
  /// The kind of contact.
  var kind: ContactKind?
  /// What is chosen.
  var codes: [EntryID: String] = [:]
  /// What is chosen where nobody chose otherwise: a draft keeps its own.
  var usual: [EntryID: String] = [:]
  /// What is typed.
  var texts: [EntryID: String] = [:]
  /// What the keys go to first.
  var focus: EntryID?
}

extension FormWish {
  /// A status, with how the spell ended where it is closed.
  static func status(
    _ status: StatusChange.Status, ending: StatusChange.Ending? = nil, why: String? = nil, focus: EntryID
  ) -> FormWish {
    var wish = FormWish(codes: [.status: status.rawValue], focus: focus)
    if let ending { wish.codes[.ending] = ending.rawValue }
    if let why { wish.texts[.why] = why }
    return wish
  }
}

extension Form {
  /// Puts in what is asked, over what the form opens with.
  mutating func take(_ wish: FormWish) {
    if let kind = wish.kind { become(kind) }
    for (entry, code) in wish.usual { codes[entry] = code }
    for (entry, code) in wish.codes { codes[entry] = code }
    for (entry, text) in wish.texts {
      set(entry, text)
      usual.remove(entry)
    }
  }

  /// Puts in what is asked over a draft: what was chosen gives way, for the key says it now; what was typed stays.
  /// `empty` is the form as it opens without a draft.
  mutating func take(_ wish: FormWish, over empty: Form) {
    if let kind = wish.kind, kind != self.kind { become(kind) }
    for (entry, code) in wish.codes { codes[entry] = code }
    for (entry, text) in wish.texts where self.text(entry) == empty.text(entry) { set(entry, text) }
    if let focus = wish.focus { self.focus = focus }
  }
}
