/// What stands in for a sign or a letter on a terminal that cannot show more than ASCII (`LC_ALL=C`, some
/// serial lines). A twin is exactly as wide as what it stands for, so that columns stay aligned.
public enum ASCIITwin {
  /// Our own signs. Filled and empty parts of bars, borders and states stay apart from each other.
  private static let signs: [Unicode.Scalar: Unicode.Scalar] = [
    "‼": "!", "●": "*", "✗": "x", "✓": "+", "▌": ">", "▸": ">", "▾": "v", "▴": "^", "▶": ">",
    "…": ".", "—": "-", "–": "-", "‐": "-", "‑": "-", "·": ".", "•": "*", "‹": "<", "›": ">",
    "‘": "'", "’": "'", "‚": ",", "“": "\"", "”": "\"", "„": "\"", "€": "E",
    "─": "-", "━": "-", "═": "-", "│": "|", "┃": "|", "║": "|", "░": ".", "▒": ":", "▓": "#",
    "█": "#", "▉": "#", "▊": "#", "▋": "#", "▍": ":", "▎": ":", "▏": ":", "≤": "<", "≥": ">", "≠": "#",
    "←": "<", "→": ">", "↔": "=", "↑": "^", "↓": "v", "○": "o", "★": "*", "☆": "*",
    "◆": "%", "▲": "^", "■": "#", "▼": "v", "¶": "&",
  ]

  /// U+00A0...U+024F and U+1E00...U+1EFF, one ASCII letter each: the letter without what stands on it, so
  /// that a name stays readable; `?` where there is none.
  private static let latin: [UInt8] = Array(
    """
     !cL?Y|S"ca<-?r-o+23'uP.,1o>????AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiii\
    dnooooo/ouuuuytyAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiYyJjKkkLlLlLlL\
    lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzsbBBb???Cc?DDd??E\
    ?FfG???IKkl??NnOOo??Pp?????tTtTUu?VYyZz??????????????D??L??N?AaIiOoUuUuUuUuUu?Aa\
    Aa??GgGgKkOoOo??j?D?Gg??NnAa??OoAaAaEeEeIiIiOoOoRrRrUuUuSsTt??HhNd??ZzAaEeOoOoOo\
    OoYylnt???ACcLTsz??B??EeJj?qRrYy
    """.utf8)
  private static let latinAdditional: [UInt8] = Array(
    """
    AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOo\
    OoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwyas??S?\
    AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUu\
    UuYyYyYyYy????Yy
    """.utf8)

  /// The twin of one scalar of one column.
  public static func of(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    if value >= 0x20 && value < 0x7F { return scalar }
    if let sign = signs[scalar] { return sign }
    if (0x2500...0x257F).contains(value) { return "+" }
    if (0xA0...0x24F).contains(value) { return letter(latin, at: value - 0xA0) }
    if (0x1E00...0x1EFF).contains(value) { return letter(latinAdditional, at: value - 0x1E00) }
    return "?"
  }

  private static func letter(_ table: [UInt8], at offset: UInt32) -> Unicode.Scalar {
    let index = Int(offset)
    return index < table.count ? Unicode.Scalar(table[index]) : "?"
  }
}

extension TerminalText {
  /// The same text in ASCII, equally wide: each cluster by its twin, marks dropped, a wide one as `??`.
  public var ascii: TerminalText {
    if string.utf8.count == width && isSimple { return self }
    var result = String.UnicodeScalarView()
    for cluster in Clusters(string) {
      guard let first = cluster.scalars.first, cluster.width > 0 else { continue }
      if cluster.width == 1 {
        result.append(ASCIITwin.of(first))
      } else {
        result.append(contentsOf: String(repeating: "?", count: cluster.width).unicodeScalars)
      }
    }
    return TerminalText(safe: String(result))
  }

  /// A bar of `part` of `whole` in at most `width` columns, in eighths of a column. A part above zero shows at
  /// least the thinnest sliver, so that few never looks like none; values out of range are clamped.
  public static func bar(part: Int, whole: Int, width: Int) -> TerminalText {
    guard whole > 0, part > 0, width > 0 else { return TerminalText() }
    let columns = min(width, Frame.sideLimit)
    let share = Double(min(part, whole)) / Double(whole)
    let eighths = max(1, Int((share * Double(columns * 8)).rounded()))
    let tips = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return TerminalText(safe: String(repeating: "█", count: eighths / 8) + tips[eighths % 8])
  }
}
