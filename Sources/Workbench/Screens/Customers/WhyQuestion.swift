import Recommendations
import RetailData

/// Why `related-items` gives an item the score it has for a customer, purchase by purchase.
struct WhyQuestion: Question {
  let customer: Int
  let item: Int
  let mode: Mode
  let parameters: RecommenderParameters
  let terms: TermWeights
  /// Whether purchases that add nothing are listed too, with what they would add.
  let isWhyNot: Bool

  var family: QuestionFamily { QuestionFamily(name: "why \(item)", subject: customer) }

  struct Explanation: Sendable {
    let whyNot: WhyNot
    let source: TableSource
  }

  func isAnswerable(in workspace: Workspace) -> Bool { workspace.analysis != nil }

  func answer(from workspace: Workspace, work: WorkContext) throws -> Explanation {
    guard let factory = workspace.factory(for: parameters) else { throw CancellationError() }
    let whyNot = factory.relatedItems(parameters)
      .whyNot(
        customer: customer, item: item, mode: mode,
        adding: workspace.analysis?.term(terms))
    return Explanation(whyNot: whyNot, source: source(whyNot, workspace.dataset))
  }

  private func source(_ whyNot: WhyNot, _ dataset: Dataset) -> TableSource {
    let addends = whyNot.addends.filter { isWhyNot || $0.contribution > 0 }.enumerated().sorted {
      let left = ($1.element.contribution, $1.element.potential.contribution, $0.offset)
      return left < ($0.element.contribution, $0.element.potential.contribution, $1.offset)
    }.map(\.element)
    let items = addends.map { Int($0.potential.item) }
    let potentials = addends.map(\.potential)
    var columns = potentials.columns(adding: addends.map(\.contribution), dataset, places: 2)
    columns.append(
      TableColumn(
        "count", "N", .doubles(Column(potentials.map { $0.count ?? 0 })),
        parameters.relatedness.countFormat, priority: 4))
    if parameters.relatedness.metric.comparesWithChance {
      columns.append(
        TableColumn(
          "expected", "E", .doubles(Column(addends.map(\.potential.expected))), .decimal(2),
          priority: 5))
    }
    if isWhyNot {
      columns.append(
        TableColumn(
          "list_rank", "Place",
          .doubles(Column(addends.map { $0.listRank.map(Double.init) ?? .nan })),
          .count, priority: 7))
      columns.append(
        TableColumn(
          "to_beat", "To beat", .doubles(Column(addends.map { $0.lastOnList ?? .nan })),
          .decimal(2), priority: 9))
    }
    return TableSource(
      key: TableKey(name: "why", basis: AnyQuestion(self)), rowCount: addends.count,
      columns: columns, subjects: Column(items.map { Int32($0) }), noun: "purchase")
  }
}
