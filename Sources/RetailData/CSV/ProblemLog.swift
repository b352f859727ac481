/// What was wrong in the files: the first problems in full, the rest counted.
struct ProblemLog {
  /// What a problem means for the reading.
  enum Policy {
    /// The first problem is thrown.
    case stop
    /// Rows with problems are left out; a file that cannot be read as a whole is thrown.
    case skipRows
    /// Everything is read as far as it can be, to list all problems.
    case collect
  }

  let policy: Policy
  /// Problems kept in full.
  let limit: Int
  private(set) var kept: [DataProblem] = []
  /// Bytes at which the good rows of a table start, if someone wants to know.
  private(set) var goodRows: [Int]?
  private var counts: [String: Int] = [:]

  init(_ policy: Policy, limit: Int, keepsGoodRows: Bool = false) {
    self.policy = policy
    self.limit = limit
    goodRows = keepsGoodRows ? [] : nil
  }

  /// A row that was read without a problem.
  mutating func addGoodRow(at position: Int) { goodRows?.append(position) }

  var count: Int { counts.values.reduce(0, +) }

  func count(in file: String) -> Int { counts[file, default: 0] }

  /// A problem of one row.
  mutating func add(_ problem: DataProblem) throws(DataProblem) {
    if policy == .stop { throw problem }
    keep(problem)
  }

  /// A problem that leaves nothing of a file to read.
  mutating func addWholeFile(_ problem: DataProblem) throws(DataProblem) {
    if policy != .collect { throw problem }
    keep(problem)
  }

  /// Problems of rows that are counted but not listed.
  mutating func addUnlisted(_ count: Int, in file: String) {
    if count > 0 { counts[file, default: 0] += count }
  }

  private mutating func keep(_ problem: DataProblem) {
    counts[problem.file, default: 0] += 1
    if kept.count < limit { kept.append(problem) }
  }
}
