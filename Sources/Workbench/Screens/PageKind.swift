import Recommendations
import TerminalUI

/// How one kind of page behaves and looks. A screen is a folder of these; everything that tables
/// do (move, sort, filter, search, export) is written once, elsewhere.
protocol PageKind: Sendable {
  /// One state for every table of the page, as the page opens.
  var tables: [TableState] { get }

  /// The table that keys act on first.
  var firstFocus: Int { get }

  /// The page's part of the breadcrumb.
  func crumb(in workspace: Workspace) -> String

  /// What stands at the right of the title bar.
  func summary(in workspace: Workspace) -> String

  /// Whether the parameters change what this page shows.
  var usesParameters: Bool { get }

  /// The panes that fit into `area`, left to right.
  func panes(of page: Page, in area: Rect) -> [Pane]

  /// The same where what is known decides: a table as high as it has rows.
  func panes(of page: Page, in area: Rect, model: Model) -> [Pane]

  /// What a table of the page shows; nil while it is being computed.
  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>?

  /// What the page wants to know now.
  func questions(of page: Page, in model: Model) -> [any Question]

  /// Where Enter leads from the selected row.
  func destination(of page: Page, row: Int, in model: Model) -> Place?

  /// The figure of the plan that changes what the row says, by its path: chosen where Enter leads
  /// to the plan screen.
  func figure(of page: Page, row: Int, in model: Model) -> String?

  /// What shows of the list where Enter leads that which the row speaks of; nil where the list is
  /// left as it is.
  func arrangement(of page: Page, row: Int, in model: Model) -> Arrangement?

  /// Draws a pane that is not a table.
  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas)

  /// The method whose recommendations a table has; nil where it has none.
  func method(of table: Int, in model: Model) -> Method?

  /// The methods whose recommendations a table needs.
  func methods(of table: Int, in model: Model) -> [Method]

  /// What to say where a table has no rows at all.
  func emptyText(_ table: Int, in model: Model) -> String
}

extension PageKind {
  var firstFocus: Int { 0 }
  func panes(of page: Page, in area: Rect, model: Model) -> [Pane] { panes(of: page, in: area) }
  var usesParameters: Bool { false }
  func questions(of page: Page, in model: Model) -> [any Question] { [] }
  func destination(of page: Page, row: Int, in model: Model) -> Place? { nil }
  func figure(of page: Page, row: Int, in model: Model) -> String? { nil }
  func arrangement(of page: Page, row: Int, in model: Model) -> Arrangement? { nil }
  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {}
  func method(of table: Int, in model: Model) -> Method? { nil }
  func methods(of table: Int, in model: Model) -> [Method] {
    method(of: table, in: model).map { [$0] } ?? []
  }
  func emptyText(_ table: Int, in model: Model) -> String { "nothing here" }
}

/// A value on screen, and whether it is the right one for the present parameters.
struct Shown<Value> {
  let value: Value
  let isCurrent: Bool

  init(_ value: Value, isCurrent: Bool = true) {
    self.value = value
    self.isCurrent = isCurrent
  }
}

/// One part of the body.
struct Pane: Hashable {
  enum Content: Hashable {
    case table(Int)
    case card(String)
  }

  let content: Content
  let area: Rect
  /// A line above the content; empty for none.
  var heading = ""

  /// Where the content stands, under the heading.
  var inner: Rect {
    heading.isEmpty ? area : area.splitRows(top: 1).rest
  }

  /// Rows of a table that are visible, under its column titles.
  var visibleRows: Int { max(0, inner.rows - 1) }
}
