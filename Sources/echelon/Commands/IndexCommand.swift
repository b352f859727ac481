import ArgumentParser
import Foundation
import Recommendations
import RetailData

/// `echelon index`: the related-items lists of all items.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Write the related-items lists of all items, as CSV or JSON.",
    discussion: """
      One row a pair: metric, item_id, rank, related_item_id, count, expected, score. The items \
      are counted once, however many metrics are asked for. A file appears whole or not at all.

      EXAMPLES
        echelon index --data shop --output related.csv
        echelon index --data shop --metric corrected --metric cosine --limit 20 --format json
        echelon index --data shop --within 30      what follows what within a month
      """)

  @Option(
    help: "A metric of the lists; may be given several times. (default: corrected)")
  var metric: [Metric] = []

  @OptionGroup
  var comparison: ComparisonOptions

  @OptionGroup
  var sequence: SequenceOptions

  @Option(parsing: .unconditional, help: "The length of each list at most.")
  var limit = 50

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "File to write to; .json and .csv choose the format. (default: standard output)",
      valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Read and count the data again, even where what is in the cache is fresh.")
  var rebuild = false

  @OptionGroup
  var global: GlobalOptions

  /// The metrics asked for, each once.
  private var metrics: [Metric] {
    metric.isEmpty ? [.corrected] : Metric.allCases.filter(metric.contains)
  }

  func validate() throws {
    try LimitOptions.validate(limit)
    if global.format == .table {
      throw ValidationError("The lists of all items are no table to read: use csv or json.")
    }
  }

  func run() throws {
    let session = Session(global)
    defer { session.progress.clear() }
    let dataset = try session.openDataset(rebuildingCache: rebuild)
    let counts = { try CoPurchases(dataset.purchases, work: session.work) }
    let relatednesses = metrics.map { metric in
      var relatedness = comparison.relatedness(metric)
      relatedness.sequence = sequence.purchases
      return relatedness
    }
    let sources: [IndexWriter.Source]
    if sequence.purchases.isPlain {
      let index = try session.index(
        of: dataset, unit: comparison.unit, listLength: limit, rebuilding: rebuild, counts: counts)
      sources = relatednesses.map { ($0, index) }
    } else {
      let counted = try counts()
      sources = try relatednesses.map {
        ($0, try counted.scored(by: $0, length: limit, work: session.work))
      }
    }
    let writer = IndexWriter(
      sources: sources, items: dataset.items.ids, limit: limit, format: format)
    try Destination(option: output).write { stream in
      try writer.write(to: &stream, work: session.work)
      session.progress.clear()
    }
  }

  private var format: IndexWriter.Format {
    if let format = global.format { return format == .json ? .json : .csv }
    if let output { return output.lowercased().hasSuffix(".json") ? .json : .csv }
    return global.resultFormat == .json ? .json : .csv
  }
}
