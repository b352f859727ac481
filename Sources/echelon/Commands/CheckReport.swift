import InventoryPlanning
import RetailData

/// What is wrong in a directory of data: in its rows, and in the network that they make.
struct CheckReport {
  /// No more than the limit of each.
  let problems: [DataProblem]
  let warnings: [DataProblem]
  private let problemCount: Int
  private let warningCount: Int
  private let data: DataCheck
  private let defaults: [Notice]
  private let directory: String

  /// - Throws: `DataProblem` where the directory itself cannot be read; `CancellationError`.
  init(directory: String, limit: Int, work: WorkContext) throws {
    self.directory = directory
    data = try DataCheck.run(directory: directory, limit: limit, work: work)
    var defaults: [Notice] = []
    let input = PlanInput(dataset: data.dataset, notices: &defaults)
    let network = NetworkCheck(data.dataset, input: input)
    // Data without buildings is fine: it is not for planning.
    guard network.hasNetwork else {
      self.defaults = []
      problems = data.problems
      problemCount = data.problemCount
      warnings = []
      warningCount = 0
      return
    }
    self.defaults = defaults
    // Half a network is no mistake either, but worth a word.
    let isMistaken = !network.isIncomplete
    let errors = try network.problems(.error, in: directory, limit: limit, work: work)
    problems = data.problems + (isMistaken ? errors.prefix(limit - data.problems.count) : [])
    problemCount = data.problemCount + (isMistaken ? network.errors.count : 0)
    warnings =
      try isMistaken ? network.problems(.warning, in: directory, limit: limit, work: work) : errors
    warningCount = isMistaken ? network.warnings.count : errors.count
  }

  /// True where the directory opens as it is, and its network, if it has one, can be planned.
  var isClean: Bool { problemCount == 0 }

  /// The problems as lines, then what the directory holds.
  var lines: [String] {
    var lines = problems.map(\.description)
    addUnlisted(problemCount - problems.count, to: &lines)
    lines += warnings.map { "\($0.place): warning: \($0.explanation)" }
    addUnlisted(warningCount - warnings.count, to: &lines)
    if !lines.isEmpty { lines.append("") }
    lines += data.contents.map { "\($0.file): \($0.message)" }
    lines += (data.notices + defaults).map { "\($0.file): note: \($0.message)" }
    var counts = "\(problemCount == 0 ? "no" : String(problemCount)) "
    counts += problemCount == 1 ? "problem" : "problems"
    if warningCount > 0 {
      counts += ", \(warningCount) \(warningCount == 1 ? "warning" : "warnings")"
    }
    lines.append("\(directory): \(counts)")
    return lines
  }

  private func addUnlisted(_ count: Int, to lines: inout [String]) {
    if count > 0 { lines.append("and \(count) more, see --limit") }
  }
}
