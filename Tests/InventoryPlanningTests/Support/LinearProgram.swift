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

  /// In free MPS: what GLPK, CLP and most others read. The constant is a column fixed at 1, as
  /// solvers disagree about the sign of a bound on the objective.
  var freeMPS: String {
    var text = "NAME echelon\nROWS\n N cost\n"
    for row in rows { text += " \(row.sense.rawValue) \(row.name)\n" }
    text += "COLUMNS\n"
    for column in columns {
      text += " \(column.name) cost \(column.cost)\n"
      for entry in column.entries {
        text += " \(column.name) \(rows[entry.row].name) \(entry.value)\n"
      }
    }
    text += " constant cost \(constant)\nRHS\n"
    for row in rows where row.bound != 0 { text += " rhs \(row.name) \(row.bound)\n" }
    text += "BOUNDS\n"
    for column in columns {
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
