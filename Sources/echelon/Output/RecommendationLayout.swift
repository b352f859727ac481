import Recommendations
import RetailData

/// How recommendations become rows: nested reasons in JSON, one row a reason in CSV, and in a table
/// the recommendations first and their explanations below.
struct RecommendationLayout {
  let dataset: Dataset
  let format: OutputFormat
  /// Whether rows say for whom they are.
  let namesCustomer: Bool
  /// Whether CSV has a row for each contribution, and JSON has them where many customers are named.
  let explains: Bool

  private static let recommended = [
    ResultColumn("item_id", heading: "item", .text),
    ResultColumn("title", .shrinkingText),
    ResultColumn("rank", .integer),
    ResultColumn("score", .number(decimals: 2)),
    ResultColumn("reason", .text),
  ]
  /// How soon it could be there: known once stock and promises are part of the question.
  private static let reach = [
    ResultColumn("speed", .text), ResultColumn("facility_id", .text),
  ]
  private static let contribution = [
    ResultColumn("item_id", .text), ResultColumn("purchased_at", .text),
    ResultColumn("weight", .number(decimals: 3)), ResultColumn("count", .integer),
    ResultColumn("expected", .number(decimals: 2)),
    ResultColumn("contribution", .number(decimals: 2)),
  ]

  var columns: [ResultColumn] {
    var columns = namesCustomer ? [ResultColumn("customer_id", heading: "customer", .text)] : []
    columns += Self.recommended
    switch format {
    case .table: break
    case .csv:
      columns += Self.reach
      if explains {
        columns += Self.contribution.map { ResultColumn("because_\($0.name)", $0.kind) }
      }
    case .json:
      columns += Self.reach
      if nestsReasons { columns.append(ResultColumn("because", .rows)) }
    }
    return columns
  }

  /// The reasons of one customer's recommendations are always of interest; those of all customers
  /// are a hundred megabytes.
  private var nestsReasons: Bool { explains || !namesCustomer }

  func rows(of recommendations: [Recommendation], for customer: Int) -> [[Cell]] {
    recommendations.enumerated().flatMap { index, recommendation in
      let item = Int(recommendation.item)
      var cells: [Cell] = namesCustomer ? [.text(dataset.customers.ids[customer])] : []
      cells += [
        .text(dataset.items.ids[item]), .text(dataset.items.titles[item]), .integer(index + 1),
        .number(recommendation.score), .text(recommendation.reason.rawValue),
      ]
      return withReasons(cells, recommendation.because.map(self.cells))
    }
  }

  private func withReasons(_ cells: [Cell], _ reasons: [[Cell]]) -> [[Cell]] {
    let reach: [Cell] = [.missing, .missing]
    switch format {
    case .table: return [cells]
    case .json where nestsReasons:
      return [cells + reach + [.rows(columns: Self.contribution, reasons)]]
    case .json: return [cells + reach]
    case .csv where !explains: return [cells + reach]
    case .csv where reasons.isEmpty:
      return [cells + reach + Self.contribution.map { _ in .missing }]
    case .csv: return reasons.map { cells + reach + $0 }
    }
  }

  private func cells(of contribution: Contribution) -> [Cell] {
    [
      .text(dataset.items.ids[Int(contribution.item)]), .text(contribution.purchasedAt.iso8601),
      .number(contribution.weight), .integer(Int(contribution.count)),
      .number(contribution.expected), .number(contribution.contribution),
    ]
  }
}
