import RetailData

extension TableColumn {
  /// Ids of items.
  static func ids(
    of items: [Int], in dataset: Dataset, _ title: String = "Item", priority: Int
  ) -> TableColumn {
    TableColumn(
      "item_id", title, .strings(StringColumn(items.map { dataset.items.ids[$0] })), .text,
      width: 8...12, priority: priority)
  }

  /// Titles of items.
  static func titles(
    of items: [Int], in dataset: Dataset, width: ClosedRange<Int>, priority: Int
  ) -> TableColumn {
    TableColumn(
      "title", "Title", .strings(StringColumn(items.map { dataset.items.titles[$0] })), .text,
      width: width, priority: priority)
  }
}
