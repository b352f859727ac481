import RetailData

/// Rows of figures of different kinds under headings: texts at left and right, and what the
/// difference comes to.
struct FigureRows {
  private var names: [String] = []
  private var lefts: [String] = []
  private var rights: [String] = []
  private var differences: [Double] = []
  private var headings: [Int: String] = [:]

  mutating func head(_ text: String) {
    headings[names.count] = text
    add(text, "", "")
  }

  mutating func add(_ name: String, _ left: String, _ right: String) {
    names.append(name)
    lefts.append(left)
    rights.append(right)
    differences.append(.nan)
  }

  mutating func add(_ name: String, _ left: Double?, _ right: Double?, places: Int) {
    func text(_ number: Double?) -> String {
      number.map { NumberText.decimal($0, places: places) } ?? "no plan"
    }
    add(name, text(left), text(right))
    if let left, let right { differences[differences.count - 1] = right - left }
  }

  func source(titles: (left: String, right: String), basis: AnyQuestion) -> TableSource {
    TableSource(
      key: TableKey(name: "scenario figures", basis: basis), rowCount: names.count,
      columns: [
        TableColumn(
          "figure", "Figure", .strings(StringColumn(names)), .path, width: 16...60, priority: 0),
        TableColumn(
          "left", titles.left, .strings(StringColumn(lefts)), .text, width: 10...12, priority: 1),
        TableColumn(
          "right", titles.right, .strings(StringColumn(rights)), .text, width: 10...12, priority: 1),
        TableColumn(
          "difference", "Change", .doubles(Column(differences)), .decimal(2), priority: 2),
      ], headings: headings, noun: "figure")
  }
}
