/// What `has:` and `partial:` ask of what is recorded; both are yes or no.
extension Field {
  /// Whether there is certainly a value other than none.
  func has(_ content: Content?) -> Bool {
    switch content {
    case nil: false
    case .text(let text): !text.isEmpty
    case .name(let name): !name.listed.isEmpty
    case .oneOf(let set): !set.isEmpty && set.isDisjoint(with: nonePlaces)
    case .several(let set, _): !set.subtracting(nonePlaces).isEmpty
    case .days, .span: true
    case .number(let range): kind == .number(.count) ? range.lowerBound > 0 : true
    case .words(let words, _): !words.isEmpty
    case .experience(let stretches, _): !stretches.isEmpty
    }
  }

  /// Whether what is recorded may still be more than one thing.
  func isPartial(_ content: Content?) -> Bool {
    switch content {
    case .oneOf(let set): set.count != 1
    case .days(let range): range.lowerBound != range.upperBound
    case .number(let range): range.lowerBound != range.upperBound
    case .several(let set, let complete): set.isEmpty && !complete
    case .words(let words, let complete): words.isEmpty && !complete
    case .experience(let stretches, let complete): stretches.isEmpty && !complete
    default: false
    }
  }
}
