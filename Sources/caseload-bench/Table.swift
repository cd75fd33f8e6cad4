import Glibc

/// Prints one line for each figure: what was measured, at which size, median, p95, what we aim at and whether the
/// median is there.
struct Table {
  /// The line about the machine, and the heads.
  static func begin() {
    var system = utsname()
    uname(&system)
    let kernel = withUnsafeBytes(of: &system.release) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    print(
      "caseload-bench · \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores · Linux \(kernel) · \(Timing.countsProcessorTime ? "processor time" : "times") in ms, files in the page cache"
    )
    line("work", "clients", "median", "p95", "aim", "reached", "runs")
  }

  /// A figure in milliseconds.
  static func time(_ work: String, _ clients: Int, _ timing: Timing, aim: String = "") {
    line(
      work, grouped(clients), number(timing.median), number(timing.p95), aim,
      reached(timing.median, aim, isMoreBetter: false), String(timing.runs))
  }

  /// Another figure, such as bytes, or rows a second, of which more is better.
  static func figure(
    _ work: String, _ clients: Int, _ median: Double, _ p95: Double?, aim: String, runs: Int,
    isMoreBetter: Bool = false
  ) {
    line(
      work, grouped(clients), number(median), p95.map(number) ?? "", aim,
      reached(median, aim, isMoreBetter: isMoreBetter), String(runs))
  }

  /// Whether a figure is where we aim; nothing where we aim at none.
  private static func reached(_ figure: Double, _ aim: String, isMoreBetter: Bool) -> String {
    guard let aim = Double(aim.filter { $0 != "," }), figure.isFinite else { return "" }
    return (isMoreBetter ? figure >= aim : figure <= aim) ? "yes" : "no"
  }

  /// A remark.
  static func say(_ text: String) {
    print(text)
    fflush(nil)
  }

  private static func line(_ cells: String...) {
    let widths = [64, 10, 11, 11, 9, 8, 5]
    var text = ""
    for (index, cell) in cells.enumerated() {
      let space = String(repeating: " ", count: max(0, widths[index] - cell.count))
      text += index == 0 ? cell + space : space + cell
    }
    say(text)
  }

  /// Three digits that count, whole numbers from a hundred on.
  private static func number(_ value: Double) -> String {
    guard value.isFinite else { return "—" }
    if value >= 100 { return grouped(Int(value.rounded())) }
    let digits = value < 1 ? 1_000.0 : value < 10 ? 100.0 : 10.0
    return String((value * digits).rounded() / digits)
  }

  private static func grouped(_ value: Int) -> String {
    var digits = Array(String(value))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }
}
