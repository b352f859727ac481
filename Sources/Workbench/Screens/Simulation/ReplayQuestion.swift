import InventoryPlanning
import RetailData

/// The days of one item or facility once more, under one policy.
struct ReplayQuestion: Question {
  let subject: ReplaySubject
  let simulated: Simulated
  let policy: Int
  let replication: Int

  struct Replay: Sendable {
    let days: [ReplayDay]
    let table: TableSource
  }

  var family: QuestionFamily { QuestionFamily(name: "replay \(subject)") }

  func answer(from workspace: Workspace, work: WorkContext) throws -> Replay {
    let days = try simulated.result.simulator.replay(
      subject, under: simulated.result.entries[policy].policy, replication: replication, work: work
    )
    return Replay(days: days, table: table(days))
  }

  private func table(_ days: [ReplayDay]) -> TableSource {
    func column(_ id: String, _ title: String, _ priority: Int, _ value: (ReplayDay) -> Int)
      -> TableColumn
    {
      TableColumn(
        id, title, .integers(Column(days.map { Int32(clamping: value($0)) })), .count,
        priority: priority)
    }
    let isItem = if case .item = subject { true } else { false }
    var columns = [
      TableColumn(
        "day", "Day", .integers(Column(days.indices.map { Int32($0 + 1) })), .count, priority: 0),
      column("on_hand", "On hand", 1, \.onHand), column("on_order", "On order", 4, \.onOrder),
    ]
    // Nobody asks a facility for anything: orders belong to items.
    if isItem { columns.append(column("ordered", "Ordered", 3, \.ordered)) }
    columns.append(column("shipped", "Shipped", 2, \.shipped))
    if isItem { columns.append(column("lost", "Lost", 2, \.lost)) }
    columns += [
      column("received", "Received", 3, \.received), column("bought", "Bought", 5, \.bought),
      column("sent", "Sent on", 6, \.sent),
    ]
    return TableSource(
      key: TableKey(name: "replay", basis: AnyQuestion(self)), rowCount: days.count,
      columns: columns, noun: "day")
  }

  static func == (left: Self, right: Self) -> Bool {
    left.subject == right.subject && left.simulated.id == right.simulated.id
      && left.policy == right.policy && left.replication == right.replication
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(subject)
    hasher.combine(simulated.id)
    hasher.combine(policy)
    hasher.combine(replication)
  }
}
