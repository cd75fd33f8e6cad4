import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// Where a client lives whose address is secret is marked, in the list, beside it and on the telephone.
@Suite struct SecretAddressTests {
  /// Two clients of two districts; of the first the address is secret, or may be.
  private func player(_ secret: Content) -> Player {
    var population = Population()
    for person in People.all.prefix(2) {
      var facts = People.facts(person)
      let isFirst = person.number == People.all[0].number
      facts.values["district"] = .recorded(.text(isFirst ? "Noordrand" : "Zuidwijk"), source: .register)
      facts.values["secret"] = .recorded(isFirst ? secret : People.choice("secret", "no"), source: .register)
      population.put(facts)
    }
    var state = ScreenState(
      population: population, context: People.context, scope: CaseloadOwner(),
      size: ScreenState.Size(width: 140, height: 50))
    state.changeView { $0.columns = [ListView.Column(field: "district", width: 20)] }
    return Player(state)
  }

  @Test(arguments: [People.choice("secret", "yes"), People.choice("secret", "yes", "no")])
  func itIsMarkedInTheListAndBesideIt(secret: Content) {
    var player = player(secret)
    player.press("<Home>")
    // Once in the list, once in the characteristics; what may be secret is kept as what is.
    #expect(player.text.components(separatedBy: "secret: Noordrand").count == 3, "\(player.text)")
    #expect(player.text.contains("Zuidwijk") && !player.text.contains("secret: Zuidwijk"))
    player.press("fbakker")
    #expect(player.text.contains("The address is secret"))
  }

  @Test func anAddressThatIsNotSecretIsPlain() {
    var player = player(People.choice("secret", "no"))
    #expect(player.text.contains("Noordrand") && !player.text.contains("secret: Noordrand"))
    player.press("fbakker")
    #expect(!player.text.contains("The address is secret"))
  }
}
