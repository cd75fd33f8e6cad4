import CaseloadCore

/// One client's own answers, as a questionnaire has them.
public struct ClientAnswers: Sendable {
  /// The line of the file in which they begin.
  public let line: Int
  /// Her number in the store, and the register's key: one of the two at least.
  public let number: ClientNumber?
  public let key: RegisterKey?
  /// The day on which she answered.
  public let day: Day
  /// What she answered, in the order of `AnswersImport.fields`; a question that she left open is empty.
  public let values: [Value]
}

/// Reads a file of clients' own answers row by row, with the same rules for columns and cells as a register's export.
///
/// A row without a client, or without a day that has come, is refused and stands in the file of refused rows. Whether
/// there is such a client only the caller knows (`refuseLast`).
public final class AnswersImport: RowImport {
  /// The fields that every row has a value for.
  public let fields: [FieldID]
  /// Its rows.
  public let rows: RowTally
  /// The mapping that is used.
  public let mapping: Mapping

  private let reader: any RowSource
  private let plan: ColumnPlan
  private var readings: [FieldReading]
  private let fallback: Day?
  private let today: Day
  private let empty: EmptySpellings

  /// Prepares an import of the rows behind the reader's header, which is read here. Without a mapping the form is
  /// recognised by its header, or else columns are found by the catalogue's names. `day` is that of rows that say
  /// none. `refusedFor` is the file beside which refused rows are written, with reasons in `language`; nil writes
  /// none.
  public init(
    _ reader: any RowSource, mapping given: Mapping? = nil, catalogue: Catalogue = .standard,
    day fallback: Day?, today: Day, refusedFor path: String? = nil, language: Language = .english
  ) throws(ExchangeError) {
    let header = try reader.readHeader()
    let first = reader.readsRefusedFile ? 1 : 0
    let found = if let given { given } else { try ShippedMappings.recognisedForm(header) ?? Mapping() }
    let mapping = AnswerColumns.adapted(found.adapted(to: reader))
    plan = try ColumnPlan(
      header: header, mapping: mapping, catalogue: catalogue, first: first, purpose: .answers)
    guard plan.answered != nil || fallback != nil else { throw .noAnsweredDay }
    self.reader = reader
    self.mapping = mapping
    self.fallback = fallback
    self.today = today
    empty = EmptySpellings(mapping)
    readings = plan.outputs.map { FieldReading($0, mapping, drawn: today) }
    fields = plan.outputs.map(\.field.id)
    rows = RowTally(
      reader, header: header, first: first, mapping: mapping,
      columns: plan.outputs.flatMap { output in
        output.columns.map { ($0.index, .init(header: $0.header, field: output.field.id)) }
      }, unused: plan.unused, refusedFor: path, language: language)
  }

  /// The next row, or nil at the file's end.
  public func next() throws(ExchangeError) -> ImportStep<ClientAnswers>? {
    try rows.next { () throws(RowProblem) in try row() }
  }

  private func row() throws(RowProblem) -> ClientAnswers {
    let number = try number()
    var key: RegisterKey?
    do throws(RowProblem) {
      key = try plan.key(of: reader) { empty.contains($0) || SheetError.isOne($0) }
    } catch {
      // Her number is enough where the key is left open, but not where it cannot be read.
      guard case .noKey = error else { throw error }
    }
    guard number != nil || key != nil else { throw .other(Sentence(AnswerWords.noClient)) }
    let day = try day()
    var values: [Value] = []
    values.reserveCapacity(readings.count)
    for place in readings.indices {
      var value = try readings[place].value(reader, rows.countNotUnderstood).value
      value.source = .questionnaire
      value.day = day
      values.append(value)
    }
    return ClientAnswers(line: reader.line, number: number, key: key, day: day, values: values)
  }

  private func number() throws(RowProblem) -> ClientNumber? {
    guard let column = plan.number else { return nil }
    let text = try reader.text(column).trimmed
    guard !empty.contains(text) else { return nil }
    guard let number = Int32(text), number > 0 else {
      throw .other(Sentence(AnswerWords.noNumber, String(column + 1)))
    }
    return ClientNumber(number)
  }

  private func day() throws(RowProblem) -> Day {
    var day = fallback
    if let column = plan.answered {
      let text = try reader.text(column).trimmed
      if !empty.contains(text) {
        guard let days = DateForm.days(text, mapping.dates), days.lowerBound == days.upperBound else {
          throw .other(Sentence(AnswerWords.dayUnread, String(column + 1)))
        }
        day = days.lowerBound
      }
    }
    guard let day else { throw .other(Sentence(AnswerWords.noAnsweredDay)) }
    guard day <= today else { throw .other(Sentence(AnswerWords.dayToCome)) }
    return day
  }
}
