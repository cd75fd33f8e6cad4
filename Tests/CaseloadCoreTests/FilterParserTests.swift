import CaseloadCore
import Testing

@Suite struct FilterParserTests {
  static func parse(_ text: String) throws -> Filter { try FilterParser.parse(text) }
  static func error(_ text: String, _ language: Language = .english) -> FilterError? {
    do throws(FilterError) {
      _ = try FilterParser.parse(text, language: language)
      return nil
    } catch { return error }
  }

  @Test func `the examples of the language are read`() throws {
    let months3 = Period(months: 3)
    let examples: [(String, Filter)] = [
      ("", .all), ("  ", .all),
      ("seen>3m", .test("seen", .days([.period(.greater, months3)]))),
      ("seen:never", .test("seen", .never)),
      ("cv>12m", .test("cv", .days([.period(.greater, Period(months: 12))]))),
      ("missing:cv", .state(.missing, "cv")), ("has:plan", .state(.has, "plan")),
      ("empty:skills", .state(.empty, "skills")), ("unknown:licence", .state(.unknown, "licence")),
      ("@forgotten", .worklist("forgotten")), ("-@job-ready", .not(.worklist("job-ready"))),
      ("licence:B", .test("licence", .choices([.one("B")]))),
      ("licence:B+", .test("licence", .choices([.one("B+")]))),
      ("education<=mbo2", .test("education", .choices([.upTo("mbo2")]))),
      ("age:27..35", .test("age", .numbers([27...35]))),
      ("age:..35", .test("age", .numbers([Int.min...35]))),
      ("age>=35", .test("age", .numbers([35...Int.max]))),
      ("track:work,development", .test("track", .choices([.one("work"), .one("development")]))),
      ("hours>=24", .test("hours", .numbers([24...Int.max]))),
      ("sector:logistics", .test("sector", .choices([.one("logistics")]))),
      (
        "experience(driver >2y)",
        .test(
          "experience",
          .experience(
            ExperienceTest(words: ["driver"], lengths: [.init(.greater, Period(months: 24))])))
      ),
      (
        "(missing:cv or missing:plan) district:noord",
        .and([
          .or([.state(.missing, "cv"), .state(.missing, "plan")]), .test("district", .texts(["noord"])),
        ])
      ),
      ("name:\"de vries\"", .test("name", .texts(["de vries"]))), ("bakker", .word("bakker")),
      ("note:forklift", .note("forklift")),
      ("not a or b c", .or([.not(.word("a")), .and([.word("b"), .word("c")])])),
      ("cv:2026-02", .test("cv", .days([.dates(from: Day(iso: "2026-02-01"), to: Day(iso: "2026-02-28"))]))),
      ("cv>2026", .test("cv", .days([.dates(from: Day(iso: "2027-01-01"), to: nil)]))),
      ("cv<1y6m", .test("cv", .days([.period(.less, Period(months: 18))]))),
      ("plan-review<=today", .test("plan-review", .days([.today(.lessOrEqual)]))),
      ("rijbewijs:geen", .test("licence", .choices([.one("none")]))),
      ("opl>=mbo3", .test("education", .choices([.from("mbo3")]))),
      ("track!=care", .not(.test("track", .choices([.one("care")])))),
      ("coach:\"De Vries\"", .test("coach", .texts(["De Vries"]))),
      ("district:=noord", .test("district", .exactly(["noord"]))),
    ]
    for (text, filter) in examples { #expect(try Self.parse(text) == filter, "\(text)") }
  }

  @Test func `errors point and suggest`() {
    let error = Self.error("missing:cv educaton<=mbo2")
    #expect(error?.message == "no field \"educaton\"; did you mean education?")
    #expect(error?.range == 11..<19)
    #expect(error?.suggestion == "education")
    #expect(Self.error("educaton<=mbo2", .dutch)?.message == "geen veld \"educaton\"; bedoelde u education?")
    #expect(Self.error("Łódź:x licence:Q")?.range == 0..<4)
    #expect(Self.error("@forgoten")?.suggestion == "@forgotten")
    #expect(Self.error("track:developmnt")?.suggestion == "development")
    for text in [
      "age:35..27", "age:x", "cv>12", "cv>3x", "licence>=B", "track<work", "phone:06", "seen-by:jan", "(a",
      "a)",
      "()", "\"open", "a or", "or a", "not", "experience()", "education:", "@", "age>1,2", "missing>cv",
      "name:a\"b\"", "age:99999999999", "cv:2026-13", "cv:99999y", ":", "<3",
    ] { #expect(Self.error(text) != nil, "\(text)") }
  }

  @Test func `a number too long or a text too deep is refused, not a crash`() {
    #expect(Self.error(String(repeating: "(", count: 100_000)) != nil)
    #expect(Self.error(String(repeating: "(", count: 3_000)) != nil)
    #expect(Self.error(String(repeating: "-", count: 3_000) + "a") != nil)
    #expect(Self.error(String(repeating: "a ", count: 5_000)) != nil)
  }

  @Test func `rings of worklists are refused`() {
    let ring = [
      Worklist(saved: "a", label: "a", filter: .worklist("b")),
      Worklist(saved: "b", label: "b", filter: .not(.worklist("a"))),
      Worklist(saved: "c", label: "c", filter: .or([.worklist("d"), .worklist("d")])),
      Worklist(saved: "d", label: "d", filter: .state(.missing, "cv")),
    ]
    #expect(throws: FilterError.self) { try FilterParser.parse("@a", worklists: ring) }
    #expect(throws: Never.self) { try FilterParser.parse("@c @d", worklists: ring) }
  }

  @Test func `what is printed is read back`() throws {
    var filters = Filters(seed: 11)
    for _ in 0..<3_000 {
      let filter = filters.filter()
      let text = filter.printed()
      do {
        let again = try FilterParser.parse(text, worklists: Filters.worklists)
        #expect(again.flattened == filter.flattened, "seed 11: \(text)")
        #expect(again.printed() == text)
      } catch { Issue.record("seed 11: \(text): \(error)") }
    }
  }

  @Test func `any text is read or refused`() {
    var random = Seeded(5)
    let pieces = [
      "(", ")", "-", "not ", " or ", "and", "@", "@forgotten", ":", "=", ":=", "!=", "<", "<=", ">", "..",
      ",", "\"",
      "\\", "seen", "cv", "age", "licence", "education", "experience(", "3m", "2026-02", "never", "mbo2",
      "B+",
      "\u{301}", "\u{202E}", "\u{0}", "👩‍👧", "ß", "missing", "note", "9999999999", "-1", " ", "\n", "sector:",
      "today",
    ]
    for _ in 0..<5_000 {
      let text = random.few(pieces, 12).joined()
      let typing = FilterParser.parseTyping(text)
      #expect((typing.filter == nil) == (typing.error != nil), "\(text)")
      do throws(FilterError) {
        let filter = try FilterParser.parse(text)
        let printed = filter.printed()
        #expect((try? FilterParser.parse(printed)) != nil, "\(text) printed as \(printed)")
      } catch {
        #expect(error.range.upperBound <= text.unicodeScalars.count + 1, "\(text)")
        #expect(!error.message.isEmpty)
      }
    }
  }

  @Test func `an unfinished last term does not filter`() {
    func typing(_ text: String) -> Typing { FilterParser.parseTyping(text) }
    let cv = Filter.state(.missing, "cv")
    for text in [
      "missing:cv edu<", "missing:cv education<=", "missing:cv education<=mb", "missing:cv cv>1",
      "missing:cv @",
      "missing:cv -", "missing:cv or", "missing:cv name:\"de", "missing:cv (", "missing:cv track:work,",
      "missing:cv seen:ne", "missing:cv cv:2026-0",
    ] {
      #expect(typing(text).filter == cv, "\(text)")
      #expect(typing(text).unfinished, "\(text)")
      #expect(typing(text).error == nil, "\(text)")
    }
    #expect(
      typing("missing:cv educ")
        == Typing(
          filter: cv, unfinished: true, error: nil, word: "educ", asName: .and([cv, .word("educ")])))
    #expect(typing("missing:cv bakker").filter == .and([cv, .word("bakker")]))
    #expect(!typing("missing:cv educ ").unfinished)
    #expect(typing("educaton<=mbo2").error?.suggestion == "education")
    #expect(typing("(missing:cv").filter == cv)
  }

  @Test func `completion offers what fits`() {
    func texts(_ text: String) -> [String] {
      Completion.candidates(for: text, cursor: text.unicodeScalars.count).map(\.text)
    }
    #expect(texts("educ").contains("education:"))
    #expect(texts("-mis") == ["missing:"])
    #expect(texts("a (@for") == ["@forgotten"])
    #expect(texts("track:work,dev") == ["development"])
    #expect(texts("missing:edu") == ["education", "education-field"])
    #expect(texts("seen-b").isEmpty)
    // What is typed whole comes first; before what only another name of it begins so.
    #expect(texts("licence:B").first == "B")
    #expect(texts("licence:b").first == "B" && texts("licence:b").contains("AM"))
    #expect(texts("next").first == "next:" && texts("missing:cv").first == "cv")
    let occurring = { (field: FieldID) in field == "district" ? ["Noord", "De Pijp", "Zuid"] : ["no"] }
    func values(_ text: String) -> [String] {
      Completion.candidates(for: text, cursor: text.unicodeScalars.count, values: occurring).map(\.text)
    }
    #expect(values("district:n") == ["Noord"])
    #expect(values("district:=Noord,\"de") == ["\"De Pijp\""])
    #expect(values("district:").count == 3)
    #expect(values("track:no").isEmpty, "a choice field has its choices only")
    let candidate = Completion.candidates(for: "x @forg y", cursor: 7).first
    #expect(candidate?.replaces == 2..<7)
    #expect(candidate?.definition.contains("more than 3 months") == true)
    for cursor in -2...20 { _ = Completion.candidates(for: "(a:b,\"c", cursor: cursor) }
  }
}

extension Filter {
  /// Conjunctions in conjunctions made one: the language has no words for the difference.
  var flattened: Filter {
    switch self {
    case .not(let inner): .not(inner.flattened)
    case .and(let parts): .and(parts.map(\.flattened))
    case .or(let parts): .or(parts.map(\.flattened))
    default: self
    }
  }
}
