/// What `purchases.csv` says: the lines, and all the names they use.
struct PurchaseHistory {
  let items: Identifiers
  let customers: Identifiers
  let purchases: Purchases
}

extension DirectoryReader {
  /// Items and customers that only purchases name follow the known ones, in the order of their
  /// first appearance.
  mutating func readPurchases(
    items: IdentifierBuilder, customers: IdentifierBuilder, speeds: NamedRows<Speed>
  ) throws -> PurchaseHistory {
    guard let table = try open(.purchases) else {
      if files.files[.purchases] == nil { try problems.addWholeFile(missingPurchases) }
      return PurchaseHistory(
        items: items.build(), customers: customers.build(),
        purchases: Purchases(lines: [], customerCount: customers.count, itemCount: items.count))
    }
    let parser = PurchaseParser(
      parser: PurchaseChunkParser(
        table: table, bindings: PurchaseBindings(table), problemLimit: problems.limit,
        stopsAtProblem: problems.policy == .stop),
      chunkSize: purchaseChunkSize, work: work)
    let outcome = try parser.parse()
    try addProblems(of: outcome.chunks, in: table)
    var names = PurchaseRowNames(customers: customers, items: items)
    let rows = try PurchaseRows(outcome, names: &names, work: work)
    finish(table, rows: rows.count)
    if rows.count == 0, problems.count(in: table.text.path) == 0 {
      try problems.addWholeFile(
        DataProblem(
          file: table.text.path, found: "a header without rows", expected: "purchases",
          advice: "export the file again, with its rows"))
    }
    noteAdded(names.items, known: items.count, .items)
    noteAdded(names.customers, known: customers.count, .customers)
    let speedNumbers = speedNumbers(of: names.speeds, rows: rows.speeds, known: speeds)
    work.report(
      WorkProgress(stage: "sorting the purchases", done: 0, total: rows.count, unit: "rows"))
    return PurchaseHistory(
      items: names.items.build(), customers: names.customers.build(),
      purchases: try Purchases(
        rows, customerCount: names.customers.count, itemCount: names.items.count,
        orderIDs: names.orders.build().names, speedNumbers: speedNumbers, work: work))
  }

  private var missingPurchases: DataProblem {
    DataProblem(
      file: DataDirectory.join(files.path, DataFile.purchases.name), found: "nothing there",
      expected: "a purchases.csv or purchases.csv.gz",
      advice: "export the purchases under that name; echelon import makes it from other columns")
  }

  private mutating func addProblems(of chunks: [PurchaseChunk], in table: CSVTable) throws {
    var locator = LineLocator(table.text)
    for chunk in chunks where chunk.problemCount > 0 {
      for problem in chunk.problems {
        try problems.add(locator.locate(problem, path: table.text.path))
      }
      problems.addUnlisted(chunk.problemCount - chunk.problems.count, in: table.text.path)
    }
  }

  private mutating func noteAdded(_ names: IdentifierBuilder, known: Int, _ file: DataFile) {
    let added = names.count - known
    // Without the file nothing is missing from it: purchases alone are enough.
    if added == 0 || files.files[file] == nil { return }
    notice(
      .purchases,
      Self.added(added, to: file, example: names[known]), rows: added)
  }

  /// By the rows' numbers of speeds: the network's numbers, or -1 for a speed it does not have.
  private mutating func speedNumbers(
    of names: IdentifierBuilder, rows: Column<Int32>, known: NamedRows<Speed>
  ) -> [Int8] {
    let numbers = (0..<names.count).map { name in
      Int8(known.rows.firstIndex { $0.id == names[name] } ?? -1)
    }
    guard let unknown = numbers.firstIndex(of: -1) else { return numbers }
    let count = rows.buffer.count { $0 >= 0 && numbers[Int($0)] < 0 }
    let reason =
      files.files[.speeds] == nil
      ? "there is no speeds.csv, so speeds such as" : "speeds.csv does not have"
    notice(
      .purchases, "\(reason) \(RowProblem.quote(names[unknown])): those purchases have no speed",
      rows: count)
    return numbers
  }
}
