import RetailData

/// In which order a table's rows stand, and which of them.
struct ArrangeQuestion: Question {
  let source: TableSource
  let arrangement: Arrangement

  /// Row numbers in order, and how many rows they were taken from.
  struct Order: Sendable {
    let rows: [Int32]?
    let rowCount: Int
  }

  var family: QuestionFamily { QuestionFamily(name: "arrange " + source.key.name) }

  var supersedes: Bool { source.key.basis?.base.supersedes ?? false }

  func answer(from workspace: Workspace, work: WorkContext) throws -> Order {
    Order(
      rows: try Arranger.rows(of: source, arrangement, work: work), rowCount: source.rowCount)
  }

  static func == (left: Self, right: Self) -> Bool {
    left.source.key == right.source.key && left.arrangement == right.arrangement
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(source.key)
    hasher.combine(arrangement)
  }
}
