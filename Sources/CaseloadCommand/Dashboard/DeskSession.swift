import CaseloadCore
import CaseloadScreens
import CaseloadStore
import Cells
import Foundation
import Synchronization

/// Where the user is, kept on her own desk so that tomorrow begins where today ended. What cannot be kept is no
/// reason to refuse the dashboard: it then begins anew, and says so when it ends.
final class DeskSession: Sendable {
  private let desk: Desk?
  private let name: String
  /// The store that drafts belong to, as their names have it.
  private let place: String
  /// Where she was last time.
  let session: Session
  /// The language she switched to last, in whichever store; nil where she never did.
  let language: Language?
  /// Her own worklists.
  let worklists: [OwnWorklist]
  /// The forms that she filled in and did not save.
  let forms: [Form.Subject: [String: String]]
  /// Her private notes.
  let notes: [ClientNumber: PrivateNote]
  /// Her sweeps that rest.
  let sweeps: [Sweep]
  private let problem: Mutex<StoreError?>
  /// Her own worklists as this program last kept or read them: what others kept since is told by it.
  private let known: Mutex<[OwnWorklist]>

  /// Reads the session of a store from the desk.
  init(path: String, store: String) {
    let place = OwnDesk.place(of: store)
    name = "session " + place
    self.place = place
    do throws(StoreError) {
      let desk = try Desk.open(path)
      let text = try desk.session(name)
      let word = try desk.session(Self.languageKey)
      let lists = try desk.worklists()
      let about = try desk.notes(of: place)
      let resting = try desk.sweeps(of: place)
      forms = Self.forms(try desk.drafts(), place)
      notes = about
      sweeps = resting
      worklists = lists
      known = Mutex(lists)
      language = word.flatMap { Language(rawValue: $0) }
      self.desk = desk
      // A session that another version wrote in another way is begun anew.
      session = text.flatMap { try? JSONDecoder().decode(Session.self, from: Data($0.utf8)) } ?? Session()
      problem = Mutex(nil)
    } catch {
      desk = nil
      worklists = []
      forms = [:]
      notes = [:]
      sweeps = []
      known = Mutex([])
      session = Session()
      language = nil
      problem = Mutex(error)
    }
  }

  /// Keeps a session.
  func keep(_ session: Session) {
    guard let desk, let data = try? JSONEncoder().encode(session) else { return }
    do throws(StoreError) {
      try desk.keepSession(name, String(decoding: data, as: UTF8.self))
    } catch {
      problem.withLock { $0 = error }
    }
  }

  /// Keeps the language that the next start begins in.
  func keep(_ language: Language) {
    guard let desk else { return }
    do throws(StoreError) {
      try desk.keepSession(Self.languageKey, language.rawValue)
    } catch {
      problem.withLock { $0 = error }
    }
  }

  private static let languageKey = "language"

  /// What a draft's name begins with, before what tells it from others of its kind.
  private static func beginning(_ kind: String, _ place: String) -> String { "\(kind) \(place) " }

  private static func forms(_ drafts: [Draft], _ place: String) -> [Form.Subject: [String: String]] {
    var forms: [Form.Subject: [String: String]] = [:]
    for draft in drafts {
      guard
        let kind = Form.Subject.kinds.first(where: {
          draft.id.utf8.starts(with: beginning($0, place).utf8)
        }),
        let rest = Substring(draft.id.utf8.dropFirst(beginning(kind, place).utf8.count)) as Substring?,
        let subject = Form.Subject(kind: kind, rest: rest),
        // What another version kept in another way stays on the desk, and is not offered.
        let form = try? JSONDecoder().decode([String: String].self, from: Data(draft.text.utf8))
      else { continue }
      forms[subject] = form
    }
    return forms
  }

  /// Keeps what was filled in, or lets it go. Gives what went wrong, at once: typed text that cannot be
  /// kept must be known to whoever types it.
  func keep(
    _ form: [String: String]?, of subject: Form.Subject, at now: Moment, in language: Language
  ) -> Message? {
    guard let desk else { return problem.withLock { $0 }.map { .failed($0.message(in: language)) } }
    let id = Self.beginning(subject.key.kind, place) + subject.key.rest
    do throws(StoreError) {
      guard let form, let data = try? JSONEncoder().encode(form) else {
        try desk.removeDraft(id)
        return nil
      }
      try desk.keep(Draft(id: id, text: String(decoding: data, as: UTF8.self), moment: now))
      return nil
    } catch {
      problem.withLock { $0 = error }
      return .failed(error.message(in: language))
    }
  }

  /// Keeps her own worklists beside what another of her programs kept meanwhile. Gives what the dashboard is to be
  /// told: the worklists where they came out otherwise, or what went wrong, at once.
  func keep(_ worklists: [OwnWorklist], in language: Language) -> Message? {
    do throws(StoreError) {
      guard let desk else { return problem.withLock { $0 }.map { .failed($0.message(in: language)) } }
      let kept = try desk.keep(worklists, since: known.withLock { $0 })
      known.withLock { $0 = kept }
      return kept == worklists ? nil : .worklists(kept)
    } catch {
      problem.withLock { $0 = error }
      return .failed(error.message(in: language))
    }
  }

  /// Keeps private notes; what is answered is true of the desk. Those whose day is past are deleted as everywhere; what
  /// was given a later day meanwhile is there again.
  func keep(_ changes: [NoteChange], for purpose: NotesPurpose, _ context: Context) -> Message {
    do throws(StoreError) {
      guard let desk else {
        throw problem.withLock { $0 } ?? .notFound(place)
      }
      guard purpose != .expiry else {
        let now = try OwnDesk.notes(on: desk, of: place, context.today)
        return .notesKept(
          .kept(changes.map { NoteChange($0.client, old: $0.old, new: now[$0.client]) }), purpose)
      }
      return .notesKept(.kept(try desk.keep(changes, of: place)), purpose)
    } catch {
      return .notesKept(.failed(error.message(in: context.language)), purpose)
    }
  }

  /// Keeps a sweep, or lets it go. Gives what went wrong, at once.
  func keep(_ sweep: Sweep?, id: String, at now: Moment, in language: Language) -> Message? {
    guard let desk else { return problem.withLock { $0 }.map { .failed($0.message(in: language)) } }
    do throws(StoreError) {
      try desk.keep(sweep, id: id, of: place, at: now)
      return nil
    } catch {
      problem.withLock { $0 = error }
      return .failed(error.message(in: language))
    }
  }

  /// What went wrong with the desk, for after the screen is gone; nil where nothing did.
  func complaint(in language: Language) -> TerminalText? {
    problem.withLock { $0 }.map {
      Speech.say(FailureWords.desk, [TerminalText(data: $0.message(in: language))], in: language)
    }
  }
}
