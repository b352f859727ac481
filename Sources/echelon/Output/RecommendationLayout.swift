import InventoryPlanning
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
  /// How soon things can be there; nil where nothing is known of it.
  let reach: ReachTable?
  /// Of which kinds something was added to the scores.
  let kinds: [ScoreTerm.Kind]
  /// Of which method the recommendations are: rows of `buyAgain` say when things are due, those of
  /// `blend` what the score is the sum of.
  let method: Recommendations.Method

  private static let recommended = [
    ResultColumn("item_id", heading: "item", .text),
    ResultColumn("title", .shrinkingText),
    ResultColumn("rank", .integer),
    ResultColumn("score", .number(decimals: 2)),
    ResultColumn("reason", .text),
  ]
  private static let reached = [
    ResultColumn("speed", .text), ResultColumn("facility_id", heading: "facility", .text),
  ]
  private static let due = [
    ResultColumn("times", .integer), ResultColumn("every_days", .number(decimals: 0)),
    ResultColumn("last_days_ago", .number(decimals: 0)),
    ResultColumn("due_in_days", .number(decimals: 0)),
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
    if format != .table || reach != nil { columns += Self.reached }
    columns += kinds.map { ResultColumn($0.rawValue, .number(decimals: 2)) }
    if method == .buyAgain { columns += Self.due }
    if method == .blend {
      columns += BlendParts.Kind.allCases.map { ResultColumn($0.rawValue, .number(decimals: 2)) }
    }
    switch format {
    case .table: break
    case .csv:
      if explains {
        columns += Self.contribution.map { ResultColumn("because_\($0.name)", $0.kind) }
      }
    case .json:
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
      if format != .table || reach != nil { cells += reached(item, by: customer) }
      cells += kinds.map { kind in
        .number(recommendation.amounts.first { $0.kind == kind }?.value ?? 0)
      }
      if method == .buyAgain { cells += Self.cells(of: recommendation.outlook) }
      if method == .blend {
        cells += BlendParts.Kind.allCases.map { kind in
          recommendation.parts.map { .number($0[kind]) } ?? .missing
        }
      }
      return withReasons(cells, recommendation.because.map(self.cells))
    }
  }

  /// A rhythm is named where there is one.
  private static func cells(of outlook: RepeatOutlook?) -> [Cell] {
    guard let outlook else { return due.map { _ in .missing } }
    let knows = outlook.status != .unknown
    return [
      .integer(outlook.purchaseDays), knows ? .number(outlook.typicalGapDays) : .missing,
      .number(outlook.ageDays), knows ? .number(outlook.dueInDays) : .missing,
    ]
  }

  private func withReasons(_ cells: [Cell], _ reasons: [[Cell]]) -> [[Cell]] {
    switch format {
    case .table: return [cells]
    case .json where nestsReasons: return [cells + [.rows(columns: Self.contribution, reasons)]]
    case .json: return [cells]
    case .csv where !explains: return [cells]
    case .csv where reasons.isEmpty: return [cells + Self.contribution.map { _ in .missing }]
    case .csv: return reasons.map { cells + $0 }
    }
  }

  /// Speed and facility. A person reads that an item is short; programs find nothing there.
  private func reached(_ item: Int, by customer: Int) -> [Cell] {
    switch reach?[item, Int(dataset.customers.regions[customer])] {
    case .promised(let promise):
      let network = dataset.network
      return [
        .text(network.speeds[Int(promise.speed)].id),
        .text(network.facilities[Int(promise.facility)].id),
      ]
    case .short where format == .table: return [.text("short"), .missing]
    case .short, .unserved, nil: return [.missing, .missing]
    }
  }

  private func cells(of contribution: Contribution) -> [Cell] {
    [
      .text(dataset.items.ids[Int(contribution.item)]), .text(contribution.purchasedAt.iso8601),
      .number(contribution.weight), contribution.count.map(Cell.count) ?? .missing,
      .number(contribution.expected), .number(contribution.contribution),
    ]
  }
}
