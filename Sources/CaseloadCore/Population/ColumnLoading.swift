/// Fills rows that are empty still with what many texts of `ContentText` say.
extension Column {
  /// Makes room for rows that are filled next. Names lie one behind another, so their rows are made as they are read.
  mutating func appendForLoading(_ count: Int) {
    if storage != .name { appendEmpty(count) }
  }

  /// Fills the rows from `first` on, which were appended by `appendForLoading`. `day` gives the day on which a row's texts were so.
  mutating func load(
    _ texts: ClientTexts.Column, from first: Int, _ memory: inout TextMemory, _ kind: Kind,
    day: (Int) -> Day?
  ) {
    switch storage {
    case .derived: return
    case .days:
      for row in 0..<texts.count {
        guard let text = texts[row] else { continue }
        if let day = Day(iso: text) {
          days.load(first + row, day)
        } else {
          read(first + row, text, day(row), kind)
        }
      }
    case .name:
      for row in 0..<texts.count {
        names.appendEmpty()
        guard let text = texts[row] else { continue }
        if !names.load(first + row, text) { read(first + row, text, day(row), kind) }
      }
    case .code: loadCodes(texts, from: first, &memory, kind, day: day)
    case .words, .experience:
      for row in 0..<texts.count {
        guard let text = texts[row] else { continue }
        let found = memory.find(text)
        if let like = found.result {
          if storage == .words {
            words.copy(from: like, to: first + row)
          } else {
            experience.copy(from: like, to: first + row)
          }
          continue
        }
        let isRead =
          storage == .words ? words.load(first + row, text) : experience.load(first + row, text)
        if !isRead { read(first + row, text, day(row), kind) }
        if isRead || beside[Int32(clamping: first + row)] == nil {
          memory.keep(text, at: found.place, first + row)
        }
      }
    }
  }

  private mutating func loadCodes(
    _ texts: ClientTexts.Column, from first: Int, _ memory: inout TextMemory, _ kind: Kind,
    day: (Int) -> Day?
  ) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: texts.count) { codes in
      for row in 0..<texts.count {
        guard var text = texts[row] else {
          codes[row] = 0
          continue
        }
        // Of a text that is not kept only that it is there is known: all of them are one.
        if !keepsContent { text = UnsafeBufferPointer(rebasing: text[..<0]) }
        let found = memory.find(text)
        if let code = found.result {
          codes[row] = Int32(truncatingIfNeeded: code)
          continue
        }
        let string = String(decoding: text, as: UTF8.self)
        if let content = ContentText.content(string, kind: kind) {
          let entry = CodeColumn.Entry(state: .recorded, content: keepsContent ? content : nil)
          let known = code.code(of: entry)
          codes[row] = Int32(clamping: known)
          memory.keep(text, at: found.place, known)
        } else {
          // Kept whole beside its row: the next one of the same text needs the same.
          codes[row] = Int32(
            clamping: code.code(of: CodeColumn.Entry(state: .notUnderstood, content: nil)))
          keepBeside(
            first + row, Value(state: .empty, source: .register, day: day(row), raw: string))
        }
      }
      code.load(UnsafeBufferPointer(codes), from: first)
    }
  }

  private mutating func read(_ row: Int, _ text: UnsafeBufferPointer<UInt8>, _ day: Day?, _ kind: Kind) {
    let text = String(decoding: text, as: UTF8.self)
    if let content = ContentText.content(text, kind: kind) {
      _ = set(row, .recorded(content, source: .register))
    } else {
      _ = set(row, Value(state: .empty, source: .register, day: day, raw: text))
    }
  }
}
