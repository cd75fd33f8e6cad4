import CaseloadCore
import Cells

/// What an entry of the contact form can be, where it is chosen and not typed.
struct EntryChoices {
  let labels: [Phrase]
  let chosen: Int
}

extension ContactForm {
  /// The choices of an entry; nil where it is typed.
  func choices(_ entry: Entry) -> EntryChoices? {
    func choices<Choice: Equatable>(_ all: [Choice], _ now: Choice, _ label: (Choice) -> Phrase)
      -> EntryChoices
    {
      EntryChoices(labels: all.map(label), chosen: all.firstIndex(of: now) ?? 0)
    }
    switch entry {
    case .kind: return choices(Registration.kinds, kind) { $0.label }
    case .channel: return choices(channels, channel) { $0.label }
    case .failure: return choices(AttemptFailure.allCases, failure) { $0.label }
    case .agreedBy: return choices([WaitingOn.client, .us], agreedBy) { $0.label }
    case .heard: return choices(Heard.allCases, heard) { $0.label }
    case .initiative: return choices(Initiative.allCases, initiative) { $0.label }
    case .answers: return choices([true, false], answers) { $0 ? ContactWords.yes : ContactWords.no }
    default: return nil
    }
  }

  /// The channels of this kind.
  private var channels: [Channel] { Registration.channels(of: kind) }

  /// Chooses by place.
  mutating func choose(_ entry: Entry, _ place: Int) {
    switch entry {
    case .kind: become(Registration.kinds[place])
    case .channel:
      channel = channels[place]
      if kind == .messageOut || kind == .messageIn { wroteBy = channel } else { talkedBy = channel }
    case .failure: failure = AttemptFailure.allCases[place]
    case .agreedBy: agreedBy = [.client, .us][place]
    case .heard: heard = Heard.allCases[place]
    case .initiative: initiative = Initiative.allCases[place]
    case .answers: answers = place == 0
    default: return
    }
    step = .filling
  }

  /// Another kind of contact, by the road that was chosen for such a kind.
  mutating func become(_ kind: ContactKind) {
    self.kind = kind
    channel = kind == .messageOut || kind == .messageIn ? wroteBy : talkedBy
  }

  /// One choice on or back, round and round.
  mutating func step(_ entry: Entry, by step: Int) {
    guard let choices = choices(entry), !choices.labels.isEmpty else { return }
    let count = choices.labels.count
    choose(entry, ((choices.chosen + step) % count + count) % count)
  }

  /// The next choice that begins with a letter, in the reader's language.
  mutating func choose(_ entry: Entry, letter: Unicode.Scalar, _ language: Language) {
    guard let choices = choices(entry) else { return }
    let wanted = Folding.fold(String(letter))
    guard !wanted.isEmpty else { return }
    let count = choices.labels.count
    for offset in 1...count {
      let place = (choices.chosen + offset) % count
      if Folding.fold(choices.labels[place].text(in: language)).utf8.starts(with: wanted.utf8) {
        return choose(entry, place)
      }
    }
  }
}
