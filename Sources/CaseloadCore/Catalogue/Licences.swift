extension Kind {
  /// Driving licence categories and what each gives besides itself (product.md, "The catalogue"; Directive
  /// 2006/126/EC art. 6(2) and Reglement rijbewijzen art. 15): BE→B, C1→B, C→C1→B, C1E→C1 and BE, CE→C and C1E,
  /// D1→B, D→D1, D1E→D1 and BE, DE→D and D1E, A→A2→A1, every category→AM; B+→B; T stands alone.
  static let licence: Kind = {
    let codes = [
      "none", "AM", "A1", "A2", "A", "B", "B+", "BE", "C1", "C1E", "C", "CE", "D1", "D1E", "D", "DE", "T",
    ]
    let list = codes.map { code in
      Choice(
        code, Phrase("choice.licence.\(code)", code),
        synonyms: code == "none" ? ["geen", "geen rijbewijs"] : code == "AM" ? ["bromfiets"] : [],
        isNone: code == "none")
    }
    var pairs: [(String, [String])] = [
      ("BE", ["B"]), ("B+", ["B"]), ("C1", ["B"]), ("C", ["C1"]), ("C1E", ["C1", "BE"]),
      ("CE", ["C", "C1E"]), ("D1", ["B"]), ("D", ["D1"]), ("D1E", ["D1", "BE"]), ("DE", ["D", "D1E"]),
      ("A", ["A2"]), ("A2", ["A1"]),
    ]
    for code in codes where !["none", "AM", "T"].contains(code) { pairs.append((code, ["AM"])) }
    return .choices(list, implies: closure(codes, pairs))
  }()
}
