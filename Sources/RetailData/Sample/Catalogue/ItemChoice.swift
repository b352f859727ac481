/// Draws categories and items for unplanned shopping, where only categories that have items count.
struct ItemChoice {
  /// Categories that have items.
  let categories: [Int32]
  /// The same, by department; empty where the department has no items.
  let categoriesOfDepartment: [[Int32]]
  /// Departments that have items.
  let departments: [Int]
  private let categoryTable: AliasTable
  private let departmentTables: [AliasTable?]
  private let itemsOfCategory: [[Int32]]
  private let itemTables: [AliasTable?]

  init(catalogue: SampleCatalogue, calendar: ShopCalendar) {
    var items = [[Int32]](repeating: [], count: CategoryPlan.all.count)
    for item in 0..<catalogue.count { items[Int(catalogue.category[item])].append(Int32(item)) }
    let filled = CategoryPlan.all.indices.filter { !items[$0].isEmpty }
    let byDepartment = Department.allCases.map { department in
      filled.filter { CategoryPlan.all[$0].department == department }.map { Int32($0) }
    }
    itemsOfCategory = items
    categories = filled.map { Int32($0) }
    categoriesOfDepartment = byDepartment
    departments = byDepartment.indices.filter { !byDepartment[$0].isEmpty }
    // Wishes out of season are refused, so that seasonal categories need more of them.
    categoryTable = AliasTable(
      weights: filled.map { CategoryPlan.all[$0].share / calendar.meanAppetite(category: $0) })
    departmentTables = byDepartment.map { members in
      members.isEmpty
        ? nil : AliasTable(weights: members.map { CategoryPlan.all[Int($0)].share })
    }
    itemTables = items.map { members in
      members.isEmpty
        ? nil : AliasTable(weights: members.map { catalogue.popularity[Int($0)] })
    }
  }

  func drawCategory(_ stream: inout KeyedStream) -> Int {
    Int(categories[categoryTable.draw(&stream)])
  }

  /// A category of a department that has items.
  func drawCategory(department: Int, _ stream: inout KeyedStream) -> Int32 {
    guard let table = departmentTables[department] else {
      preconditionFailure("drew from an empty department")
    }
    return categoriesOfDepartment[department][table.draw(&stream)]
  }

  /// An item of a category that has items, popular ones more often.
  func drawItem(category: Int, _ stream: inout KeyedStream) -> Int {
    guard let table = itemTables[category] else {
      preconditionFailure("drew from an empty category")
    }
    return Int(itemsOfCategory[category][table.draw(&stream)])
  }
}
