import Recommendations
import RetailData
import TerminalUI

/// What every method recommends to a customer, item by item: one row an item, and its place on each
/// method's list, so that one sees what they agree on.
struct AlignedPage: PageKind {
  let customer: Int

  var tables: [TableState] {
    var state = TableState()
    state.column = "methods"
    return [state]
  }

  var usesParameters: Bool { true }

  func crumb(in workspace: Workspace) -> String { "methods aligned" }

  func summary(in workspace: Workspace) -> String {
    CustomerPage(customer: customer).summary(in: workspace)
  }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    let (card, table) = area.splitRows(top: 2)
    return [Pane(content: .card("missing"), area: card), Pane(content: .table(0), area: table)]
  }

  func methods(of table: Int, in model: Model) -> [Method] { Method.allCases }

  /// Who is not among the columns, and why.
  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    let missing = Method.allCases.filter { model.learningText($0) != nil }.map(\.rawValue)
    canvas.write("The place of each item among the first \(AlignedQuestion.places)", row: 0, .dim)
    guard !missing.isEmpty else { return }
    let how = model.trainingsToAskFor.isEmpty ? "learning" : "yet to learn, L lets them"
    canvas.write("\(how): \(missing.joined(separator: ", "))", row: 1, .dim)
  }

  func questions(of page: Page, in model: Model) -> [any Question] {
    Method.allCases.map { model.recommendQuestion(customer, $0) } + [question(model)]
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    model.answers.known(question(model)).map { Shown($0.value, isCurrent: $0.isCurrent) }
  }

  func destination(of page: Page, row: Int, in model: Model) -> Place? {
    source(0, of: page, in: model)?.value.subject(row).map { .item($0) }
  }

  func emptyText(_ table: Int, in model: Model) -> String { "nothing to recommend" }

  /// The lists that are there, of methods that have not yet learned none.
  private func question(_ model: Model) -> AlignedQuestion {
    AlignedQuestion(
      customer: customer,
      lists: Method.allCases.map { method in
        let known = model.answers.known(model.recommendQuestion(customer, method))
        return AlignedQuestion.List(
          method: method,
          items: known?.value.list.prefix(AlignedQuestion.places).map(\.item) ?? [])
      })
  }
}

/// Puts the methods' lists side by side.
struct AlignedQuestion: Question {
  /// The first places of every list.
  static let places = 12

  struct List: Hashable, Sendable {
    let method: Method
    let items: [Int32]
  }

  let customer: Int
  let lists: [List]

  var family: QuestionFamily { QuestionFamily(name: "aligned", subject: customer) }

  func answer(from workspace: Workspace, work: WorkContext) throws -> TableSource {
    var methods: [Int32: Int] = [:]
    var best: [Int32: Int] = [:]
    for list in lists {
      for (place, item) in list.items.enumerated() {
        methods[item, default: 0] += 1
        best[item] = min(best[item] ?? place, place)
      }
    }
    // What most methods agree on first.
    let items = methods.keys.sorted {
      (methods[$1] ?? 0, best[$0] ?? 0, $0) < (methods[$0] ?? 0, best[$1] ?? 0, $1)
    }
    let table = workspace.dataset.items
    var columns = [
      TableColumn(
        "item_id", "Item", .strings(StringColumn(items.map { table.ids[Int($0)] })), .text,
        width: 8...12, priority: 0),
      TableColumn(
        "title", "Title", .strings(StringColumn(items.map { table.titles[Int($0)] })), .text,
        width: 12...34, priority: 3),
      TableColumn(
        "methods", "Methods", .integers(Column(items.map { Int32(methods[$0] ?? 0) })), .count,
        priority: 1),
    ]
    for list in lists where !list.items.isEmpty {
      let places = items.map { item in list.items.firstIndex(of: item).map { Double($0 + 1) } }
      columns.append(
        TableColumn(
          list.method.rawValue, list.method.shortTitle,
          .doubles(Column(places.map { $0 ?? .nan })), .count, priority: 2))
    }
    return TableSource(
      key: TableKey(name: "aligned", basis: AnyQuestion(self)), rowCount: items.count,
      columns: columns, subjects: Column(items), noun: "item")
  }
}

extension Recommendations.Method {
  /// Above a narrow column: the first letters of its words, `rel-ite`.
  fileprivate var shortTitle: String {
    let words = rawValue.split(separator: "-")
    return words.count > 1
      ? words.map { String($0.prefix(3)) }.joined(separator: "-") : String(rawValue.prefix(8))
  }
}
