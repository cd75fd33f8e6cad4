import CaseloadCore
import Cells

/// What the screens ask the command layer to do; it answers with a `Message` where there is an answer.
public enum Effect: Hashable, Sendable {
  /// Read one client's whole record; answered by `Message.record`.
  case loadRecord(ClientNumber)
  /// Read it again with all that was ever changed of the client; answered in the same way.
  case loadHistory(ClientNumber)
  /// Find the clients whose notes hold a text (already folded by whoever searches); answered by `Message.notes`.
  case searchNotes(String)
  /// Look ahead over the caseload of a coach; answered by `Message.ahead`.
  case lookAhead(coach: String)
  /// Read which colleagues the store knows; answered by `Message.colleagues`.
  case loadColleagues
  /// Find the clients with these digits in a telephone number; answered by `Message.phones`.
  case searchPhones(String)
  /// Keep the user's own worklists, all of them in their order.
  case keepWorklists([OwnWorklist])
  /// Keep what was filled in; answered by `Message.kept`.
  case keep(Keeping, for: Form.Subject)
  /// Keep private notes on the desk; answered by `Message.notesKept`.
  case keepNotes([NoteChange], for: NotesPurpose)
  /// Keep a sweep on the desk; nil lets it go.
  case keepSweep(Sweep?, id: String)
  /// Undo or do again, of one client or the last of all; answered by `Message.undone`.
  case undo(Undoing, of: ClientNumber?)
  /// Keep what is being filled in on the desk; nil lets it go.
  case keepDraft(Form.Subject, [String: String]?)
  /// Look at, or take, a file to be imported; answered by `Message.importing` with the same number.
  case importing(ImportWish, run: Int)
  /// Keep where the user is, to come back to it.
  case saveSession(Session)
  /// Keep the language that the next start begins in.
  case keepLanguage(Language)
  /// Put a text on the terminal's clipboard.
  case copy(String)
  /// Give the text of the entry that has the keys to the user's own editor; answered by `Message.edited`.
  case openEditor(String)
  /// Put the terminal back and stop until the shell continues us.
  case suspend
  /// Draw the whole screen again, for the terminal may show something else.
  case redraw
  /// Put the terminal back and end.
  case quit
}

/// What comes back from effects and from the store.
public enum Message: Sendable {
  /// A client's record was read.
  case record(ClientRecord)
  /// The clients whose notes hold the text were found.
  case notes(String, Set<ClientNumber>)
  /// The clients whose telephone numbers hold the digits were found.
  case phones(String, Set<ClientNumber>)
  /// These clients are new or changed, and those are gone from the scope.
  case changed([ClientFacts], removed: [ClientNumber])
  /// These are all clients of the scope now.
  case reloaded([ClientFacts])
  /// Who is away, and which hand-overs wait.
  case team(TeamNews)
  /// The colleagues whom the store knows.
  case colleagues([Colleague])
  /// What was seen looking ahead, in lines.
  case ahead([TerminalText])
  /// It is this day now.
  case midnight(Day)
  /// The user's own worklists, beside the built-in ones.
  case worklists([OwnWorklist])
  /// Whether what was entered is in the store.
  case saved(SaveState)
  /// What became of what was to be kept.
  case kept(KeepNews, Form.Subject)
  /// What became of private notes that were to be kept.
  case notesKept(NotesNews, NotesPurpose)
  /// What the user's own editor made of the text.
  case edited(EditorNews)
  /// What became of an undo or a redo.
  case undone(UndoNews)
  /// What the import screen asked for, by the number with which it asked.
  case importing(ImportNews, run: Int)
  /// Something could not be done; the text says what, in the user's language and without personal data.
  case failed(String)
  /// What was asked goes on waiting; the text says for whom, in the user's language.
  case waiting(String)
}

/// What the store knows of colleagues, beside their clients.
public struct TeamNews: Hashable, Sendable {
  /// Who is away when.
  public var calendar: AbsenceCalendar
  /// The hand-overs that wait for somebody.
  public var transfers: [WaitingTransfer]
  /// News.
  public init(calendar: AbsenceCalendar, transfers: [WaitingTransfer]) {
    (self.calendar, self.transfers) = (calendar, transfers)
  }
}

/// What became of what a form was to keep.
public enum KeepNews: Hashable, Sendable {
  /// It is in the store, under this name; the edits where they were the form's own.
  case kept(ChangeName, [Edit] = [])
  /// So many clients are in a file.
  case written(clients: Int, path: String)
  /// Nothing was changed, for somebody else changed it since the form showed it.
  case conflict(ChangeConflict)
  /// It is not; the text says why, in the user's language and without personal data.
  case failed(String)
}

/// What the user's own editor made of a text.
public enum EditorNews: Hashable, Sendable {
  /// This.
  case edited(String)
  /// None is set.
  case noEditor
  /// It could not be run, or ended with an error; the text stays as it was.
  case failed
}

/// What became of an undo or a redo.
public enum UndoNews: Hashable, Sendable {
  /// It is in the store.
  case done(UndoStep)
  /// There is nothing to undo or do again, of this client or at all; how many were passed over because what they held
  /// is erased.
  case nothing(Undoing, of: ClientNumber?, erased: Int)
  /// Nothing was changed, for somebody else changed it since.
  case conflict(ChangeConflict)
  /// It failed; the text says why, in the user's language and without personal data.
  case failed(String)
}

/// A change that was not made, and the values that stand in its way.
public struct ChangeConflict: Hashable, Sendable {
  /// What was asked for.
  public enum Asked: Hashable, Sendable {
    /// An undo or a redo.
    case step(UndoStep)
    /// To keep what was filled in.
    case keeping(ChangeName, ClientNumber?)
  }
  /// What was asked for.
  public var asked: Asked
  /// What somebody changed since.
  public var values: [Contradiction]
  /// A conflict.
  public init(_ asked: Asked, values: [Contradiction]) {
    self.asked = asked
    self.values = values
  }
}

/// Whether all that was entered is in the store.
public enum SaveState: Hashable, Sendable {
  case saved, saving, failed
}
