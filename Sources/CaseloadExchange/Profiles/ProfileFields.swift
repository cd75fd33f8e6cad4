import CaseloadCore

/// The fields of the catalogue that a jobseeker's profile holds (VUM, `Werkzoekende`). What a profile has besides is
/// kept with the client as it came.
enum ProfileFields {
  static let all: [ProfileField] = [
    .text("phone", ["telefoonnummer"], inList: true), .text("email", ["emailadres"], inList: true),
    .text("postcode", ["mobiliteit", "bemiddelingspostcode"]),
    .span("travel", ["mobiliteit", "maximaleReisafstand"]),
    .span("travel-time", ["mobiliteit", "maximaleReistijd"]),
    .yesNo("irregular", ["flexibiliteit", "indicatieOnregelmatigWerkOfPloegendienst"]),
    .day("available", ["flexibiliteit", "datumAanvangBeschikbaarVoorWerk"]),
    .yesNo("office-hours", ["werktijden", "indicatieKantoortijden"], isProtected: true),
    hours, support, contract, transport, education, diploma,
    .words("skills", ["arbeidsmarktkwalificatie", "vakvaardigheid"], ["omschrijving"]),
    .words("wants", ["bemiddelingsberoep"], ["omschrijvingBeroepsnaam", "naamBeroepOngecodeerd"]),
    licence, dutch("speaks", "codeNiveauTaalbeheersingMondeling"),
    dutch("writes", "codeNiveauTaalbeheersingSchriftelijk"), experience,
  ]

  private static func field(_ id: FieldID) -> Field? { Catalogue.standard[id] }

  private static let hours = ProfileField(
    "hours", at: "werktijden.aantalWerkurenPerWeek",
    read: { profile in
      let ends = ["Minimaal", "Maximaal"].compactMap {
        profile["werktijden"]?["aantalWerkurenPerWeek" + $0]?.number
      }
      guard let low = ends.min(), let high = ends.max(), ProfileField.numbers.contains(low),
        ProfileField.numbers.contains(high)
      else { return .nothing }
      return .content(.span(low...high))
    },
    write: { content, profile in
      var ends: ClosedRange<Int>?
      if case .span(let range)? = content { ends = range }
      profile[["werktijden", "aantalWerkurenPerWeekMinimaal"]] = ends.map { .int($0.lowerBound) }
      profile[["werktijden", "aantalWerkurenPerWeekMaximaal"]] = ends.map { .int($0.upperBound) }
    })

  private static let needs = [
    ("indicatieAanpassingWerkomgeving", "adaptation"), ("indicatieBegeleiding", "guidance"),
    ("indicatieWerkvariatie", "variation"),
  ]

  /// Protected: never written.
  private static let support = ProfileField(
    "support", ["eisAanWerk"],
    read: { part in
      let said = needs.map { (part[$0.0]?.number, $0.1) }
      let yes = said.filter { $0.0 == 1 }.map(\.1)
      let isWhole = said.allSatisfy { $0.0 == 1 || $0.0 == 2 }
      if yes.isEmpty {
        return isWhole
          ? .content(.several(ProfileField.set(field("support"), ["none"]), complete: true))
          : .nothing
      }
      return .content(.several(ProfileField.set(field("support"), yes), complete: isWhole))
    })

  private static let agreements = ["02": "apprentice", "04": "trial"]
  private static let contracts = ["B": "temporary", "O": "permanent"]

  private static let contract = ProfileField(
    "contract", ["contractvorm"],
    read: { part in
      let codes = part.items.flatMap { item in
        [
          item["codeTypeArbeidscontract"]?.text.flatMap { contracts[$0] },
          item["codeTypeOvereenkomst"]?.text.flatMap { agreements[$0] },
        ].compactMap { $0 }
      }
      return codes.isEmpty
        ? .nothing : .content(.several(ProfileField.set(field("contract"), codes), complete: false))
    },
    write: { content in
      guard case .several(let set, _) = content else { return nil }
      let codes = Set(set.places.compactMap { place in field("contract")?.choices[place].code })
      var items: [JSONText.Value] = []
      for (name, table) in [
        ("codeTypeArbeidscontract", contracts), ("codeTypeOvereenkomst", agreements),
      ] {
        for (code, choice) in table.sorted(by: { $0.key < $1.key }) where codes.contains(choice) {
          items.append(.object([(key: name, value: .string(code))]))
        }
      }
      return items.isEmpty ? nil : .array(items)
    })

  private static let vehicles = [1: "car", 2: "moped", 3: "bicycle", 4: "motorcycle", 5: "public"]

  private static let transport = ProfileField(
    "transport", ["vervoermiddel"],
    read: { part in
      let codes = part.items.compactMap { $0["codeVervoermiddel"]?.number }
      let known = codes.compactMap { vehicles[$0] }
      if known.isEmpty {
        return codes.isEmpty
          ? .nothing : .notUnderstood(codes.map { String($0) }.joined(separator: ", "))
      }
      return .content(.several(ProfileField.set(field("transport"), known), complete: false))
    },
    write: { content in
      guard case .several(let set, _) = content else { return nil }
      let codes = Set(set.places.compactMap { place in field("transport")?.choices[place].code })
      let items = vehicles.sorted { $0.key < $1.key }.filter { codes.contains($0.value) }
      guard !items.isEmpty else { return nil }
      return .array(items.map { .object([(key: "codeVervoermiddel", value: .int($0.key))]) })
    })

