/// Two fields crossed over a list: how many clients are in a bar of the one and in a bar of the other.
public struct CrossTable: Sendable, Equatable {
  /// The bars that stand under each other, each with its own count, which is the row's total of clients.
  public let rows: Facet
  /// The bars that stand beside each other; their counts are the columns' totals.
  public let columns: Facet
  /// For each row, for each column, how many of the list are in both.
  public let inList: [[Int]]
  /// The same over everybody.
  public let inAll: [[Int]]
}

extension Population {
  /// Crosses two fields over a list. Each cell is one pass of and + popcount over bars that are kept. Where a client
  /// is in several bars of a field, her row's total counts her once: totals are of clients, not of cells.
  public func cross(
    _ row: Facet.Axis, _ column: Facet.Axis, of list: Selection, _ context: Context
  ) -> CrossTable {
    let rows = table(row, of: list, context)
    let columns = table(column, of: list, context)
    let list = list.intersection(alive)
    var inList: [[Int]] = []
    var inAll: [[Int]] = []
    for bar in rows.bars {
      let narrowed = bar.rows.intersection(list)
      let isEmpty = bar.inList == 0
      inList.append(columns.bars.map { isEmpty ? 0 : narrowed.countInCommon(with: $0.rows) })
      inAll.append(columns.bars.map { bar.rows.countInCommon(with: $0.rows) })
    }
    return CrossTable(rows: rows, columns: columns, inList: inList, inAll: inAll)
  }
}

extension Filter {
  /// Both conditions as one, without a conjunction directly in a conjunction.
  public func and(_ other: Filter) -> Filter {
    func parts(_ filter: Filter) -> [Filter] {
      switch filter {
      case .all: []
      case .and(let parts): parts
      default: [filter]
      }
    }
    let all = parts(self) + parts(other)
    return all.count == 1 ? all[0] : all.isEmpty ? .all : .and(all)
  }
}
