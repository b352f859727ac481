import ArgumentParser
import Recommendations
import RetailData

/// `echelon related`: what is bought by the buyers of an item.
struct RelatedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "related",
    abstract: "List the items most related to an item.",
    discussion: """
      Related are items that the buyers of the item buy more often than chance would have it: \
      count is the number of customers who bought both (N), expected what chance alone would \
      give (E), and score compares the two.

      EXAMPLES
        echelon related 85123A --data shop
        echelon related 85123A --metric cosine --limit 5
        echelon related 85123A --score normalized --format json
        echelon related 85123A --within 30      what follows it within a month
      """)

  @Argument(help: "The item's id.")
  var item: String

  @OptionGroup
  var measure: RelatednessOptions

  @OptionGroup
  var sequence: SequenceOptions

  @OptionGroup
  var length: LimitOptions

  @OptionGroup
  var global: GlobalOptions

  private var columns: [ResultColumn] {
    let decimals = ResultColumn("count", .number(decimals: 2))
    return Self.columns.map {
      $0.name == "count" && sequence.purchases.halfLifeDays != nil ? decimals : $0
    }
  }

  static let columns = [
    ResultColumn("item_id", heading: "item", .text),
    ResultColumn("title", .shrinkingText),
    ResultColumn("rank", .integer),
    ResultColumn("count", .integer),
    ResultColumn("expected", .number(decimals: 2)),
    ResultColumn("score", .number(decimals: 2)),
  ]

  func run() throws {
    let session = Session(global)
    defer { session.progress.clear() }
    let dataset = try session.openDataset()
    let number = try dataset.number(ofItem: item)
    var relatedness = measure.relatedness
    relatedness.sequence = sequence.purchases
    let counts = try CoPurchases(dataset.purchases, work: session.work)
    let related = counts.related(to: number, by: relatedness, limit: length.limit)
    session.progress.clear()
    let table = ResultTable(
      columns: columns, format: global.resultFormat,
      caption:
        "Bought with \(item) \(dataset.items.titles[number]) (buyers: \(counts.buyerCount(of: number))); "
        + relatedness.summary,
      emptyText: "nobody who bought \(item) bought anything else")
    try table.write { row in
      for (index, other) in related.enumerated() {
        try row([
          .text(dataset.items.ids[Int(other.item)]), .text(dataset.items.titles[Int(other.item)]),
          .integer(index + 1), countCell(other.count), .number(other.expected),
          .number(other.score),
        ])
      }
    }
  }

  /// Customers are whole, unless age counts.
  private func countCell(_ count: Double) -> Cell {
    sequence.purchases.halfLifeDays == nil ? .integer(Int(count)) : .number(count)
  }
}
