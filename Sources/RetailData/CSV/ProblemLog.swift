/// What was wrong in the files: the first problems in full, the rest counted.
struct ProblemLog {
  /// Throw the first problem instead of collecting.
  let stopsAtFirst: Bool
  /// Problems kept in full.
  let limit: Int
  private(set) var kept: [DataProblem] = []
  private(set) var counts: [String: Int] = [:]

  init(stopsAtFirst: Bool, limit: Int) {
    self.stopsAtFirst = stopsAtFirst
    self.limit = limit
  }

  var count: Int { counts.values.reduce(0, +) }

  func count(in file: String) -> Int { counts[file, default: 0] }

  mutating func add(_ problem: DataProblem) throws(DataProblem) {
    if stopsAtFirst { throw problem }
    counts[problem.file, default: 0] += 1
    if kept.count < limit { kept.append(problem) }
  }

  /// Problems that were counted but not kept.
  mutating func addUnlisted(_ count: Int, in file: String) {
    if count > 0 { counts[file, default: 0] += count }
  }
}
