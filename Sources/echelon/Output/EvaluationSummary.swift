import Recommendations
import RetailData

/// What came of an evaluation, for a person: by mode a line a method, with how much better it is than
/// another one and the interval of that, and what may be concluded.
struct EvaluationSummary {
  let evaluation: Evaluation
  /// What every method is compared with.
  let against: Recommendations.Method
  let byWindow: Bool

  private var columns: [ResultColumn] {
    let top = evaluation.options.top
    func number(_ name: String, _ heading: String) -> ResultColumn {
      ResultColumn(name, heading: heading, .number(decimals: 3))
    }
    return [
      ResultColumn("method", .shrinkingText), number("hit", "hit@\(top)"), number("low", "low"),
      number("high", "high"), number("recall", "rec@\(top)"), number("ndcg", "ndcg"),
      number("difference", "diff"), number("difference_low", "low"),
      number("difference_high", "high"),
    ]
  }

  func write() throws {
    try Destination.standardOutput.write { stream in
      stream.append(caption.printable + "\n\n")
      var table = TableRows(width: StandardStreams.width, ascii: StandardStreams.isASCIIOnly)
      table.begin(columns, to: &stream)
      for mode in Mode.allCases {
        for window in evaluation.views(byWindow: byWindow) {
          append(mode, window, to: &table, &stream)
        }
      }
      try table.end(to: &stream)
      stream.append("\n")
      for mode in Mode.allCases {
        if let sentence = verdict(mode) { stream.append(sentence.printable + "\n") }
      }
    }
  }

  private func append(
    _ mode: Mode, _ window: (label: String, numbers: [Int]?), to table: inout TableRows,
    _ stream: inout ByteStream
  ) {
    let figures = evaluation.contenders.indices.map {
      evaluation.estimate($0, .hit, mode, windows: window.numbers)
    }
    let customers = figures.lazy.compactMap(\.self).map(\.customers).max() ?? 0
    let part = window.numbers == nil ? "" : ", window after \(window.label)"
    table.heading(
      "\(mode.rawValue): \(mode.subject)\(part); \(customers) "
        + (customers == 1 ? "customer" : "customers")
        + (customers < Estimate.fewestCustomers ? ", too few for intervals" : ""))
    for (index, contender) in evaluation.contenders.enumerated() {
      func value(_ metric: EvaluationMetric) -> Cell {
        evaluation.estimate(index, metric, mode, windows: window.numbers)
          .map { .number($0.value) } ?? .missing
      }
      let difference = evaluation.contender(against).flatMap { other in
        other == index
          ? nil : evaluation.difference(of: index, from: other, .hit, mode, windows: window.numbers)
      }
      table.row(
        [.text(contender.name)] + cells(figures[index]) + [value(.recall), value(.ndcg)]
          + cells(difference), to: &stream)
    }
  }

  private func cells(_ estimate: Estimate?) -> [Cell] {
    [
      estimate.map { .number($0.value) } ?? .missing,
      estimate?.interval.map { .number($0.lowerBound) } ?? .missing,
      estimate?.interval.map { .number($0.upperBound) } ?? .missing,
    ]
  }

  private var caption: String {
    let windows = evaluation.windows
    let span = "\(windows.count) \(windows.count == 1 ? "window" : "windows") of "
    guard let first = windows.first?.cutoff, let last = windows.last?.end else { return "" }
    return span + "\(evaluation.options.windowDays) days, \(first.date) to \(last.date); "
      + "diff: of hit@\(evaluation.options.top) from \(against.rawValue), paired; 95 % intervals"
  }

  /// Who leads, and from whom it cannot be told.
  private func verdict(_ mode: Mode) -> String? {
    guard let leaders = evaluation.leaders(.hit, mode) else { return nil }
    let name = "\(EvaluationMetric.hit.name(top: evaluation.options.top)), \(mode.rawValue)"
    let best = evaluation.contenders[leaders.best].name
    if leaders.level.isEmpty { return "\(name): \(best) is better than all others" }
    let others = evaluation.contenders.indices.count {
      evaluation.estimate($0, .hit, mode) != nil
    }
    if leaders.level.count == others - 1 {
      return "\(name): no difference shown between any method and the first, \(best)"
    }
    let level = leaders.level.map { evaluation.contenders[$0].name }.joined(separator: ", ")
    return "\(name): \(best) leads; no difference shown from \(level)"
  }
}

extension Mode {
  /// What is to be foretold.
  fileprivate var subject: String {
    switch self {
    case .all: "anything they bought"
    case .new: "what they had never bought before"
    case .again: "what they had bought before"
    }
  }
}
