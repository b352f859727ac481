/// A linear program to be minimised, built column by column, for a solver that is not ours.
struct LinearProgram {
  enum Sense: String {
    case atMost = "L"
    case atLeast = "G"
    case equal = "E"
  }

  struct Column {
    let name: String
    let cost: Double
    var lower = 0.0
    var upper = Double.infinity
    var isInteger = false
    /// Each row at most once.
    var entries: [(row: Int, value: Double)] = []
  }

  struct Row {
    let name: String
    let sense: Sense
    let bound: Double
  }

  private(set) var columns: [Column] = []
  private(set) var rows: [Row] = []
  /// What is paid whatever the columns are.
  var constant = 0.0

  /// - Returns: The column's number.
  mutating func addColumn(
    _ name: String, cost: Double, upper: Double = .infinity,
    entries: [(row: Int, value: Double)]
  ) -> Int {
    columns.append(
      Column(name: name, cost: cost, upper: upper, entries: entries.filter { $0.value != 0 }))
    return columns.count - 1
  }

  /// - Returns: The row's number.
  mutating func addRow(_ name: String, _ sense: Sense, _ bound: Double) -> Int {
    rows.append(Row(name: name, sense: sense, bound: bound))
    return rows.count - 1
  }

  mutating func limit(column: Int, to range: ClosedRange<Double>) {
    columns[column].lower = range.lowerBound
    columns[column].upper = range.upperBound
  }

  mutating func makeInteger(column: Int) { columns[column].isInteger = true }

  /// Adds a term to a row that the column is not in yet.
  mutating func add(_ value: Double, ofColumn column: Int, toRow row: Int) {
    columns[column].entries.append((row, value))
  }

  /// In free MPS: what GLPK, CLP and most others read. The constant is a column fixed at 1, as
  /// solvers disagree about the sign of a bound on the objective.
  var freeMPS: String {
    var text = "NAME echelon\nROWS\n N cost\n"
    for row in rows { text += " \(row.sense.rawValue) \(row.name)\n" }
    text += "COLUMNS\n"
    var isMarked = false
    // Integer columns stand between markers.
    for column in columns.filter({ !$0.isInteger }) + columns.filter(\.isInteger) {
      if column.isInteger, !isMarked {
        text += " marker 'MARKER' 'INTORG'\n"
        isMarked = true
      }
      text += " \(column.name) cost \(column.cost)\n"
      for entry in column.entries {
        text += " \(column.name) \(rows[entry.row].name) \(entry.value)\n"
      }
    }
    if isMarked { text += " marker 'MARKER' 'INTEND'\n" }
    text += " constant cost \(constant)\nRHS\n"
    for row in rows where row.bound != 0 { text += " rhs \(row.name) \(row.bound)\n" }
    text += "BOUNDS\n"
    for column in columns {
      if column.isInteger, column.upper == .infinity {
        // Without a bound some readers take 1.
        text += " PL bound \(column.name)\n"
      }
      if column.lower == column.upper {
        text += " FX bound \(column.name) \(column.lower)\n"
        continue
      }
      if column.lower != 0 { text += " LO bound \(column.name) \(column.lower)\n" }
      if column.upper < .infinity { text += " UP bound \(column.name) \(column.upper)\n" }
    }
    return text + " FX bound constant 1\nENDATA\n"
  }
}
