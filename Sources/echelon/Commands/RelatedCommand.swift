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
      """)

  @Argument(help: "The item's id.")
  var item: String

  @OptionGroup
  var measure: RelatednessOptions

  @OptionGroup
  var length: LimitOptions

  @OptionGroup
  var global: GlobalOptions

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
    let relatedness = measure.relatedness
    let counts = try CoPurchases(dataset.purchases, work: session.work)
    let related = counts.related(to: number, by: relatedness, limit: length.limit)
    session.progress.clear()
    let table = ResultTable(
      columns: Self.columns, format: global.resultFormat,
      caption:
        "Bought with \(item) \(dataset.items.titles[number]) (buyers: \(counts.buyerCount(of: number))); "
        + relatedness.summary,
      emptyText: "nobody who bought \(item) bought anything else")
    try table.write { row in
      for (index, other) in related.enumerated() {
        try row([
          .text(dataset.items.ids[Int(other.item)]), .text(dataset.items.titles[Int(other.item)]),
          .integer(index + 1), .integer(Int(other.count)), .number(other.expected),
          .number(other.score),
        ])
      }
    }
  }
}
