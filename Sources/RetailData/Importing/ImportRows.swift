/// Sorts the rows of an export into purchases and the reasons why others are none.
struct ImportRows {
  private let table: CSVTable
  private let bindings: ImportBindings
  private let options: ImportOptions
  private(set) var shop: ImportedShop
  private(set) var report = ImportReport()
  private var examples: [SkipReason: RowExamples] = [:]
  /// Rows left out, if someone wants them all: where they start, and why.
  private var skipped: [(position: Int, reason: SkipReason)] = []
  private var seen = IdentifierBuilder()
  private var problems: ProblemLog

  init(table: CSVTable, bindings: ImportBindings, options: ImportOptions) {
    self.table = table
    self.bindings = bindings
    self.options = options
    shop = ImportedShop(bindings: bindings)
    problems = ProblemLog(.skipRows, limit: options.skippedRowsFile == nil ? 100 : .max)
  }

  mutating func read(work: WorkContext) throws {
    var locator = LineLocator(table.text)
    var log = problems
    try table.forEachRow(&log, work: work) { row throws(RowProblem) in
      try take(&row, locator: &locator)
    }
    problems = log
    var bad = RowExamples()
    for problem in problems.kept { bad.add(line: problem.line ?? 0) }
    bad.addUnlisted(problems.count - problems.kept.count)
    examples[.badRow] = bad
    report.rowsRead += bad.count
    report.problems = Array(problems.kept.prefix(100))
    report.skipped = SkipReason.allCases.compactMap { reason in
      guard let rows = examples[reason], rows.count > 0 else { return nil }
      return SkippedRows(reason: reason, rows: rows)
    }
  }

  /// "a file of 12 rows: 10 no customer, 2 not a product".
  var summary: String {
    let reasons = report.skipped.map { "\($0.rows.count) \($0.reason.rawValue)" }
    return "\(report.rowsRead) \(report.rowsRead == 1 ? "row" : "rows")"
      + (reasons.isEmpty ? "" : ": ")
      + reasons.joined(separator: ", ")
  }

  private mutating func take(_ row: inout Row, locator: inout LineLocator) throws(RowProblem) {
    let customer = row.text(bindings.customer).trimmingSpaces()
    let item = row.text(bindings.item).trimmingSpaces()
    let order = row.text(bindings.order).trimmingSpaces()
    let time = try row.time(bindings.time)
    let quantity = try row.number(
      bindings.quantity, in: .any, missing: column(bindings.quantity, 1))
    let price = try row.number(bindings.price, in: .any, missing: .nan)
    if item.isEmpty { _ = try row.identifier(bindings.item) }
    report.rowsRead += 1
    let reason = reason(
      customer: customer, item: item, order: order, quantity: quantity, price: price)
    if let reason {
      examples[reason, default: RowExamples()].add(line: locator.locate(row.position).line)
      if options.skippedRowsFile != nil { skipped.append((row.position, reason)) }
      return
    }
    report.rowsKept += 1
    if !seen.insert(row.record).isNew {
      report.duplicatesKept.add(line: locator.locate(row.position).line)
    }
    let itemNumber = shop.items.insert(item).number
    let customerNumber = shop.customers.insert(customer).number
    shop.purchases.field(customer)
    shop.purchases.field(item)
    shop.purchases.field(time)
    if bindings.quantity.index != nil {
      shop.purchases.field(row.text(bindings.quantity).trimmingSpaces())
    }
    if bindings.price.index != nil {
      shop.purchases.field(row.text(bindings.price).trimmingSpaces())
      if !price.isNaN { shop.prices.append((Int32(itemNumber), Float(price))) }
    }
    if bindings.order.index != nil { shop.purchases.field(order) }
    shop.purchases.endRow()
    shop.titles.add(row.text(bindings.title).trimmingSpaces(), for: itemNumber)
    shop.brands.add(row.text(bindings.brand).trimmingSpaces(), for: itemNumber)
    shop.categories.add(row.text(bindings.category).trimmingSpaces(), for: itemNumber)
    shop.regions.add(row.text(bindings.region).trimmingSpaces(), for: customerNumber)
  }

  /// A default only where the export has no such column: an empty field in one it has is a problem.
  private func column(_ binding: ColumnBinding, _ value: Double) -> Double? {
    binding.index == nil ? value : nil
  }

  /// The first reason, in the order of `SkipReason`, why a row is no purchase; nil where it is one.
  private func reason(
    customer: UnsafeBufferPointer<UInt8>, item: UnsafeBufferPointer<UInt8>,
    order: UnsafeBufferPointer<UInt8>, quantity: Double, price: Double
  ) -> SkipReason? {
    let isOnlineRetail = options.preset == .onlineRetail
    if isOnlineRetail, let first = order.first, first | 32 == UInt8(ascii: "c") {
      return .cancellation
    }
    if customer.isEmpty { return .missingCustomer }
    if isOnlineRetail, let first = item.first, first &- 48 >= 10 { return .notAProduct }
    if quantity <= 0 { return .quantityNotPositive }
    if price < 0 || (isOnlineRetail && price == 0) { return .priceNotPositive }
    return nil
  }

  /// Lists all rows that were not kept: line, reason, and the row itself.
  func writeSkipped(to path: String) throws {
    var rows = skipped.map { (position: $0.position, reason: $0.reason.rawValue) }
    rows.sort { $0.position < $1.position }
    var locator = LineLocator(table.text)
    var lines = rows.map { row in
      (line: locator.locate(row.position).line, reason: row.reason, text: record(at: row.position))
    }
    lines += problems.kept.map { problem in
      (
        line: problem.line ?? 0, reason: SkipReason.badRow.rawValue,
        text: "found \(problem.found), expected \(problem.expected)"
      )
    }
    var output = CSVOutput(header: ["line", "reason", "row"])
    for line in lines.sorted(by: { $0.line < $1.line }) {
      output.field(String(line.line))
      output.field(line.reason)
      output.field(line.text)
      output.endRow()
    }
    var file = try AtomicFile(path: path)
    try output.bytes.withUnsafeBytes { try file.write($0) }
    try file.commit()
  }

  private func record(at position: Int) -> String {
    let buffer = table.text.bytes.buffer
    var scanner = RecordScanner(buffer, from: position)
    _ = scanner.next(into: UnsafeMutableBufferPointer(start: nil, count: 0))
    let text = UnsafeBufferPointer(rebasing: buffer[position..<min(scanner.position, buffer.count)])
    return String(decoding: text, as: UTF8.self).trimmingLineEnd
  }
}

extension String {
  fileprivate var trimmingLineEnd: String {
    var text = self
    while let last = text.last, last.isNewline { text.removeLast() }
    return text
  }
}
