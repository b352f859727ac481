/// All rows of `purchases.csv` in the order of the file, with the numbers that hold everywhere.
struct PurchaseRows {
  let items: Column<Int32>
  let customers: Column<Int32>
  /// Empty where the file does not name orders or speeds.
  let orders: Column<Int32>
  let speeds: Column<Int32>
  let times: Column<UInt32>
  /// Empty where the file does not have the column.
  let quantities: Column<Float>
  let prices: Column<Float>

  var count: Int { times.count }
}

/// The names of all rows, in the order of their first appearance behind those already known.
struct PurchaseRowNames {
  var customers: IdentifierBuilder
  var items: IdentifierBuilder
  var orders = IdentifierBuilder()
  var speeds = IdentifierBuilder()

  subscript(kind: NameKind) -> IdentifierBuilder {
    get {
      switch kind {
      case .customer: customers
      case .item: items
      case .order: orders
      case .speed: speeds
      }
    }
    set {
      switch kind {
      case .customer: customers = newValue
      case .item: items = newValue
      case .order: orders = newValue
      case .speed: speeds = newValue
      }
    }
  }
}

extension PurchaseRows {
  /// Joins the chunks. Each kind of name is numbered by one thread, from the first row to the last:
  /// so the numbers do not depend on which worker met a name first.
  init(_ outcome: PurchaseParser.Outcome, names: inout PurchaseRowNames, work: WorkContext) throws {
    let chunks = outcome.chunks
    let kinds = NameKind.allCases
    var builders = kinds.map { names[$0] }
    var columns = kinds.map { _ in Column<Int32>() }
    try builders.withUnsafeMutableBufferPointer { builders in
      try columns.withUnsafeMutableBufferPointer { columns in
        // Each kind is touched by one worker; the workers' tables are only read.
        nonisolated(unsafe) let builders = builders
        nonisolated(unsafe) let columns = columns
        nonisolated(unsafe) let tables = outcome.names.map(\.tables)
        try work.forEachChunk(of: kinds.count, chunk: 1) { _, range in
          for kind in range {
            columns[kind] = try Self.renumber(
              chunks, kind, tables: tables.map { $0[kind] }, into: &builders[kind], work: work)
          }
        }
      }
    }
    for kind in kinds { names[kind] = builders[kind.rawValue] }
    customers = columns[NameKind.customer.rawValue]
    items = columns[NameKind.item.rawValue]
    orders = columns[NameKind.order.rawValue]
    speeds = columns[NameKind.speed.rawValue]
    times = Self.join(chunks.map(\.times))
    quantities = Self.join(chunks.map(\.quantities))
    prices = Self.join(chunks.map(\.prices))
  }

  private static func renumber(
    _ chunks: [PurchaseChunk], _ kind: Int, tables: [NameTable],
    into builder: inout IdentifierBuilder, work: WorkContext
  ) throws -> Column<Int32> {
    // By worker and its number of a name: the number everywhere, or -1 if not met yet.
    var numbers = tables.map { [Int32](repeating: -1, count: $0.count) }
    return try Column(count: chunks.reduce(0) { $0 + $1.names[kind].count }) { target in
      var position = 0
      for chunk in chunks {
        try work.checkCancelled()
        let table = tables[chunk.worker]
        numbers[chunk.worker].withUnsafeMutableBufferPointer { known in
          for local in chunk.names[kind] {
            if local < 0 {
              target[position] = -1
            } else {
              if known[Int(local)] < 0 {
                known[Int(local)] = Int32(builder.insert(table[Int(local)]).number)
              }
              target[position] = known[Int(local)]
            }
            position += 1
          }
        }
      }
    }
  }

  private static func join<Element: BitwiseCopyable & Sendable>(_ parts: [[Element]])
    -> Column<Element>
  {
    Column(count: parts.reduce(0) { $0 + $1.count }) { target in
      var position = 0
      for part in parts {
        _ = UnsafeMutableBufferPointer(rebasing: target[position...]).update(fromContentsOf: part)
        position += part.count
      }
    }
  }
}
