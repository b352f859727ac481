import RetailData

/// Which table, and which state of its figures: equal keys mean equal contents.
struct TableKey: Hashable, Sendable {
  let name: String
  /// Counts changes of the figures in a table of all items or customers.
  var version = 0
  /// The question that the table answers, where it does.
  var basis: AnyQuestion?
}

/// What a table shows: rows of numbers 0 ..< rowCount, in columns. A value; nothing in it depends
/// on how it is sorted or scrolled.
struct TableSource: Sendable {
  let key: TableKey
  let rowCount: Int
  let columns: [TableColumn]
  /// By row: what the row stands for (an item's or a customer's number), or -1. Nil: the row itself.
  var subjects: Column<Int32>?
  /// Rows that are headings over those that follow. They are left out once the table is sorted or
  /// filtered, when they head nothing.
  var headings: [Int: String] = [:]
  /// What the rows are called: "item".
  var noun = "row"

  func subject(_ row: Int) -> Int? {
    guard let subjects else { return row }
    return subjects[row] < 0 ? nil : Int(subjects[row])
  }

  func column(_ id: String) -> TableColumn? {
    columns.first { $0.id == id }
  }
}
