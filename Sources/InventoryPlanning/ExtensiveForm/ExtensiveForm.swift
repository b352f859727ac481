import RetailData

/// The whole planning problem over its scenarios as one linear program: what the planner's bound is
/// a bound of.
///
/// Made straight from the input and the draws, item by item, and from nothing that the planner
/// computes: whoever solves it with a solver of their own checks the planner. Its size is that of
/// items × scenarios × (arcs + transfers + facilities): a few hundred items are for commercial
/// solvers, thousands for nobody.
public struct ExtensiveForm<Draws: DrawSource>: Sendable {
  private let input: PlanInput
  private let draws: Draws
  private let supplyRows: [[Int]]
  private let stockRows: [[Int]]

  /// - Parameter draws: Those that the planner was given.
  public init(input: PlanInput, draws: Draws) {
    self.input = input
    self.draws = draws
    supplyRows = Self.grouped(input.network.supply.map(\.item), count: input.items.count)
    stockRows = Self.grouped(input.network.inventory.map(\.item), count: input.items.count)
  }

  /// Writes it as free MPS, to be minimised; money per day. A column fixed at 1 carries the constant
  /// of the objective.
  ///
  /// - Parameter sink: Takes the text in pieces.
  /// - Throws: `CancellationError`, and what `sink` throws.
  public func write(work: WorkContext, to sink: ([UInt8]) throws -> Void) throws {
    try withoutActuallyEscaping(sink) { sink in
      var text = MPSText(sink: sink)
      try write(to: &text, work: work)
      try text.flush()
    }
  }

  private func write(to text: inout MPSText, work: WorkContext) throws {
    for line in Self.legend { try text.line("* " + line) }
    try text.line("NAME echelon")
    let coupling = try writeRows(to: &text, work: work)
    try writeColumns(coupling, to: &text, work: work)
    try writeRightHandSides(coupling, to: &text, work: work)
    try text.line("BOUNDS")
    try text.line(" FX BOUND one 1")
    try text.line("ENDATA")
  }

  private static var legend: [String] {
    [
      "Items i, facilities f and g, speeds k and rows of the CSV files are numbered from 0 in the",
      "order of the data, epochs e and scenarios w from 0. Rows: storage, inbound, outbound of a",
      "facility; target: a fill target; D: demand of a class; C: stock of an item at a facility up",
      "to an epoch; H: stock on hand. Columns: z a lane decided now (v supply row, t transfer row),",
      "x a shipment, T a transfer decided later, s what is missing from a fill target.",
    ]
  }

  private func program(ofItem item: Int) -> ItemProgram {
    ItemProgram(
      item: item, input: input, draws: draws.draws(ofItem: item), supply: supplyRows[item],
      stock: stockRows[item])
  }

  /// The rows' names; what all items together say of the rows that they share.
  private func writeRows(to text: inout MPSText, work: WorkContext) throws -> CouplingRows {
    var coupling = CouplingRows(input)
    try text.line("ROWS")
    try text.line(" N cost")
    try forEachItem(stage: "writing rows", work: work) { program in
      for row in program.rows { try text.line(" L \(row.name)") }
      coupling.add(program)
    }
    for row in coupling.rows { try text.line(" \(row.isAtLeast ? "G" : "L") \(row.name)") }
    return coupling
  }

  private func writeColumns(
    _ coupling: CouplingRows, to text: inout MPSText, work: WorkContext
  ) throws {
    try text.line("COLUMNS")
    let known = Set(coupling.rows.map(\.name))
    var constant = 0.0
    try forEachItem(stage: "writing columns", work: work) { program in
      constant += program.constant
      for column in program.columns {
        // Even a column without a cost has to be there.
        try text.line(" \(column.name) cost \(column.cost)")
        for entry in column.entries {
          try text.entry(column.name, program.rows[entry.row].name, entry.value)
        }
        for entry in column.shared where known.contains(entry.row) {
          try text.entry(column.name, entry.row, entry.value)
        }
      }
    }
    for target in coupling.targets {
      try text.line(" s\(target.number) cost \(coupling.missingPrice)")
      try text.entry("s\(target.number)", target.name, 1)
    }
    try text.line(" one cost \(constant)")
  }

  private func writeRightHandSides(
    _ coupling: CouplingRows, to text: inout MPSText, work: WorkContext
  ) throws {
    try text.line("RHS")
    try forEachItem(stage: "writing limits", work: work) { program in
      for row in program.rows { try text.entry("RHS", row.name, row.limit) }
    }
    for row in coupling.rows { try text.entry("RHS", row.name, row.limit) }
  }

  private func forEachItem(
    stage: String, work: WorkContext, _ body: (ItemProgram) throws -> Void
  ) throws {
    for item in 0..<input.items.count {
      try work.checkCancelled()
      try body(program(ofItem: item))
      work.report(
        WorkProgress(stage: stage, done: item + 1, total: input.items.count, unit: "items"))
    }
  }

  private static func grouped(_ items: [Int32], count: Int) -> [[Int]] {
    var rows = [[Int]](repeating: [], count: count)
    for (row, item) in items.enumerated() { rows[Int(item)].append(row) }
    return rows
  }
}
