import Cells

extension Speech {
  /// A part of a whole in whole percents: "22%", "<1%" of what is more than nothing; "—" where there is no whole.
  func share(_ part: Int, of whole: Int) -> TerminalText {
    guard whole > 0 else { return "—" }
    let percents = (200 * min(part, whole) + whole) / (2 * whole)
    if percents == 0, part > 0 { return "<1%" }
    // All but a few are not all.
    if percents == 100, part < whole { return ">99%" }
    return "\(percents)%"
  }
}
