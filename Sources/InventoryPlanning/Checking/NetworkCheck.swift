import RetailData

/// What is wrong with a network as a whole, beyond what its files say row by row: places that nobody
/// serves, promises that nobody keeps, goods that nobody may hold.
///
///     let check = NetworkCheck(dataset, input: input)
///     for problem in try check.problems(.error, in: directory) { print(problem) }
///
/// Few things are errors: data of real shops has flaws, and is planned all the same wherever that
/// makes sense. What is lost by it is in the warnings.
public struct NetworkCheck: Sendable {
  /// By kind, then by row.
  public let findings: [NetworkFinding]
  /// The data says something about buildings. Without it there is nothing to plan, which is an
  /// error for a plan only.
  public let hasNetwork: Bool
  /// The errors are files that are missing or empty: no plan, but data that is fine for all else.
  public let isIncomplete: Bool
  private let dataset: Dataset

  /// - Parameters:
  ///   - dataset: The data, whose row numbers those of `input` are.
  ///   - input: What is to be planned.
  public init(_ dataset: Dataset, input: PlanInput) {
    self.dataset = dataset
    let network = input.network
    hasNetwork =
      !network.facilities.isEmpty || !network.deliveries.isEmpty || !network.supply.isEmpty
    let rules = NetworkRules(dataset: dataset, input: input)
    let missing = rules.nothingToPlan
    // Where a whole file is missing, all that follows from it is not worth a word.
    findings = missing.isEmpty ? rules.all : missing
    isIncomplete = !missing.isEmpty
  }

  public var errors: [NetworkFinding] { findings.filter { $0.severity == .error } }
  public var warnings: [NetworkFinding] { findings.filter { $0.severity == .warning } }

  /// The findings with the lines on which their rows stand, in the order of the files.
  ///
  /// - Parameters:
  ///   - directory: Where the data set was read from.
  ///   - limit: Findings that are looked up.
  /// - Throws: `DataProblem` where the files can no longer be read; `CancellationError`.
  public func problems(
    _ severity: NetworkFinding.Severity, in directory: String, limit: Int = .max,
    work: WorkContext = WorkContext()
  ) throws -> [DataProblem] {
    let wanted = findings.filter { $0.severity == severity }.prefix(limit)
    let locator = try RowLocator(dataset, directory: directory, work: work)
    var files: [String] = []
    for finding in wanted where !files.contains(finding.file) { files.append(finding.file) }
    return try files.flatMap { file in
      let inFile = wanted.filter { $0.file == file }
      let lines = try locator.lines(ofRows: inFile.map(\.row), in: file)
      let path = locator.path(of: file)
      return zip(inFile, lines).enumerated()
        .sorted { ($0.element.1 ?? 0, $0.offset) < ($1.element.1 ?? 0, $1.offset) }
        .map { _, entry in
          DataProblem(
            file: path, line: entry.1, found: entry.0.found, expected: entry.0.expected,
            advice: entry.0.advice)
        }
    }
  }

  /// The warnings in short: one for each kind and file, with the first as an example.
  public var notices: [Notice] {
    var groups: [(first: NetworkFinding, count: Int)] = []
    for finding in warnings {
      let group = groups.firstIndex {
        $0.first.cause == finding.cause && $0.first.file == finding.file
      }
      if let group {
        groups[group].count += 1
      } else {
        groups.append((finding, 1))
      }
    }
    return groups.map { first, count in
      let more = count == 1 ? "" : " (and \(counted(count - 1, "more finding")) like this)"
      return Notice(
        file: first.file, message: "\(first.found); \(first.advice)\(more)", rows: count)
    }
  }
}
