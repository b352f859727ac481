import Recommendations
import RetailData

/// What a customer will buy again, and when it is due.
struct BuyAgainQuestion: Question {
  let customer: Int

  var family: QuestionFamily { QuestionFamily(name: "buy again", subject: customer) }

  var isLong: Bool { true }

  func isAnswerable(in workspace: Workspace) -> Bool { workspace.analysis != nil }

  func answer(from workspace: Workspace, work: WorkContext) throws -> TableSource {
    guard let analysis = workspace.analysis else { throw CancellationError() }
    let model = try analysis.repeats.model(threads: work.threads)
    try work.checkCancelled()
    let items = workspace.dataset.items
    let list = model.outlook(of: customer)
    func texts(_ text: (RepeatOutlook) -> String) -> ColumnValues {
      .strings(StringColumn(list.map(text)))
    }
    func numbers(_ number: (RepeatOutlook) -> Double) -> ColumnValues {
      .doubles(Column(list.map(number)))
    }
    // A rhythm is named where there is one.
    func rhythm(_ number: (RepeatOutlook) -> Double) -> ColumnValues {
      numbers { $0.status == .unknown ? .nan : number($0) }
    }
    return TableSource(
      key: TableKey(name: "buy again", basis: AnyQuestion(self)), rowCount: list.count,
      columns: [
        TableColumn(
          "item_id", "Item", texts { items.ids[Int($0.item)] }, .text, width: 8...12, priority: 0),
        TableColumn(
          "title", "Title", texts { items.titles[Int($0.item)] }, .text, width: 8...40, priority: 4),
        TableColumn("due", "Due", texts(\.dueText), .text, width: 7...8, priority: 1),
        TableColumn(
          "probability", "7 days %", numbers { $0.probability * 100 }, .decimal(1), priority: 1),
        TableColumn("every_days", "Every, d", rhythm(\.typicalGapDays), .count, priority: 2),
        TableColumn("last_days_ago", "Last, d", numbers(\.ageDays), .count, priority: 2),
        TableColumn(
          "times", "Times", numbers { Double($0.purchaseDays) }, .count, priority: 3),
        TableColumn(
          "repeat_probability", "Come back %", numbers { $0.repeatProbability * 100 }, .decimal(0),
          priority: 6),
      ], subjects: Column(list.map(\.item)), noun: "item")
  }
}
