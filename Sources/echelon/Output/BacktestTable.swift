import InventoryPlanning

/// How good forecasts were, a row a method and class of items.
struct BacktestTable {
  let result: ForecastBacktest
  let format: OutputFormat

  private var columns: [ResultColumn] {
    let losses =
      format == .table
      ? []
      : ForecastTable.quantiles.map {
        ResultColumn("loss_\($0.name)", .number(decimals: 3))
      }
    return [
      ResultColumn("level", .text), ResultColumn("class", .text), ResultColumn("method", .text),
      ResultColumn("weeks", .integer), ResultColumn("units", .number(decimals: 0)),
      ResultColumn("loss", .number(decimals: 4)),
      ResultColumn("covered_80", .number(decimals: 3)),
      ResultColumn("covered_95", .number(decimals: 3)), ResultColumn("bias", .number(decimals: 3)),
    ] + losses
  }

  private var caption: String {
    let days = result.origins.map { String($0.iso8601.prefix(10)) }
    return "Forecasts of \(result.weeksAhead) weeks made after "
      + "\(days.joined(separator: ", ")); lower loss is better"
  }

  func write() throws {
    let table = ResultTable(columns: columns, format: format, caption: caption)
    try table.write { row in
      for score in sorted { try row(cells(score)) }
    }
  }

  /// Methods beside each other.
  private var sorted: [BacktestScore] {
    let classes: [ItemClass?] = [nil] + ItemClass.allCases.map { $0 }
    return BacktestLevel.allCases.flatMap { level in
      classes.flatMap { kind in
        result.scores.filter { $0.level == level && $0.itemClass == kind }
      }
    }
  }

  private func cells(_ score: BacktestScore) -> [Cell] {
    let cells: [Cell] = [
      .text(score.level.rawValue), .text(score.itemClass?.rawValue ?? "all"),
      .text(score.method.rawValue), .integer(score.cases), .number(score.units),
      .number(score.meanPinball), .number(score.coverage80), .number(score.coverage95),
      .number(score.bias),
    ]
    return format == .table ? cells : cells + score.pinball.map { .number($0) }
  }
}
