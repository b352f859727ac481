import InventoryPlanning
import RetailData

/// What stands elsewhere, or in other amounts, than in the plan it is compared with, and why: before
/// quantities are made whole.
struct DifferenceQuestion: Question {
  let plan: PlanFigures.ID
  let baseline: PlanFigures.ID

  struct Differences: Sendable {
    /// What moved, the most valuable first.
    let moved: TableSource
    /// Units of targets that are higher than before, and lower; their value at cost.
    let more: Double
    let less: Double
    let value: Double
  }

  var family: QuestionFamily { QuestionFamily(name: "plan differences") }

  var supersedes: Bool { true }

  func isAnswerable(in workspace: Workspace) -> Bool {
    workspace.plan?.id == plan && workspace.planBaseline?.id == baseline
  }

  func answer(from workspace: Workspace, work: WorkContext) throws -> Differences {
    guard let now = workspace.plan, let before = workspace.planBaseline else {
      throw Failure("the plan that was to be compared is gone")
    }
    return try Differences(
      now, before, dataset: workspace.dataset, basis: AnyQuestion(self), work: work)
  }
}

extension DifferenceQuestion.Differences {
  private struct Move {
    let item: Int
    let facility: Int
    let before: Double
    let now: Double
    let value: Double
    /// What is to stand there in whole cases.
    let whole: Double
    var because = ""
  }

  fileprivate init(
    _ plan: PlanFigures, _ baseline: PlanFigures, dataset: Dataset, basis: AnyQuestion,
    work: WorkContext
  ) throws {
    let (now, before) = (plan.beforeWholeCases, baseline.beforeWholeCases)
    let causes = MoveCauses(now, before, dataset: dataset)
    var moves: [Move] = []
    let facilities = now.input.network.facilities.count
    var change = [Double](repeating: 0, count: facilities)
    var old = change
    for item in 0..<now.input.items.count {
      if item & 0xff == 0 { try work.checkCancelled() }
      for facility in 0..<facilities { (change[facility], old[facility]) = (0, 0) }
      for position in before.positions(ofItem: item) {
        old[Int(position.facility)] = Double(position.target)
        change[Int(position.facility)] -= Double(position.target)
      }
      for position in now.positions(ofItem: item) {
        change[Int(position.facility)] += Double(position.target)
      }
      for facility in 0..<facilities where abs(change[facility]) > 0.05 {
        moves.append(
          Move(
            item: item, facility: facility, before: old[facility],
            now: old[facility] + change[facility],
            value: change[facility] * now.input.items.unitCost[item],
            whole: Double(plan.position(ofItem: item, at: facility)?.target ?? 0),
            because: causes.text(item: item, facility: facility, change: change)))
      }
    }
    moves.sort { abs($0.value) > abs($1.value) }
    more = moves.reduce(0) { $0 + max(0, $1.now - $1.before) }
    less = moves.reduce(0) { $0 + max(0, $1.before - $1.now) }
    value = moves.reduce(0) { $0 + $1.value }
    moved = Self.table(moves, dataset, basis)
  }

  private static func table(_ moves: [Move], _ dataset: Dataset, _ basis: AnyQuestion)
    -> TableSource
  {
    let items = dataset.items
    let facilities = dataset.network.facilities
    func numbers(
      _ id: String, _ title: String, _ format: CellFormat, _ priority: Int,
      _ value: (Move) -> Double
    ) -> TableColumn {
      TableColumn(id, title, .doubles(Column(moves.map(value))), format, priority: priority)
    }
    return TableSource(
      key: TableKey(name: "plan differences", basis: basis), rowCount: moves.count,
      columns: [
        TableColumn(
          "item_id", "Item", .strings(StringColumn(moves.map { items.ids[$0.item] })), .text,
          width: 6...12, priority: 0),
        TableColumn(
          "title", "Title", .strings(StringColumn(moves.map { items.titles[$0.item] })), .text,
          width: 10...36, priority: 6),
        TableColumn(
          "facility", "Facility",
          .coded(CodedColumn(moves.map { facilities[$0.facility].shownName })), .text,
          width: 8...18, priority: 1),
        numbers("was", "Was", .decimal(1), 3) { $0.before },
        numbers("now", "Now", .decimal(1), 2) { $0.now },
        numbers("moved", "Moved", .decimal(1), 5) { $0.now - $0.before },
        numbers("value", "Value", .decimal(0), 7) { $0.value },
        numbers("target", "In cases", .decimal(0), 8) { $0.whole },
        TableColumn(
          "because", "Because", .strings(StringColumn(moves.map(\.because))), .text,
          width: 23...60, priority: 4),
      ], subjects: Column(moves.map { Int32($0.item) }), noun: "move")
  }
}

extension Model {
  /// Nil where there is no plan, nothing to compare it with, or nothing to tell apart.
  var differenceQuestion: DifferenceQuestion? {
    guard let now = planning.newest, let baseline = planning.baseline else { return nil }
    return DifferenceQuestion(plan: now.id, baseline: baseline.id)
  }

  /// An empty table in place of differences that there cannot be.
  var nothingToCompare: Shown<TableSource>? {
    differenceQuestion == nil ? .nothing : nil
  }

  /// What moved, as far as it is known; not current where it is not about the present changes.
  var planDifferences: Shown<DifferenceQuestion.Differences>? {
    guard let question = differenceQuestion, let known = answers.known(question) else { return nil }
    return Shown(
      known.value, isCurrent: known.isCurrent && planning.figures?.isCurrent == true)
  }
}

extension Shown<TableSource> {
  /// A table that only says why it is empty.
  static var nothing: Shown<TableSource> {
    Shown(TableSource(key: TableKey(name: "nothing"), rowCount: 0, columns: []))
  }
}
