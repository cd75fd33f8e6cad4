import CaseloadCore

/// The teams and coaches of the invented department: ten coaches a team, with caseloads from small to far too
/// large, 120 on average.
struct InventedTeams: Sendable {
  let seed: UInt64

  /// The caseloads of the ten coaches of a team; 1,200 together.
  private static let caseloads = [118, 96, 134, 110, 128, 104, 141, 121, 123, 125]
  private static let inTeam = caseloads.reduce(0, +)
  private static let areas = ["Noord", "Oost", "Zuid", "West", "Centrum", "Haven"]

  /// The coach (counted from 0) who has the client of a place.
  func coach(of place: Int) -> Int {
    var rest = place % Self.inTeam
    for (coach, count) in Self.caseloads.enumerated() {
      rest -= count
      if rest < 0 { return place / Self.inTeam * Self.caseloads.count + coach }
    }
    return place / Self.inTeam * Self.caseloads.count
  }

  /// How many coaches so many clients have.
  func coaches(of clients: Int) -> Int { clients < 1 ? 0 : coach(of: clients - 1) + 1 }

  /// How many teams these are.
  func teams(of clients: Int) -> Int { (clients + Self.inTeam - 1) / Self.inTeam }

  /// The name of a coach. Two coaches never have the same: each step of a stride without a common divisor
  /// lands on a pair that was not taken yet.
  func name(ofCoach coach: Int) -> String {
    let families = Self.families.count
    let pairs = Self.letters.count * families
    let place = (coach &* 1_987 &+ Int(seed % 1_000)) % pairs
    let round = coach / pairs
    let name = Self.letters[place / families] + ". " + Self.families[place % families]
    return round == 0 ? name : name + " (\(round + 1))"
  }

  /// The name of a team; `coach` is one of its coaches.
  func team(ofCoach coach: Int) -> String {
    let team = coach / Self.caseloads.count
    return Self.areas[team % Self.areas.count] + " \(team / Self.areas.count + 1)"
  }

  private static let letters = "ABCDEFGHIJKLMNOPRSTVWYZ".map(String.init)
  private static let families = [
    "Aalbers", "Akkerman", "Arends", "Bouwman", "Brouwer", "Çakır", "Claassen", "Degirmenci", "Doornbos",
    "Drost", "El Fassi", "Engels", "Faber", "Feenstra", "Goossens", "Haverkamp", "Hofman", "Hussein",
    "Jaspers",
    "Jonker", "Kamphuis", "Kanhai", "Klaver", "Kloosterman", "Lammers", "Loonstra", "Maas", "Meijerink",
    "Nieuwenhuis", "Okafor", "Oosterveld", "Pinedo", "Prins", "Ramlal", "Reinders", "Rietveld", "Ruiter",
    "Schipper", "Snijders", "Terpstra", "Tuinstra", "Uyterlinde", "Veldkamp", "Verhage", "Wagenaar",
    "Westerhof", "Yıldırım", "Zandstra", "de Bruin", "de Haan", "van Aalst", "van der Zee", "van Es",
  ]
}
