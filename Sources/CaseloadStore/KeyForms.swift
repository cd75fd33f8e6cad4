import CaseloadCore
import GRDB

extension Store {
  /// How many keys of a register there are, and how many of them are nine digits, as citizen service numbers are.
  public func keyForms(of register: String) throws(StoreError) -> (all: Int, nineDigits: Int) {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*), coalesce(sum(length(key) = 9 AND key NOT GLOB '*[^0-9]*'), 0)
          FROM client_key WHERE register = ?
          """, arguments: [register])
      return (all: Int(row?.number(0) ?? 0), nineDigits: Int(row?.number(1) ?? 0))
    }
  }
}
