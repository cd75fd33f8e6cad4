import CaseloadCore
import Cells

/// What is done for several clients beside the store: tags on the reader's own desk, and a file with what the list
/// shows of them.
extension BulkSheet {
  /// The notes with the tags that are typed; a word behind a minus is taken away. Who has them so already is left out.
  func tagging(_ form: Form, _ context: Context) throws(FormProblem) -> [NoteChange] {
    let words = form.text(.tags).split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
    func isGone(_ word: String) -> Bool { word.unicodeScalars.first == "-" }
    let added = PrivateNote.tags(in: words.filter { !isGone($0) }.joined(separator: " "))
    let removed = PrivateNote.tags(
      in: words.filter(isGone).map { String(String.UnicodeScalarView($0.unicodeScalars.dropFirst())) }
        .joined(separator: " "))
    guard !added.isEmpty || !removed.isEmpty else { throw FormProblem(.tags, BulkWords.needsTag) }
    let until = context.today.adding(context.settings.privateNoteLife.value)
    return clients.compactMap { client in
      let old = notes[client.record.number]
      let new = (old ?? PrivateNote(until: until)).tagged(adding: added, removing: removed)
      let change = NoteChange(client.record.number, old: old, new: new)
      return change.new == old ? nil : change
    }
  }

  /// What goes into the file, and where it is written.
  func export(_ form: Form, _ context: Context) throws(FormProblem) -> ExportWish {
    let path = String(
      String.UnicodeScalarView(
        form.text(.path).unicodeScalars.drop { $0.properties.isWhitespace }.reversed()
          .drop { $0.properties.isWhitespace }.reversed()))
    guard !path.isEmpty else { throw FormProblem(.path, BulkWords.needsPath) }
    let catalogue = Catalogue.standard
    var fields: [FieldID] = []
    for word in form.text(.columns).split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }) {
      let id = FieldID(Folding.fold(String(word)))
      guard let field = catalogue[id], field.uses.contains(.list) else {
        throw FormProblem(.columns, EntryRefusal(BulkWords.noColumn, [String(word)]))
      }
      if !fields.contains(id) { fields.append(id) }
    }
    guard !fields.isEmpty else { throw FormProblem(.columns, BulkWords.needsColumn) }
    return ExportWish(path: path, clients: clients.map(\.record.number), fields: fields)
  }

  /// What it comes to, before it is done.
  func preview(_ form: Form, _ speech: Speech) -> TerminalText? {
    switch deed(form) {
    case .tag:
      guard let changes = try? tagging(form, speech.context) else { return nil }
      return speech(BulkWords.preview, TerminalText(changes.count), TerminalText(clients.count))
    case .export:
      guard let wish = try? export(form, speech.context) else { return nil }
      return speech(
        BulkWords.previewFile, TerminalText(wish.clients.count), TerminalText(wish.fields.count),
        TerminalText(data: wish.path))
    default: return nil
    }
  }
}

/// Clients that are to be written into a file, and what of each.
public struct ExportWish: Hashable, Sendable {
  /// The file, as it was typed; it is not there yet. Its ending says in what form: .csv, .tsv or .json.
  public var path: String
  /// The clients, in their order.
  public var clients: [ClientNumber]
  /// A column for each.
  public var fields: [FieldID]
}
