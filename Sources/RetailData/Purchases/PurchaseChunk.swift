/// The rows of one stretch of `purchases.csv`, with names numbered by the worker that read them.
struct PurchaseChunk {
  /// Byte range of the records: the next chunk must start where this one ends.
  let start: Int
  fileprivate(set) var end: Int
  /// Whose `PurchaseNames` the numbers refer to.
  let worker: Int
  /// By `NameKind`; empty where the file does not have the column.
  fileprivate(set) var names: [[Int32]] = [[], [], [], []]
  fileprivate(set) var times: [UInt32] = []
  /// Empty where the file does not have the column.
  fileprivate(set) var quantities: [Float] = []
  fileprivate(set) var prices: [Float] = []
  /// The first problems, and the number of all.
  fileprivate(set) var problems: [RowProblem] = []
  fileprivate(set) var problemCount = 0

  var count: Int { times.count }

  /// A chunk whose bytes all belong to the record before it.
  static func empty(at position: Int) -> PurchaseChunk {
    PurchaseChunk(start: position, end: position, worker: 0)
  }
}

/// The names that one worker has met, by `NameKind`.
///
/// Used by one worker at a time.
final class PurchaseNames {
  let tables: [NameTable]

  init(source: UnsafeBufferPointer<UInt8>) {
    tables = NameKind.allCases.map { _ in NameTable(source: source) }
  }
}

/// Reads stretches of `purchases.csv`.
struct PurchaseChunkParser {
  let table: CSVTable
  let bindings: PurchaseBindings
  /// Problems kept in full, of one chunk.
  let problemLimit: Int
  /// Stop at the first problem.
  let stopsAtProblem: Bool

  /// The records that start in `start ..< limit`.
  func parse(from start: Int, to limit: Int, names: PurchaseNames, worker: Int) -> PurchaseChunk {
    let buffer = table.text.bytes.buffer
    let fields = UnsafeMutableBufferPointer<FieldRange>.allocate(capacity: table.header.count)
    defer { fields.deallocate() }
    var row = Row(bytes: buffer, fields: fields)
    var scanner = RecordScanner(buffer, from: start)
    var batch = NameBatch(bindings)
    var chunk = PurchaseChunk(start: start, end: start, worker: worker)
    chunk.reserve((limit - start) / 24, bindings)
    let isASCII = table.isASCII
    while scanner.position < limit {
      row.position = scanner.position
      do throws(RowProblem) {
        switch scanner.next(into: fields) {
        case .end: break
        case .malformed(let malformation): throw RowProblem(malformation)
        case .record(let count):
          row.finish(at: scanner.position)
          if count != fields.count || !isASCII { try table.check(fieldCount: count, row: row) }
          try take(&row, into: &chunk, &batch)
        }
      } catch {
        chunk.problemCount += 1
        if chunk.problems.count < problemLimit { chunk.problems.append(error) }
        if stopsAtProblem { break }
      }
      if batch.isFull {
        batch.flush(to: &chunk, names)
        row.clear()
      }
    }
    batch.flush(to: &chunk, names)
    chunk.end = scanner.position
    return chunk
  }

  @inline(__always)
  private func take(_ row: inout Row, into chunk: inout PurchaseChunk, _ batch: inout NameBatch)
    throws(RowProblem)
  {
    let customer = try row.identifier(bindings.customer)
    let item = try row.identifier(bindings.item)
    let time = try row.time(bindings.time)
    let quantity = try row.number(bindings.quantity, in: .positive, missing: 1)
    let price = try row.number(bindings.price, in: .notNegative, missing: .nan)
    chunk.times.append(time.seconds)
    if bindings.quantity.index != nil { chunk.quantities.append(Float(quantity)) }
    if bindings.price.index != nil { chunk.prices.append(Float(price)) }
    batch.add(customer, item, row.text(bindings.order), row.text(bindings.speed))
  }
}

extension PurchaseChunk {
  fileprivate mutating func reserve(_ rows: Int, _ bindings: PurchaseBindings) {
    times.reserveCapacity(rows)
    names[NameKind.customer.rawValue].reserveCapacity(rows)
    names[NameKind.item.rawValue].reserveCapacity(rows)
    if bindings.quantity.index != nil { quantities.reserveCapacity(rows) }
    if bindings.price.index != nil { prices.reserveCapacity(rows) }
  }
}

/// The names of some rows, waiting to be numbered together.
private struct NameBatch: ~Copyable {
  private let texts: UnsafeMutablePointer<UnsafeBufferPointer<UInt8>>
  private let numbers: UnsafeMutableBufferPointer<Int32>
  private let kinds: [NameKind]
  private let hasOrder: Bool
  private let hasSpeed: Bool
  private var count = 0

  var isFull: Bool { count == NameTable.batchSize }

  init(_ bindings: PurchaseBindings) {
    texts = .allocate(capacity: NameTable.batchSize * NameKind.allCases.count)
    numbers = .allocate(capacity: NameTable.batchSize)
    hasOrder = bindings.order.index != nil
    hasSpeed = bindings.speed.index != nil
    kinds = [.customer, .item] + (hasOrder ? [.order] : []) + (hasSpeed ? [.speed] : [])
  }

  deinit {
    texts.deallocate()
    numbers.deallocate()
  }

  @inline(__always)
  mutating func add(
    _ customer: UnsafeBufferPointer<UInt8>, _ item: UnsafeBufferPointer<UInt8>,
    _ order: UnsafeBufferPointer<UInt8>, _ speed: UnsafeBufferPointer<UInt8>
  ) {
    texts[count] = customer
    texts[NameTable.batchSize + count] = item
    if hasOrder { texts[2 * NameTable.batchSize + count] = order }
    if hasSpeed { texts[3 * NameTable.batchSize + count] = speed }
    count += 1
  }

  mutating func flush(to chunk: inout PurchaseChunk, _ names: PurchaseNames) {
    for kind in kinds {
      let column = UnsafeBufferPointer(
        start: texts + kind.rawValue * NameTable.batchSize, count: count)
      names.tables[kind.rawValue].number(column, into: numbers)
      chunk.names[kind.rawValue].append(
        contentsOf: UnsafeMutableBufferPointer(rebasing: numbers[..<count]))
    }
    count = 0
  }
}
