import CaseloadCore
import Glibc

/// Measures what a filter key costs inside: the filter, its counts, and all facets of the list.
enum FilterBench {
  /// Milliseconds of a monotonic clock.
  private static func milliseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
  }

  /// The median of at least 20 runs.
  private static func median(_ runs: Int = 21, _ body: () -> Void) -> Double {
    var times: [Double] = []
    for _ in 0..<runs {
      let start = milliseconds()
      body()
      times.append(milliseconds() - start)
    }
    return times.sorted()[runs / 2]
  }

  /// The most memory that the process ever held, in bytes (so sizes are measured from small to large).
  private static func mostBytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1_024
  }

  private static func line(_ what: String, _ rows: Int, _ value: Double, _ unit: String) {
    let rounded = Double(Int(value * 1_000)) / 1_000
    print("\(rows)\t\(what)\t\(rounded) \(unit)")
  }

  /// Prints the figures for one size.
  static func run(rows: Int) {
    let before = mostBytes()
    let start = milliseconds()
    let population = BenchPopulation.population(rows: rows)
    line("make and put clients", rows, milliseconds() - start, "ms")
    line("memory a client", rows, Double(mostBytes() - before) / Double(rows), "bytes")
    let context = BenchPopulation.context
    let links = FilterLinks()
    let facets = Catalogue.standard.fields.filter { $0.uses.contains(.facet) }.map(\.id)
    let first = milliseconds()
    for field in facets { _ = population.facet(field, of: population.alive, context) }
    line("all facets, first time", rows, milliseconds() - first, "ms")
    for text in [
      "licence:B education>=vmbo hours>=24", "seen>3m missing:cv", "age:27..35 district:3", "vis", "visk",
      "@forgotten",
      "experience(job >1y)", "skills:17",
    ] {
      guard let filter = try? FilterParser.parse(text) else { continue }
      _ = population.evaluate(filter, context, links)
      line("filter \(text)", rows, median { _ = population.evaluate(filter, context, links) }, "ms")
      line(
        "filter and \(facets.count) facets \(text)", rows,
        median {
          let list = population.evaluate(filter, context, links).yes
          for field in facets { _ = population.facet(field, of: list, context) }
        }, "ms")
    }
    let worklists = milliseconds()
    for list in Worklist.builtIn { _ = population.evaluate(.worklist(list.id), context, links) }
    line("all worklists, first time", rows, milliseconds() - worklists, "ms")
    line(
      "all worklists, kept", rows,
      median { for list in Worklist.builtIn { _ = population.evaluate(.worklist(list.id), context, links) } },
      "ms")
    let order = milliseconds()
    _ = population.order([], context)
    line("order by name, first time", rows, milliseconds() - order, "ms")
    let seen = milliseconds()
    _ = population.order([SortKey("seen")], context)
    line("order by last seen, first time", rows, milliseconds() - seen, "ms")
  }
}
