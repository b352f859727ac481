import Recommendations
import RetailData

/// What a learned method's score adds up from, by the weights it has learned: purchases, or the three
/// parts of a blend.
struct AddendsQuestion: Question {
  let recommended: RecommendQuestion
  let item: Int

  var family: QuestionFamily {
    QuestionFamily(name: "addends \(item)", subject: recommended.customer)
  }

  var training: Training? { recommended.training }

  func isAnswerable(in workspace: Workspace) -> Bool { recommended.isAnswerable(in: workspace) }

  func answer(from workspace: Workspace, work: WorkContext) throws -> TableSource {
    let list = try recommended.list(from: workspace, work: work)
    let recommendation = list.first { Int($0.item) == item }
    if let parts = recommendation?.parts { return source(parts) }
    let because = recommendation?.because ?? []
    return TableSource(
      key: TableKey(name: "why", basis: AnyQuestion(self)), rowCount: because.count,
      columns: because.columns(adding: because.map(\.contribution), workspace.dataset, places: 4),
      subjects: Column(because.map(\.item)), noun: "purchase")
  }

  private func source(_ parts: BlendParts) -> TableSource {
    let kinds = BlendParts.Kind.allCases
    return TableSource(
      key: TableKey(name: "why", basis: AnyQuestion(self)), rowCount: kinds.count,
      columns: [
        TableColumn(
          "contribution", "Adds", .doubles(Column(kinds.map { parts[$0] })), .decimal(2),
          priority: 0),
        TableColumn(
          "part", "Part", .strings(StringColumn(kinds.map(\.title))), .text, width: 8...10,
          priority: 1),
        TableColumn(
          "about", "What it is", .strings(StringColumn(kinds.map(\.explanation))), .text,
          width: 16...40, priority: 2),
      ], subjects: Column(kinds.map { _ in -1 }), noun: "part")
  }
}

extension BlendParts.Kind {
  var title: String {
    switch self {
    case .forecast: "Forecast"
    case .related: "Related"
    case .rhythm: "Rhythm"
    }
  }

  fileprivate var explanation: String {
    switch self {
    case .forecast: "what the network foretells"
    case .related: "how it goes with other purchases"
    case .rhythm: "how often, how lately, whether due"
    }
  }
}

extension [Contribution] {
  /// What each purchase adds, what it was, and how the addend comes about.
  ///
  /// - Parameter places: Decimals: learned weights are small.
  func columns(adding: [Double], _ dataset: Dataset, places: Int) -> [TableColumn] {
    let items = map { Int($0.item) }
    let end = dataset.end ?? Timestamp(seconds: 0)
    return [
      TableColumn(
        "contribution", "Adds", .doubles(Column(adding)), .decimal(places), priority: 0),
      .ids(of: items, in: dataset, "Bought", priority: 1),
      .titles(of: items, in: dataset, width: 8...40, priority: 8),
      TableColumn(
        "age_days", "Days ago", .doubles(Column(map { end.days(since: $0.purchasedAt) })), .count,
        priority: 6),
      TableColumn("weight", "w", .doubles(Column(map(\.weight))), .decimal(2), priority: 2),
      TableColumn(
        "score", "S", .doubles(Column(map(\.relatedness))), .decimal(places), priority: 3),
    ]
  }
}
