import Recommendations
import RetailData

/// A related-items list as a table: N, E and score, and beside them other metrics.
struct RelatedTable {
  let list: [RelatedItem]
  let relatedness: Relatedness

  private struct Opinion {
    let scores: [Double]
    let ranks: [Int32]
  }

  private var opinions: [Metric: Opinion] = [:]

  init(list: [RelatedItem], relatedness: Relatedness) {
    self.list = list
    self.relatedness = relatedness
  }

  /// Takes in another metric's whole list.
  mutating func compare(with all: [RelatedItem], under metric: Metric) {
    var places: [Int32: Int] = [:]
    for (place, related) in all.enumerated() { places[related.item] = place }
    opinions[metric] = Opinion(
      scores: list.map { related in places[related.item].map { all[$0].score } ?? .nan },
      ranks: list.map { related in Int32((places[related.item] ?? -1) + 1) })
  }

  func source(of dataset: Dataset, basis: AnyQuestion) -> TableSource {
    let items = list.map { Int($0.item) }
    var columns: [TableColumn] = [
      TableColumn(
        "rank", "#", .integers(Column(items.indices.map { Int32($0 + 1) })), .count, priority: 0),
      .ids(of: items, in: dataset, priority: 1),
      .titles(of: items, in: dataset, width: 22...40, priority: 5),
      TableColumn(
        "count", "N", .doubles(Column(list.map(\.count))), relatedness.countFormat, priority: 3),
    ]
    if relatedness.metric.comparesWithChance {
      columns.append(
        TableColumn(
          "expected", "E", .doubles(Column(list.map(\.expected))), .decimal(2), priority: 4))
    }
    columns.append(
      TableColumn(
        "score", relatedness.metric.scoreTitle(relatedness.score),
        .doubles(Column(list.map(\.score))), .decimal(relatedness.metric.places), priority: 2))
    for metric in Metric.allCases where metric != relatedness.metric {
      let opinion = opinions[metric]
      var rank = TableColumn(
        "\(metric.rawValue)_rank", "#", opinion.map { .integers(Column($0.ranks)) } ?? .pending,
        .count, width: opinion == nil ? 2...2 : nil, priority: 9 + metric.usefulness)
      rank.owner = metric.rawValue
      columns += [
        TableColumn(
          metric.rawValue, metric.shortTitle,
          opinion.map { .doubles(Column($0.scores)) } ?? .pending, .decimal(metric.places),
          width: opinion == nil ? 6...6 : nil, priority: 9 + metric.usefulness),
        rank,
      ]
    }
    return TableSource(
      key: TableKey(name: "related", basis: basis), rowCount: list.count, columns: columns,
      subjects: Column(list.map(\.item)), noun: "item")
  }
}

extension Relatedness {
  /// Customers are whole, unless old purchases count less.
  var countFormat: CellFormat { sequence.halfLifeDays == nil ? .count : .decimal(2) }
}

extension Metric {
  /// Decimals that tell neighbours in a list apart.
  var places: Int {
    switch self {
    case .cooccurrence: 0
    case .cosine, .jaccard: 3
    case .lift, .naive, .corrected: 2
    case .llr: 1
    }
  }

  /// Where there is little room, the metrics that differ most from each other come first.
  fileprivate var usefulness: Int {
    switch self {
    case .corrected: 0
    case .cosine: 1
    case .llr: 2
    case .cooccurrence: 3
    case .lift: 4
    case .jaccard: 5
    case .naive: 6
    }
  }

  var shortTitle: String {
    switch self {
    case .cooccurrence: "both"
    case .cosine: "cosine"
    case .jaccard: "jaccard"
    case .lift: "lift"
    case .llr: "llr"
    case .naive: "naive"
    case .corrected: "correct."
    }
  }

  fileprivate func scoreTitle(_ score: Score) -> String {
    comparesWithChance ? "Score" : rawValue.prefix(1).uppercased() + rawValue.dropFirst()
  }
}
