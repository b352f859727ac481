import ArgumentParser
import InventoryPlanning
import Recommendations
import RetailData

/// `echelon buyers`: where the likely next buyers of an item live, and how soon they could have it.
struct BuyersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "buyers",
    abstract: "Say where the likely next buyers of an item live, against where its stock stands.",
    discussion: """
      Likely next buyers are the customers who find the item among the first few that \
      related-items recommends them, each counted by the chance of choosing it: its part of the \
      list's scores. share is a region's part of them; customers are those who find it, bought \
      those who have it; speed and facility_id say how soon the region can have it from the stock \
      of today, units from how many that can be done.

      EXAMPLES
        echelon buyers I1113 --data shop
        echelon buyers I1113 --mode new --half-life 60 --format json
      """)

  @Argument(help: "The item's id.")
  var item: String

  @Option(help: "Whether customers who have bought it may be next.")
  var mode: Mode = .all

  @Option(parsing: .unconditional, help: "How many recommendations a customer sees.")
  var top = 10

  @OptionGroup
  var related: RelatedItemsOptions

  @OptionGroup
  var global: GlobalOptions

  private static let columns = [
    ResultColumn("region_id", heading: "region", .text), ResultColumn("name", .shrinkingText),
    ResultColumn("share", .number(decimals: 3)), ResultColumn("customers", .integer),
    ResultColumn("bought", .integer), ResultColumn("speed", .text),
    ResultColumn("facility_id", heading: "facility", .text),
    ResultColumn("units", .number(decimals: 0)),
  ]

  func validate() throws {
    guard top > 0 else { throw ValidationError("--top is \(top), but must be 1 or more.") }
  }

  func run() throws {
    let session = Session(global)
    defer { session.progress.clear() }
    let dataset = try session.openDataset()
    let number = try dataset.number(ofItem: item)
    guard !dataset.network.regions.isEmpty else {
      throw Failure(
        "\(dataset.name.printable): found no regions, expected region_id in customers.csv to say "
          + "where customers live")
    }
    let found = try nextBuyers(of: number, dataset, session)
    session.progress.clear()
    var notices: [Notice] = []
    let reach = ReachTable(today: PlanInput(dataset: dataset, notices: &notices))
    let (homes, count) = (dataset.customers.regions, dataset.network.regions.count)
    let shares = found.shares(by: homes, count: count)
    let customers = found.counts(by: homes, count: count)
    let bought = dataset.purchases.buyerCounts(ofItem: number, by: homes, count: count)
    let table = ResultTable(
      columns: Self.columns, format: global.resultFormat, caption: caption(found, number, dataset))
    try table.write { row in
      for region in shares.indices.sorted(by: { (shares[$1], $0) < (shares[$0], $1) }) {
        try row(
          [
            .text(dataset.network.regions[region].id), .text(dataset.network.regions[region].name),
            .number(shares[region]), .integer(customers[region]), .integer(bought[region]),
          ] + cells(of: reach, number, region, dataset.network))
      }
    }
  }

  private func nextBuyers(
    of number: Int, _ dataset: Dataset, _ session: Session
  ) throws -> NextBuyers {
    let counts = try CoPurchases(dataset.purchases, work: session.work)
    let parameters = related.parameters
    let lists = try session.lists(
      of: dataset, by: parameters.relatedness, length: parameters.listLength
    ) { counts }
    return try RecommenderFactory(purchases: dataset.purchases, coPurchases: counts, lists: lists)
      .relatedItems(parameters)
      .nextBuyers(of: number, top: top, mode: mode, work: session.work)
  }

  private func caption(_ found: NextBuyers, _ number: Int, _ dataset: Dataset) -> String {
    let asked =
      found.isSample
      ? "asked \(found.asked) of \(found.candidates) whose purchases speak for it"
      : "of \(found.candidates) whose purchases speak for it"
    return "\(item) \(dataset.items.titles[number]): among the first \(top) of "
      + "\(found.buyers.count) customers, \(asked) (\(related.relatedness.summary), \(mode.rawValue))"
  }

  private func cells(
    of reach: ReachTable?, _ number: Int, _ region: Int, _ network: Network
  ) -> [Cell] {
    switch reach?[number, region] {
    case .promised(let promise):
      return [
        .text(network.speeds[Int(promise.speed)].id),
        .text(network.facilities[Int(promise.facility)].id),
        .number(reach?.units(of: number, to: region, at: Int(promise.speed)) ?? .nan),
      ]
    case .short where global.resultFormat == .table: return [.text("short"), .missing, .missing]
    case .short, .unserved, nil: return [.missing, .missing, .missing]
    }
  }
}
