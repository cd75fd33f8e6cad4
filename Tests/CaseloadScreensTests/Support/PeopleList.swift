import CaseloadCore

extension People {
  private static func name(_ family: String, _ given: String, _ prefix: String = "") -> PersonName {
    PersonName(family: family, prefix: prefix, given: given)
  }

  /// Everybody. Among them: never seen, unconfirmed, no history, paused, a wide name, a hostile name, a partial
  /// birth date, and people whose names begin with letters that sort by folding.
  static let all: [Person] = [
    Person(
      number: 1, name: name("Bakker", "Fatima"), born: "1992-03-04", gender: "woman", seen: "2026-07-09",
      more: [
        "education": choice("education", "mbo2"), "licence": choice("licence", "B"),
        "hours": .span(16...24), "speaks": choice("speaks", "B1"), "writes": choice("writes", "A2"),
        "experience": .experience([Experience(occupation: "cleaning", months: 72)], complete: true),
        "wants": .words(["logistics", "care"], complete: true), "plan": .day(day("2026-03-03")),
        "plan-review": .day(day("2026-12-03")), "frequency": .exactly(6),
        "physical": choice("physical", "yes"), "mental": choice("mental", "no"),
        "workshops": .words(["forklift"], complete: true),
      ]),
    Person(
      number: 2, name: name("Berg", "Jan", "van den"), born: "1975-01-30", gender: "man", seen: "2026-08-01",
      next: "2026-11-28",
      more: [
        "education": choice("education", "vmbo"), "licence": choice("licence", "CE"),
        "cv": .day(day("2026-05-01")), "plan": .day(day("2025-02-01")),
      ]),
    Person(
      number: 3, name: name("Çelik", "Aylin"), born: "1997-06-11", gender: "woman", intake: "2026-06-02"),
    Person(
      number: 4, name: name("Dijk", "Ruud", "van"), born: "1982-10-10", gender: "man", seen: "2026-08-19",
      channel: .inPerson, by: "A. Bos",
      more: ["education": choice("education", "mbo1", "mbo2", "mbo3", "mbo4")]),
    Person(
      number: 5, name: name("Nowak", "Łukasz"), born: "1988-02-02", gender: "man", seen: "2026-06-12",
      next: "2026-12-02", more: ["cv": .day(day("2026-09-01"))], states: ["licence": .notKnown]),
    Person(
      number: 6, name: name("Öztürk", "Şahin"), born: "2000-04-20", gender: "man", seen: nil,
      unconfirmed: "2026-09-30", states: ["heavy": .declined]),
    Person(
      number: 7, name: name("Nguyễn", "Thị Hoa"), born: "1979-08-15", gender: "woman", seen: "2026-04-20",
      more: ["cv": .day(day("2025-01-15")), "education": choice("education", "hbo")]),
    Person(number: 8, name: name("山田", "花子"), born: "1990-12-01", gender: "woman", seen: "2026-11-10"),
    Person(
      number: 9, name: name("\u{1B}[31mEvil\u{202E}", "Eve\n"), born: "1985-05-05", gender: "other",
      seen: "2026-11-21"),
    Person(
      number: 10, name: name("Smit", "Kees"), born: "1961-09-09", gender: "man", seen: nil, history: nil,
      intake: "2025-02-01"),
    Person(
      number: 11, name: name("Visser", "Anna", "de"), born: "1993-07-07", gender: "woman", seen: "2026-10-01",
      next: "2027-01-04",
      more: ["education": choice("education", "mbo4"), "licence": choice("licence", "none")],
      states: ["cv": .waived]),
    Person(
      number: 12, name: name("Janssen", "Piet"), born: "1970-11-21", gender: "man", seen: "2026-11-01",
      more: [
        "status": choice("status", "paused"), "return": .day(day("2026-12-15")),
        "education": choice("education", "primary"),
      ]),
    Person(
      number: 13, name: name("Haddad", "Samira"), born: "1995-03-19", gender: "woman", seen: "2026-09-15",
      channel: .video, more: ["education": choice("education", "wo"), "licence": choice("licence", "B")]),
    Person(number: 14, name: name("Mulder", "Tom"), born: "2004-01-02", gender: "man", seen: "2026-10-20"),
    Person(
      number: 15, name: name("Kaya", "Emre"), born: "1999-09-30", gender: "man", seen: "2026-11-19",
      more: ["job-ready": choice("job-ready", "yes"), "cv": .day(day("2026-11-19"))]),
    Person(
      number: 16, name: name("Peters", "Willemijn"), born: "1966-02-28", gender: "woman", seen: "2026-08-20"),
    Person(number: 17, name: name("Bos", "Ali"), born: "1987-12-12", gender: "man", seen: "2026-08-21"),
    Person(
      number: 18, name: name("Vermeulen-van Oosterhout tot Wijngaarden", "Maximiliaan"), born: "1972-04-04",
      gender: "man", seen: "2026-11-03"),
    Person(number: 19, name: name("Đặng", "Văn"), born: "1984-06-06", gender: "man", seen: "2026-07-30"),
    Person(
      number: 20, name: name("Yılmaz", "Elif"), born: "", gender: "woman", seen: "2026-10-05",
      more: ["birth": .days(day("1990-01-01")...day("1990-12-31"))]),
    Person(
      number: 21, name: name("Groot", "Lies", "de"), born: "1991-10-01", gender: "woman", seen: "2026-11-12"),
  ]
}
