import CaseloadCore
import Foundation
import GRDB

/// Columns read without trust: GRDB's own subscripts end the program where a damaged file holds another type.
extension Row {
  /// A column as text (a number as its digits); nil where NULL.
  func text(_ place: Int) -> String? {
    switch (self[place] as DatabaseValue).storage {
    case .null: nil
    case .string(let text): text
    case .int64(let number): String(number)
    case .double(let number): String(number)
    case .blob(let data): String(decoding: data, as: UTF8.self)
    }
  }

  /// A column as a whole number; nil where it is none.
  func number(_ place: Int) -> Int64? {
    if case .int64(let number) = (self[place] as DatabaseValue).storage { number } else { nil }
  }

  /// A column as bytes; nil where it is none.
  func blob(_ place: Int) -> Data? {
    if case .blob(let data) = (self[place] as DatabaseValue).storage { data } else { nil }
  }

  /// A column as a day; nil where it is none.
  func day(_ place: Int) -> Day? { text(place).flatMap { Day(iso: $0) } }
}
