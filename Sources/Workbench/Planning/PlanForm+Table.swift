import InventoryPlanning
import RetailData

extension PlanForm {
  /// The form as a table like any other.
  ///
  /// - Parameter version: Counts changes of the values where the order of rows depends on them.
  func source(version: Int) -> TableSource {
    TableSource(
      key: TableKey(name: "plan form", version: version), rowCount: rowCount, columns: columns,
      noun: "figure")
  }

  /// What changes never touch.
  var fixedColumns: [TableColumn] {
    [
      TableColumn("path", "Figure", .strings(paths), .path, width: 36...44, priority: 0),
      TableColumn("label", "What it is", .coded(labels), .text, width: 14...30, priority: 4),
      TableColumn("unit", "Unit", .coded(units), .text, width: 13...24, priority: 3),
      TableColumn("name", "Of", .coded(subjects), .sentence, width: 14...40, priority: 5),
    ]
  }

  var movingColumns: [TableColumn] {
    var value = TableColumn(
      "value", "Value", .doubles(Column(values)), .figure, width: valueWidth...valueWidth,
      priority: 1)
    value.notes = words
    var change = TableColumn(
      "change", "Change", .doubles(Column(shares)), .figure,
      width: PlanForm.changeWidth...PlanForm.changeWidth, priority: 2)
    change.notes = changes
    return [value, change]
  }

  /// Whether an arrangement of the table depends on values.
  static func dependsOnValues(_ arrangement: Arrangement) -> Bool {
    ["value", "change"].contains { name in
      arrangement.sortColumn == name || arrangement.filter.contains(name)
    }
  }
}

extension ParameterGroup {
  /// As a heading.
  var title: String {
    switch self {
    case .plan: "how to plan"
    case .facility: "facilities"
    case .speed: "speeds"
    case .transfer: "transfers"
    case .delivery: "deliveries"
    case .vendor: "vendors"
    case .supply: "supply"
    case .item: "items"
    case .category: "categories"
    case .categorySpeed: "targets of categories"
    }
  }
}
