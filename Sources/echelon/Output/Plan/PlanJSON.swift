import InventoryPlanning

/// A plan as one JSON object: the figures that everybody asks for first, then the lists, one object
/// a line, then the rest.
enum PlanJSON {
  static func write(_ result: PlanResult, to stream: inout ByteStream) throws {
    stream.append("{")
    append("cost", .number(result.cost), isFirst: true, to: &stream)
    append("bound", .number(result.bound), to: &stream)
    append("gap", .number(result.gap), to: &stream)
    append("iterations", .integer(result.iterations), to: &stream)
    append("seconds", .number(result.seconds), to: &stream)
    try append(result.prices, to: &stream)
    try append(result.positions, to: &stream)
    appendCosts(of: result, to: &stream)
    try append(result.service, to: &stream)
    try append(result.purchases, to: &stream)
    try append(result.transfers, to: &stream)
    try append(result.targets, to: &stream)
    append("fractional_cost", .number(result.fractionalCost), to: &stream)
    append("goal", .number(result.goal.gap), to: &stream)
    append("ending", .text(result.ending.word), to: &stream)
    // Quantities of the solver, which foresees its cycle; `echelon simulate` calibrates levels.
    append("calibration", .text("as planned"), to: &stream)
    append("mode", .text(result.input.settings.mode.rawValue), to: &stream)
    append("scenarios", .integer(result.input.settings.scenarios), to: &stream)
    append("seed", seed(of: result), to: &stream)
    append("unreachable", .number(result.plan.unreachable), to: &stream)
    if !result.explanations.isEmpty { appendExplanations(of: result, to: &stream) }
    stream.append("\n}\n")
  }

  private static func append(
    _ key: String, _ value: Cell, isFirst: Bool = false, to stream: inout ByteStream
  ) {
    begin(key, isFirst: isFirst, in: &stream)
    JSONText.append(value, to: &stream.bytes)
  }

  private static func begin(_ key: String, isFirst: Bool = false, in stream: inout ByteStream) {
    stream.append(isFirst ? "\n  \"" : ",\n  \"")
    stream.append(key)
    stream.append("\":")
  }

  private static func append(_ table: PlanTable, to stream: inout ByteStream) throws {
    begin(table.name, in: &stream)
    stream.append("[")
    let names = JSONText.keys(table.columns)
    var isFirst = true
    try table.rows { cells in
      stream.append(isFirst ? "\n    " : ",\n    ")
      isFirst = false
      JSONText.append(object: cells, names: names, to: &stream.bytes)
      try stream.flushIfLarge()
    }
    stream.append(isFirst ? "]" : "\n  ]")
  }

  /// Those of items and those of facilities tell themselves apart by their keys.
  private static func appendExplanations(of result: PlanResult, to stream: inout ByteStream) {
    begin("explanations", in: &stream)
    stream.append("[")
    for (index, object) in result.explanations.flatMap(\.objects).enumerated() {
      stream.append(index == 0 ? "\n    " : ",\n    ")
      JSONText.append(
        object: object.map(\.value),
        names: JSONText.keys(object.map { ResultColumn($0.key, .text) }), to: &stream.bytes)
    }
    stream.append("\n  ]")
  }

  private static func appendCosts(of result: PlanResult, to stream: inout ByteStream) {
    let components = result.plan.costs.components
    let names = JSONText.keys(components.map { ResultColumn($0.name, .number(decimals: 2)) })
    begin("costs", in: &stream)
    JSONText.append(
      object: components.map { .number($0.cost) }, names: names, to: &stream.bytes)
  }

  /// A seed has 64 bits, which not every reader of JSON keeps; it is a number all the same.
  private static func seed(of result: PlanResult) -> Cell {
    let seed = result.input.settings.seed
    return Int(exactly: seed).map(Cell.integer) ?? .text(String(seed))
  }
}
