import CaseloadCore
import Cells

/// An entry of a form in which one of several things is chosen: by arrows, by letters, by its place.
extension ScreenState {
  /// Takes another choice of the entry that has the keys, round and round.
  mutating func stepChoice(by step: Int) {
    guard let form, let choices = focused(form)?.choices, !choices.isEmpty else { return }
    let place = choices.firstIndex { $0.code == form.code(form.focus) } ?? 0
    choose(choices[((place + step) % choices.count + choices.count) % choices.count])
  }

  /// A letter where a choice is made: the choice that begins with what was typed so far; the same letter again goes to
  /// the next that begins with it. What begins no choice chooses none, and says so.
  mutating func choose(letter: Unicode.Scalar) {
    guard let form, let choices = focused(form)?.choices, !choices.isEmpty else { return }
    if letter == " ", form.typedChoice.isEmpty { return stepChoice(by: 1) }
    let typed = form.typedChoice + String(letter)
    func begins(_ choice: FormChoice, _ text: String) -> Bool {
      guard let name = choice.labels.first else { return false }
      return Folding.fold(name.text(in: context.language)).utf8.starts(with: Folding.fold(text).utf8)
    }
    let now = choices.firstIndex { $0.code == form.code(form.focus) } ?? 0
    let letters = Set(typed.unicodeScalars)
    // From the one behind the chosen one on, round; with more letters the chosen one may go on being meant.
    let order = (letters.count == 1 ? 1...choices.count : 0...(choices.count - 1)).map {
      (now + $0) % choices.count
    }
    var found = order.first { begins(choices[$0], typed) }
    if found == nil, letters.count == 1 { found = order.first { begins(choices[$0], String(letter)) } }
    guard let found else {
      change { form in
        form.typedChoice = typed
        form.refusal = EntryRefusal(FormWords.noSuchChoice, [typed])
      }
      return
    }
    choose(choices[found])
    change { $0.typedChoice = typed }
  }

  /// Takes back what was typed at a choice; what is chosen stays.
  mutating func forgetTypedChoice() {
    change { form in
      form.typedChoice = ""
      form.refusal = nil
    }
  }

  /// Takes a choice by its place, 0 the first.
  mutating func chooseEntry(place: Int) {
    guard let form, let choices = focused(form)?.choices, choices.indices.contains(place) else { return }
    choose(choices[place])
  }

  private mutating func choose(_ choice: FormChoice) {
    guard let form, form.step != .saving else { return }
    let sheet = sheet(form)
    change { form in
      form.codes[form.focus] = choice.code
      form.typedChoice = ""
      sheet.chosen(form.focus, &form)
      form.refusal = nil
      form.step = .filling
    }
  }
}
