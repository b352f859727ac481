import InventoryPlanning
import RetailData

/// What policies came to: side by side for a person, a row a policy and metric for programs.
struct SimulationReport {
  let result: SimulationStudy.Result
  let name: String
  let format: OutputFormat

  private var comparison: SimulationResult { result.comparison }

  func write() throws {
    if format == .table { try writeTable() } else { try writeRows() }
  }

  // MARK: For programs

  private func writeRows() throws {
    let table = ResultTable(
      columns: [
        ResultColumn("policy", .text), ResultColumn("metric", .text),
        ResultColumn("value", .number(decimals: 4)), ResultColumn("low", .number(decimals: 4)),
        ResultColumn("high", .number(decimals: 4)),
      ], format: format)
    try table.write { row in
      for found in result.rows {
        try row([
          .text(found.policy), .text(found.metric), .number(found.value), .number(found.low),
          .number(found.high),
        ])
      }
    }
  }

  // MARK: For people

  private func writeTable() throws {
    let settings = comparison.settings
    let caption =
      "Simulation of \(name): \(settings.replications) runs of \(settings.days) days, after "
      + "\(result.simulator.warmUpDays) of warm-up"
    let columns =
      [ResultColumn("metric", heading: "", .text)]
      + result.entries.map { ResultColumn($0.kind.rawValue, heading: $0.kind.heading, .text) }
    try ResultTable(columns: columns, format: .table, caption: caption).write { row in
      for metric in SimulationMetric.all(in: comparison.network) where !isIdle(metric) {
        let cells = result.entries.indices.map { number -> Cell in
          let value = comparison.interval(metric, of: number)
          return value.mean.isNaN
            ? .missing
            : .text(
              Self.text(value.mean, metric.decimals) + " ±"
                + Self.text(value.halfWidth, metric.decimals))
        }
        try row([.text(metric.title(in: comparison.network))] + cells)
      }
      try row(
        [.text("… by all runs together")]
          + result.entries.indices.map {
            .text("\(comparison.capacitiesExceededOnAverage(by: $0))")
          })
      try row(
        [.text("cost promised by calibration")]
          + result.entries.map { entry in
            entry.calibration.map { .text(Self.text($0.promisedCost.mean, 3)) } ?? .missing
          })
    }
    try Destination.standardOutput.write { stream in
      for line in lines { stream.append(line.printable + "\n") }
    }
  }

  /// Nothing that never happened.
  private func isIdle(_ metric: SimulationMetric) -> Bool {
    switch metric {
    case .backlog, .latePerOrder, .overflow, .overfullDays, .distance:
      result.entries.indices.allSatisfy {
        let mean = comparison.interval(metric, of: $0).mean
        return mean == 0 || mean.isNaN
      }
    default: false
    }
  }

  private var lines: [String] {
    var lines = ["", "Cost per order, paired differences with 95 % intervals"]
    for pair in result.comparisons {
      let share = Self.text(100 * pair.share, 1)
      let low = Self.text(pair.difference.low, 3)
      let high = Self.text(pair.difference.high, 3)
      lines.append(
        "  \(pair.policy.rawValue) less \(pair.reference.rawValue): "
          + "\(Self.text(pair.difference.mean, 3)) (\(low) to \(high)), \(share) %")
    }
    lines += ["", "The plan"]
    let gaps = result.gaps
    lines.append("  solver gap    \(Self.text(100 * gaps.solver, 2)) %: what the solver left open")
    if let sampling = gaps.sampling {
      lines.append(
        "  sampling gap  \(Self.text(100 * sampling, 2)) %: what fresh scenarios cost more")
    }
    if let policy = gaps.policy {
      lines.append(
        "  policy gap    \(Self.text(100 * policy, 2)) %: what not knowing the future costs, over "
          + "the bound")
    }
    return lines
  }

  private static func text(_ value: Double, _ decimals: Int) -> String {
    value.isFinite ? FixedPoint.text(value, decimals: decimals) : "-"
  }
}
