import Workbench
import ArgumentParser
import InventoryPlanning
import RetailData

/// `echelon forecast`: what will be sold, and how well such forecasts did.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Forecast the weekly demand for an item, or test how good forecasts are.",
    discussion: """
      A row is a week after the last purchase of the data: its first day, the units expected \
      (mean), and the units that are not exceeded with probability .1 to .99 (q10 to q99). \
      size is that of the negative binomial distribution: variance = mean + mean^2 / size. \
      Without an item: all items.

      --backtest makes the forecasts of some weeks ago, each from nothing but what was known \
      then, and compares them with what was sold. Methods: echelon is this forecast, \
      seasonal-naive the same week a year ago (or, without a year, the last week) with the \
      quantiles of its past errors, croston and tsb smooth sizes and intervals of sales by 0.1 \
      with the spread of past weeks, recent-weeks is the quantiles of the last 26. Classes, by \
      weeks with a sale among the last 26: fast three in four, intermittent one in four, slow \
      fewer; cold is first sold within 8 weeks. loss is the mean pinball loss over the \
      quantiles, as a share of mean demand: lower is better. covered_80 is the share of \
      weeks in the middle 80 % of their forecast (by randomised PIT): 0.8 is right. bias is \
      units forecast per unit sold. Items not sold before a forecast are left out.

      EXAMPLES
        echelon forecast 85123A --data shop --weeks 8
        echelon forecast 85123A --region GB --format json
        echelon forecast --backtest --origins 4 --weeks 4
      """)

  @Argument(help: "The item's id.")
  var item: String?

  @Option(parsing: .unconditional, help: "Weeks ahead, 1 to 104.")
  var weeks: Int = 4

  @Option(help: "Only the units for customers of this region.")
  var region: String?

  @Flag(help: "Test forecasts of the past against what was sold since.")
  var backtest = false

  @Option(
    parsing: .unconditional,
    help: "Forecasts that --backtest makes, each so many weeks before the next as it looks ahead.")
  var origins: Int = 4

  @OptionGroup
  var global: GlobalOptions

  func validate() throws {
    guard (1...104).contains(weeks) else {
      throw ValidationError("--weeks is \(weeks), but must be 1 to 104.")
    }
    guard (1...100).contains(origins) else {
      throw ValidationError("--origins is \(origins), but must be 1 to 100.")
    }
    if backtest, let given = item ?? region {
      throw ValidationError("--backtest is of all items and regions: leave '\(given)' out.")
    }
  }

  func run() throws {
    let session = Session(global)
    defer { session.progress.clear() }
    let dataset = try session.openDataset()
    guard let end = dataset.end else {
      throw Failure("there are no purchases to forecast from")
    }
    if backtest {
      try runBacktest(of: dataset, session)
    } else {
      try runForecast(of: dataset, end: end, session)
    }
  }

  private func runForecast(of dataset: Dataset, end: Timestamp, _ session: Session) throws {
    let items = try item.map { name -> Range<Int> in
      let number = try dataset.number(ofItem: name)
      return number..<number + 1
    }
    let region = try region.map { try dataset.number(ofRegion: $0) }
    let forecast = try session.demandForecast(of: dataset, weeks: weeks)
    try ForecastTable(
      dataset: dataset, forecast: forecast, items: items ?? 0..<dataset.items.count,
      region: region, end: end, format: global.resultFormat
    ).write()
  }

  private func runBacktest(of dataset: Dataset, _ session: Session) throws {
    do {
      let result = try ForecastBacktest.run(
        dataset: dataset, options: BacktestOptions(origins: origins, weeksAhead: weeks),
        related: { try dataset.relatedItemsOfNewcomers(at: $0, work: session.work) },
        work: session.work)
      session.progress.clear()
      try BacktestTable(result: result, format: global.resultFormat).write()
    } catch let problem as BacktestTooShort {
      throw Failure(
        "\(origins) forecasts of \(weeks) weeks each need \(problem.needed) weeks of purchases, "
          + "but there are \(problem.weeks); ask for fewer with --origins or --weeks")
    }
  }
}
