import Recommendations
import RetailData

/// What came of an evaluation, as rows for a program: one for every method, mode and metric, and for
/// its difference from another method. A person gets `EvaluationSummary`.
struct EvaluationTable {
  let evaluation: Evaluation
  let against: Recommendations.Method
  let byWindow: Bool
  let format: OutputFormat

  private var columns: [ResultColumn] {
    let window = byWindow ? [ResultColumn("window", .text)] : []
    return window + [
      ResultColumn("method", .text), ResultColumn("mode", .text), ResultColumn("metric", .text),
      ResultColumn("value", .number(decimals: 3)), ResultColumn("low", .number(decimals: 3)),
      ResultColumn("high", .number(decimals: 3)), ResultColumn("customers", .integer),
    ]
  }

  func write() throws {
    if format == .table {
      return try EvaluationSummary(evaluation: evaluation, against: against, byWindow: byWindow)
        .write()
    }
    try ResultTable(columns: columns, format: format).write { row in
      for (index, contender) in evaluation.contenders.enumerated() {
        for window in evaluation.views(byWindow: byWindow) {
          for mode in Mode.allCases {
            for metric in EvaluationMetric.allCases {
              let name = metric.name(top: evaluation.options.top)
              func cells(_ metric: String, _ estimate: Estimate?) -> [Cell] {
                (byWindow ? [.text(window.label)] : [])
                  + [.text(contender.name), .text(mode.rawValue), .text(metric)]
                  + Cell.cells(of: estimate)
              }
              try row(
                cells(name, evaluation.estimate(index, metric, mode, windows: window.numbers)))
              guard let other = evaluation.contender(against), other != index else { continue }
              let difference = evaluation.difference(
                of: index, from: other, metric, mode, windows: window.numbers)
              try row(cells("\(name) - \(evaluation.contenders[other].name)", difference))
            }
          }
        }
      }
    }
  }
}

extension Cell {
  fileprivate static func cells(of estimate: Estimate?) -> [Cell] {
    guard let estimate else { return [.missing, .missing, .missing, .integer(0)] }
    let interval = estimate.interval
    return [
      .number(estimate.value), interval.map { .number($0.lowerBound) } ?? .missing,
      interval.map { .number($0.upperBound) } ?? .missing, .integer(estimate.customers),
    ]
  }
}

extension Evaluation {
  /// All windows together, and each for itself where that is wanted.
  func views(byWindow: Bool) -> [(label: String, numbers: [Int]?)] {
    [("all", nil)]
      + (byWindow ? windows.enumerated().map { ($1.cutoff.date, [$0]) } : [])
  }

  func contender(_ method: Recommendations.Method) -> Int? {
    contenders.firstIndex { $0.method == method }
  }

  /// How far it has come.
  var progress: String {
    let done = outcomes.joined().count { $0 != nil }
    return "\(done) of \(windows.count * contenders.count) runs are done"
  }

  /// Who refused to run, and why.
  var spokenRefusals: [String] {
    contenders.indices.flatMap { index in
      refusals(of: index).map { refusal in
        let numbers = refusal.windows.map { "\($0 + 1)" }.joined(separator: ", ")
        let windows = refusal.windows.count == windows.count ? "any window" : "window \(numbers)"
        return "\(contenders[index].name) did not run in \(windows): \(refusal.reason)"
      }
    }
  }
}