  /// Level 4 is mbo, havo or vwo: what it may be.
  private static let education = ProfileField.code(
    field("education"), ["arbeidsmarktkwalificatie", "codeWerkEnDenkniveauWerkzoekende"],
    [
      1: ["none"], 2: ["primary"], 3: ["vmbo"], 4: ["mbo1", "mbo2", "mbo3", "mbo4", "havo", "vwo"],
      5: ["hbo"],
      6: ["wo"],
    ], nothing: [0, 7])

  /// A diploma of any of the educations; none where each says that there is none.
  private static let diploma = ProfileField(
    "diploma", ["arbeidsmarktkwalificatie", "opleiding"],
    read: { part in
      let said = part.items.map { $0["indicatieDiploma"]?.number }
      if said.contains(1) { return .content(.oneOf(ChoiceSet(place: 0))) }
      return said.isEmpty || !said.allSatisfy { $0 == 2 }
        ? .nothing : .content(.oneOf(ChoiceSet(place: 1)))
    },
    write: { content in
      guard case .oneOf(let set) = content, set.count == 1 else { return nil }
      return .array([
        .object([(key: "indicatieDiploma", value: .int(set.contains(place: 0) ? 1 : 2))])
      ])
    })

  private static let licence = ProfileField(
    "licence", ["arbeidsmarktkwalificatie", "rijbewijs"],
    read: { part in
      let codes = part.items.compactMap { $0["codeSoortRijbewijs"]?.text }
      let set = ProfileField.set(field("licence"), codes)
      if set.isEmpty {
        return codes.isEmpty ? .nothing : .notUnderstood(codes.joined(separator: ", "))
      }
      return .content(.several(set, complete: false))
    },
    write: { content in
      guard case .several(let set, _) = content else { return nil }
      let codes = set.places.compactMap { place in field("licence")?.choices[place].code }
        .filter { ProfileCodes.rijbewijs.holds($0) }
      guard !codes.isEmpty else { return nil }
      return .array(codes.map { .object([(key: "codeSoortRijbewijs", value: .string($0))]) })
    })

  /// The format's own scale and the European one meet nowhere in print, so each step is the widest range it can
  /// honestly mean.
  private static let steps = [
    1: ["none"], 2: ["A1", "A2", "B1"], 3: ["B1", "B2", "C1"], 4: ["C1", "C2"],
  ]

  private static func dutch(_ id: FieldID, _ name: String) -> ProfileField {
    let path = ["arbeidsmarktkwalificatie", "taalbeheersing"]
    let code = ProfileField.code(field(id), [name], steps, nothing: [0, 8])
    @Sendable func isDutch(_ item: JSONText.Value) -> Bool {
      ["nld", "dut", "nl"].contains(item["codeTaal"]?.text?.lowercased() ?? "")
    }
    return ProfileField(
      id, at: path.joined(separator: ".") + "." + name,
      read: { profile in profile[path]?.items.first(where: isDutch).map(code.read) ?? .nothing },
      write: { content, profile in
        var items = profile[path]?.items ?? []
        let place = items.firstIndex(where: isDutch)
        guard place != nil || content != nil else { return }
        var item = place.map { items[$0] } ?? .object([(key: "codeTaal", value: .string("nld"))])
        code.write(content, &item)
        if place == nil, item[name] == nil { return }
        if let place { items[place] = item } else { items.append(item) }
        profile[path] = .array(items)
      })
  }

  private static let experience = ProfileField(
    "experience", ["arbeidsmarktkwalificatie", "werkervaring"],
    read: { part in
      let items = part.items.compactMap { item -> Experience? in
        let work =
          item["beroep"]?["omschrijvingBeroepsnaam"] ?? item["beroep"]?["naamBeroepOngecodeerd"]
        guard let name = work?.text.map({ CellReading.oneLine($0).trimmed }), !name.isEmpty else {
          return nil
        }
        func day(_ name: String) -> Day? { item[name]?.text.flatMap { Day(iso: $0) } }
        return Experience(
          occupation: name, from: day("datumAanvangWerkzaamheden"),
          to: day("datumEindeWerkzaamheden"))
      }
      return items.isEmpty ? .nothing : .content(.experience(items, complete: false))
    },
    write: { content in
      guard case .experience(let items, _) = content, !items.isEmpty else { return nil }
      return .array(
        items.map { item in
          var object = JSONText.Value.object([])
          object[["beroep", "naamBeroepOngecodeerd"]] = .string(item.occupation)
          object["datumAanvangWerkzaamheden"] = item.from.map { .string($0.iso) }
          object["datumEindeWerkzaamheden"] = item.to.map { .string($0.iso) }
          return object
        })
    })
}
