import Recommendations
import RetailData

/// What goes with an item, under the present parameters. Other metrics' columns are there but
/// empty: `ComparisonQuestion` takes longer, and the list is not to wait for it.
struct RelatedQuestion: Question {
  let item: Int
  let relatedness: Relatedness
  let limit: Int

  var family: QuestionFamily { QuestionFamily(name: "related", subject: item) }

  func isAnswerable(in workspace: Workspace) -> Bool { workspace.analysis != nil }

  func answer(from workspace: Workspace, work: WorkContext) throws -> TableSource {
    guard let analysis = workspace.analysis else { throw CancellationError() }
    let list = analysis.lists(relatedness, limit: limit)
      .related(to: item, by: relatedness, limit: limit)
    return RelatedTable(list: list, relatedness: relatedness).source(
      of: workspace.dataset, basis: AnyQuestion(self))
  }
}

/// The same list, with what every other metric would say of its items: score and rank.
struct ComparisonQuestion: Question {
  let related: RelatedQuestion

  var family: QuestionFamily { QuestionFamily(name: "comparison", subject: related.item) }

  func isAnswerable(in workspace: Workspace) -> Bool { workspace.analysis != nil }

  func answer(from workspace: Workspace, work: WorkContext) throws -> TableSource {
    guard let analysis = workspace.analysis else { throw CancellationError() }
    let relatedness = related.relatedness
    let list = analysis.lists(relatedness, limit: related.limit)
      .related(to: related.item, by: relatedness, limit: related.limit)
    var table = RelatedTable(list: list, relatedness: relatedness)
    for metric in Metric.allCases where metric != relatedness.metric {
      try work.checkCancelled()
      var other = relatedness
      other.metric = metric
      let all = analysis.coPurchases.related(to: related.item, by: other, limit: .max)
      table.compare(with: all, under: metric)
    }
    return table.source(of: workspace.dataset, basis: AnyQuestion(self))
  }
}

extension Model {
  func relatedQuestion(_ item: Int) -> RelatedQuestion {
    RelatedQuestion(
      item: item, relatedness: parameters.relatedness.effective, limit: parameters.listLength)
  }
}
