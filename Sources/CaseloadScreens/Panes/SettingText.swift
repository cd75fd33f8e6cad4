import CaseloadCore
import Cells

/// The settings that a definition depends on, with version, day and keeper: nobody has to ask what "3 months"
/// is today, since when, and who said so.
struct SettingText {
  private let speech: Speech
  private var settings: Settings { speech.context.settings }

  init(_ speech: Speech) { self.speech = speech }

  /// Those of a field.
  func lines(of field: FieldID) -> [Said] {
    switch field.text {
    case "seen", "ours": period(settings.forgottenAfter, LegendWords.settingForgotten)
    case "frequency", "track", "next": tracks
    case "cv": period(settings.cvShelfLife, LegendWords.settingCV)
    case "plan", "plan-review": period(settings.planShelfLife, LegendWords.settingPlan)
    case "exemption": period(settings.exemptionNotice, LegendWords.settingNotice)
    case "return": period(settings.longestPause, LegendWords.settingPause)
    case "intake": period(settings.phase, LegendWords.settingPhase)
    default: []
    }
  }

  /// Those of a worklist that is a rule of the core; a worklist that is a filter says its numbers itself.
  func lines(of worklist: Worklist) -> [Said] {
    switch worklist.rule {
    case .filter(.all):
      [Said(speech(LegendWords.settingNorm, TerminalText(settings.caseloadNorm.value)))]
        + since(settings.caseloadNorm)
    case .filter, .unreadable: []
    case .builtIn(let rule):
      switch rule {
      case .forgotten: since(settings.forgottenAfter)
      case .overdue: tracks
      case .new: since(settings.phase)
      case .exemptionEnding: since(settings.exemptionNotice)
      case .planReview: since(settings.planShelfLife)
      case .staleCV: since(settings.cvShelfLife)
      default: []
      }
    }
  }

  private func period(_ setting: Setting<Period>, _ phrase: Phrase) -> [Said] {
    [Said(speech(phrase, speech.period(setting.value)))] + since(setting)
  }

  private var tracks: [Said] {
    let setting = settings.trackFrequency
    let field = Catalogue.standard["track"]
    let parts = Track.allCases.compactMap { track in
      setting.value[track].map { weeks in
        let name = field?.choices.first { $0.code == track.rawValue }.map { speech($0.label) } ?? ""
        return "\(name) \(weeks)" as TerminalText
      }
    }
    return [Said(speech(LegendWords.settingTracks, parts.joined(separator: ", ")))] + since(setting)
  }

  /// "Definition 3, 1 Sep 2026, kept by coaches Noord 2".
  private func since<Value>(_ setting: Setting<Value>) -> [Said] {
    let version = TerminalText(setting.version)
    guard let day = setting.since else { return [Said(speech(LegendWords.builtIn, version), .dim)] }
    var text = speech(LegendWords.definition, version, speech.dayWithYear(day))
    if let keeper = setting.keptBy { text += ", \(speech(LegendWords.keptBy, TerminalText(data: keeper)))" }
    return [Said(text, .dim)]
  }
}

extension Speech {
  /// A day with its year, this year's too: a definition is read years later.
  func dayWithYear(_ day: Day) -> TerminalText {
    var other = context
    other.today = Day.earliest
    return TerminalText(data: DayText.short(day, other))
  }
}
