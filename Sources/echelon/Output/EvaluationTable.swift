import Recommendations
import RetailData

/// What came of an evaluation: a row for every method, mode and metric.
struct EvaluationTable {
  let evaluation: Evaluation
  let against: Method?
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
    let table = ResultTable(
      columns: columns, format: format, caption: evaluation.caption,
      emptyText: "no method has met a window")
    try table.write { row in
      for (index, contender) in evaluation.contenders.enumerated() {
        for window in windows {
          for mode in Mode.allCases {
            for metric in EvaluationMetric.allCases {
              let name = metric.name(top: evaluation.options.top)
              func cells(_ metric: String, _ estimate: Estimate?) -> [Cell] {
                (byWindow ? [.text(label(of: window))] : [])
                  + [.text(contender.name), .text(mode.rawValue), .text(metric)]
                  + Cell.cells(of: estimate)
              }
              try row(
                cells(name, evaluation.estimate(index, metric, mode, windows: window.map { [$0] })))
              guard let other, other != index else { continue }
              let difference = evaluation.difference(
                of: index, from: other, metric, mode, windows: window.map { [$0] })
              try row(cells("\(name) - \(evaluation.contenders[other].name)", difference))
            }
          }
        }
      }
    }
    guard format == .table else { return }
    try Destination.standardOutput.write { stream in
      stream.append("\n")
      for mode in Mode.allCases {
        guard let sentence = evaluation.verdict(.hit, mode) else { continue }
        stream.append(sentence.printable + "\n")
      }
    }
  }

  /// All together, and each for itself where that is wanted.
  private var windows: [Int?] { [nil] + (byWindow ? evaluation.windows.indices.map { $0 } : []) }

  private func label(of window: Int?) -> String {
    guard let window else { return "all" }
    return evaluation.windows[window].cutoff.date
  }

  private var other: Int? {
    against.flatMap { against in evaluation.contenders.firstIndex { $0.method == against } }
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
  fileprivate var caption: String {
    let span = "\(windows.count) \(windows.count == 1 ? "window" : "windows") of "
    guard let first = windows.first?.cutoff, let last = windows.last?.end else { return "" }
    return span + "\(options.windowDays) days, \(first.date) to \(last.date); 95 % intervals"
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

  /// Who leads, and from whom it cannot be told.
  fileprivate func verdict(_ metric: EvaluationMetric, _ mode: Mode) -> String? {
    guard let leaders = leaders(metric, mode) else { return nil }
    let name = "\(metric.name(top: options.top)), \(mode.rawValue)"
    let best = contenders[leaders.best].name
    if leaders.level.isEmpty { return "\(name): \(best) is better than all others" }
    let level = leaders.level.map { contenders[$0].name }.joined(separator: ", ")
    return "\(name): \(best) leads; no difference shown from \(level)"
  }
}
