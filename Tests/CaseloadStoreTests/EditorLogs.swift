/// What two processes say they did to the same clients, and whether it can all be true.
struct EditorLogs {
  /// An edit that was asked for.
  struct Attempt {
    var author: String
    var client: Int32
    var old: String
    var new: String
    /// What the store said stands there, and who wrote it, where it refused; nil where it kept the edit.
    var refusal: (now: String, author: String)?
  }

  private(set) var attempts: [Attempt] = []
  /// Stories of contacts that were registered, by client.
  private(set) var stories: [Int32: Set<String>] = [:]

  /// Reads a process's log.
  mutating func read(_ log: String, author: String) {
    for line in log.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count >= 3, let client = Int32(words[1]) else { continue }
      switch words[0] {
      case "registered": stories[client, default: []].insert(words[2])
      case "kept" where words.count == 4:
        attempts.append(Attempt(author: author, client: client, old: words[2], new: words[3]))
      case "conflict" where words.count == 6:
        attempts.append(
          Attempt(
            author: author, client: client, old: words[2], new: words[3], refusal: (words[4], words[5])))
      default: continue
      }
    }
  }

  var kept: Int { attempts.count { $0.refusal == nil } }
  var conflicts: Int { attempts.count { $0.refusal != nil } }

  /// What is wrong, given the first and last value and the stories of each client in the store; empty where nothing
  /// is. The judge of the races, which is itself put to the test.
  func wrong(first: [Int32: String], last: [Int32: String], stored: [Int32: Set<String>]) -> [String] {
    var wrong: [String] = []
    for (client, said) in stories where stored[client] != said { wrong.append("stories of client \(client)") }
    for (client, found) in stored where stories[client, default: []] != found {
      wrong.append("stories of client \(client)")
    }
    for (client, edits) in Dictionary(grouping: attempts, by: \.client) {
      // Each value was replaced once at most: who replaced it a second time overwrote what he had not seen.
      let kept = edits.filter { $0.refusal == nil }
      let next = Dictionary(grouping: kept, by: \.old)
      for (old, edits) in next where edits.count > 1 { wrong.append("\(old) of \(client) replaced twice") }
      // And from the first to the last there is one way, on which all lie.
      var (value, steps) = (first[client] ?? "-", 0)
      while let edit = next[value]?.first, steps <= kept.count { (value, steps) = (edit.new, steps + 1) }
      if value != last[client] ?? "-" || steps != kept.count { wrong.append("the values of \(client)") }
      // Who was refused was refused for what the other kept, and only he was.
      for edit in edits {
        guard let refusal = edit.refusal else { continue }
        let winner = next[edit.old]?.first
        if winner == nil || winner?.author == edit.author || refusal.author == edit.author
          || !kept.contains(where: { $0.new == refusal.now && $0.author == refusal.author })
        {
          wrong.append("the conflict of \(edit.author) over \(edit.old) of \(client)")
        }
      }
    }
    return wrong
  }
}
