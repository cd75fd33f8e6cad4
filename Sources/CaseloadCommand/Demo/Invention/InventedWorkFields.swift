import CaseloadCore

extension InventedFields {
  /// What vacancies ask for.
  func work(_ field: Field, _ draw: inout Draw) -> Content? {
    switch field.id {
    case "education": return education(field, &draw)
    case "education-field":
      return .text(sectorName(draw.percent(60) ? life.work.sector : draw.one(InventedWork.all).sector))
    case "diploma": return yesNo(field, life.culture.learnsDutch ? 44 : 78, &draw)
    case "experience": return experience(&draw)
    case "licence": return licence(field, &draw)
    case "licence-until":
      return draw.percent(40) ? .day(today.adding(days: draw.within(-60...3_400))) : nil
    case "licence-foreign": return life.culture.learnsDutch ? yesNo(field, 22, &draw) : nil
    case "transport":
      let means = ["car", "moped", "bicycle", "public"]
      let has = zip(means, [30, 7, 68, 62]).filter { draw.percent($0.1) }.map(\.0)
      return set(field, has.isEmpty ? ["none"] : has)
    case "hours":
      let most = [16, 20, 24, 28, 32, 36, 40][draw.weighed([8, 10, 22, 12, 22, 14, 12])]
      return .span(max(8, most - 4 * draw.low(0...4))...most)
    case "irregular": return yesNo(field, life.children > 0 ? 22 : 48, &draw)
    case "office-hours": return yesNo(field, life.children > 0 ? 52 : 9, &draw)
    case "available": return .day(today.adding(days: draw.within(-120...60)))
    case "travel": return .span(0...[5, 8, 10, 15, 20, 30, 50][draw.weighed([14, 12, 24, 20, 14, 12, 4])])
    case "travel-time": return .span(0...[15, 20, 30, 45, 60, 75][draw.weighed([6, 8, 30, 30, 20, 6])])
    case "heavy": return yesNo(field, life.age > 50 ? 24 : 56, &draw)
    case "skills": return .words(skills(&draw), complete: false)
    case "wants":
      let first = draw.percent(62) ? life.work : draw.one(InventedWork.all)
      let second = draw.percent(30) ? [draw.one(InventedWork.all)] : []
      return .words(unique(([first] + second).map { say($0.name) }), complete: false)
    case "sector":
      return set(
        field, draw.percent(70) ? [life.work.sector] : [life.work.sector, draw.one(InventedWork.all).sector])
    case "contract":
      return set(field, ["permanent", "temporary", "agency", "trial"].filter { _ in draw.percent(42) })
    default: return nil
    }
  }

  private func education(_ field: Field, _ draw: inout Draw) -> Content? {
    // "MBO" without a level is what it may be.
    if draw.percent(7) {
      var set = ChoiceSet()
      for code in ["mbo1", "mbo2", "mbo3", "mbo4"] {
        if let place = field.place(of: code) { set.insert(ChoiceSet(place: place)) }
      }
      return .oneOf(set)
    }
    let codes = ["none", "primary", "vmbo", "mbo1", "mbo2", "mbo3", "mbo4", "havo", "vwo", "hbo", "wo"]
    let weights =
      life.culture.learnsDutch
      ? [9, 24, 10, 5, 12, 8, 10, 6, 3, 8, 5] : [2, 12, 24, 6, 19, 11, 12, 5, 2, 5, 2]
    return code(field, codes[draw.weighed(weights)])
  }

  /// What she did, the latest first, one after another backwards from some time before the benefit.
  private func experience(_ draw: inout Draw) -> Content? {
    guard !life.works.isEmpty else { return .experience([], complete: true) }
    var end = life.benefit.adding(days: -draw.low(0...900))
    let grown = life.birth.adding(months: 12 * 17)
    var stretches: [Experience] = []
    for work in life.works {
      let months = 3 + draw.low(0...150)
      let start = end.adding(months: -months)
      guard start > grown else { break }
      let sector: String? = draw.percent(70) ? work.sector : nil
      stretches.append(
        draw.percent(45)
          ? Experience(occupation: say(work.name), sector: sector, from: start, to: end)
          : Experience(occupation: say(work.name), sector: sector, months: months))
      end = start.adding(days: -draw.below(700))
    }
    return stretches.isEmpty ? nil : .experience(stretches, complete: draw.percent(25))
  }

  private func licence(_ field: Field, _ draw: inout Draw) -> Content? {
    if life.works.contains(where: \.drives), draw.percent(75) {
      return set(field, draw.percent(35) ? ["B", "C", "CE"] : ["B"])
    }
    switch draw.below(100) {
    case 0..<44: return set(field, ["none"])
    case 44..<52: return set(field, ["AM"])
    case 52..<92: return set(field, ["B"])
    case 92..<96: return set(field, ["B", "BE"])
    case 96..<98: return set(field, ["A", "B"])
    default: return set(field, ["B", "C"])
    }
  }

  private func skills(_ draw: inout Draw) -> [String] {
    var skills = life.works.flatMap(\.skills).filter { _ in draw.percent(70) }
    skills.append(draw.one(InventedWork.general))
    if draw.percent(40) { skills.append(draw.one(InventedWork.general)) }
    return unique(skills.map(say))
  }

  private func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }

  private func sectorName(_ code: String) -> String {
    sectors.first { $0.code == code }.map { say($0.label) } ?? code
  }
}
