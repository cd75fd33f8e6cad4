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
  /// Where she was last time.
  let session: Session
  /// The language she switched to last, in whichever store; nil where she never did.
  let language: Language?
  /// Her own worklists.
  let worklists: [OwnWorklist]
  private let problem: Mutex<StoreError?>
  /// Her own worklists as this program last kept or read them: what others kept since is told by it.
  private let known: Mutex<[OwnWorklist]>

  /// Reads the session of a store from the desk.
  init(path: String, store: String) {
    name = "session " + URL(fileURLWithPath: store).standardizedFileURL.path
    do throws(StoreError) {
      let desk = try Desk.open(path)
      let text = try desk.session(name)
      let word = try desk.session(Self.languageKey)
      let lists = try desk.worklists()
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

  /// What went wrong with the desk, for after the screen is gone; nil where nothing did.
  func complaint(in language: Language) -> TerminalText? {
    problem.withLock { $0 }.map {
      Speech.say(FailureWords.desk, [TerminalText(data: $0.message(in: language))], in: language)
    }
  }
}
