import TestSupport
import Testing

@testable import RetailData

@Suite struct PurchaseParserTests {
  private struct Sale {
    let customer: String
    let item: String
    let order: String
    let time: UInt32
    let quantity: Int
  }

  private func read(_ directory: TemporaryDirectory, chunk: Int, threads: Int) throws -> Dataset {
    var reader = DirectoryReader(
      files: try DataDirectory(path: directory.path), problems: ProblemLog(.skipRows, limit: 1_000),
      work: WorkContext(threads: threads))
    reader.purchaseChunkSize = chunk
    return try reader.read(fingerprint: 0)
  }

  /// Names with quotes, line ends and more than 15 bytes; few times, so that many are equal.
  private func sales(_ writer: inout RandomCSV, count: Int) -> [Sale] {
    var names: [String] = []
    for number in 0..<20 { names.append("\(number)" + writer.value(0...24)) }
    return (0..<count).map { _ in
      Sale(
        customer: names.randomElement(using: &writer.random) ?? "",
        item: names.randomElement(using: &writer.random) ?? "",
        order: Bool.random(using: &writer.random)
          ? "" : names.randomElement(using: &writer.random) ?? "",
        time: UInt32.random(in: 0...9, using: &writer.random) * 100_000_000,
        quantity: Int.random(in: 1...9, using: &writer.random))
    }
  }

  /// What the small-data initializer makes of the same lines.
  private func expected(_ sales: [Sale]) -> Purchases {
    func number(_ names: [String]) -> (numbers: [Int], distinct: [String]) {
      var distinct: [String] = []
      let numbers = names.map { name -> Int in
        if let known = distinct.firstIndex(of: name) { return known }
        distinct.append(name)
        return distinct.count - 1
      }
      return (numbers, distinct)
    }
    let customers = number(sales.map(\.customer))
    let items = number(sales.map(\.item))
    let orders = number(sales.map(\.order).filter { !$0.isEmpty })
    let lines = sales.enumerated().map { row, sale in
      PurchaseLine(
        customer: customers.numbers[row], item: items.numbers[row],
        time: Timestamp(seconds: sale.time), quantity: Float(sale.quantity),
        order: orders.distinct.firstIndex(of: sale.order))
    }
    return Purchases(
      lines: lines, customerCount: customers.distinct.count, itemCount: items.distinct.count,
      orderIDs: orders.distinct)
  }

  @Test func everyChunkingAndThreadCountGivesTheOraclesRows() throws {
    var writer = RandomCSV(seed: 71)
    for round in 0..<12 {
      let sales = sales(&writer, count: [1, 2, 40, 200][round % 4])
      let header = ["order_id", "item_id", "quantity", "customer_id", "purchased_at"]
      let rows = sales.map {
        ["\($0.order)", $0.item, "\($0.quantity)", $0.customer, "\($0.time)"]
      }
      let directory = try TemporaryDirectory()
      try directory.write(writer.text([header] + rows), to: "purchases.csv")
      let oracle = expected(sales)
      var first: [String: [UInt8]]?
      for (chunk, threads) in [(1 << 20, 1), (7, 1), (7, 2), (64, 5), (333, 2), (1, 3)] {
        let data = try read(directory, chunk: chunk, threads: threads)
        let found = data.purchases
        #expect(Array(found.customerOffsets) == Array(oracle.customerOffsets))
        #expect(Array(found.items) == Array(oracle.items))
        #expect(Array(found.times) == Array(oracle.times))
        #expect(Array(found.quantities) == Array(oracle.quantities))
        #expect(Array(found.orders) == Array(oracle.orders))
        #expect(Array(found.orderIDs) == Array(oracle.orderIDs))
        #expect(Array(found.itemOffsets) == Array(oracle.itemOffsets))
        #expect(Array(found.customersByItem) == Array(oracle.customersByItem))
        #expect(Array(found.linesByItem) == Array(oracle.linesByItem))
        first = first ?? data.everything
        #expect(data.everything == first, "chunks of \(chunk), \(threads) threads")
      }
    }
  }

  /// Rows cut and spoiled at random: the same rows, counts and places whatever the chunks.
  @Test func badRowsAreTheSameForEveryChunking() throws {
    var writer = RandomCSV(seed: 72)
    for _ in 0..<10 {
      let sales = sales(&writer, count: 120)
      let header = ["item_id", "quantity", "customer_id", "purchased_at"]
      var text = writer.text(
        [header] + sales.map { [$0.item, "\($0.quantity)", $0.customer, "\($0.time)"] })
      for _ in 0..<20 {
        let place = Int.random(in: 60..<text.count, using: &writer.random)
        text[place] = Array("\"\n,\rx\u{ff}".utf8).randomElement(using: &writer.random) ?? 0
      }
      let directory = try TemporaryDirectory()
      try directory.write(text, to: "purchases.csv")
      let whole = try read(directory, chunk: 1 << 20, threads: 1)
      let check = try DataCheck.run(directory: directory.path)
      #expect(whole.notices.first?.rows == check.problemCount)
      for (chunk, threads) in [(5, 1), (17, 2), (100, 5)] {
        let found = try read(directory, chunk: chunk, threads: threads)
        #expect(found.everything == whole.everything, "chunks of \(chunk)")
      }
      // The first problem is the one that a strict opening throws.
      let strict = #expect(throws: DataProblem.self) {
        try Dataset.open(directory: directory.path, options: OpenOptions(useCache: false))
      }
      #expect(strict == check.problems.first)
    }
  }

  @Test func largeCustomersAndItemsAreSortedByTime() throws {
    var random = SeededGenerator(seed: 73)
    let count = 30_000
    let customers = Column((0..<count).map { _ in Int32.random(in: 0..<3, using: &random) })
    let times = Column((0..<count).map { _ in UInt32.random(in: 0...500_000_000, using: &random) })
    for threads in [1, 2, 5] {
      let rows = try TimeOrderedRows(
        owners: customers.buffer, times: times.buffer, ownerCount: 4,
        work: WorkContext(threads: threads))
      let order = (0..<count).sorted {
        (customers[$0], times[$0], $0) < (customers[$1], times[$1], $1)
      }
      #expect(rows.keys.map { Int(UInt32(truncatingIfNeeded: $0)) } == order)
      #expect(rows.offsets.last == UInt32(count))
    }
  }

  @Test func cancellingStopsTheReading() throws {
    let directory = try TemporaryDirectory(SmallShop.files)
    let work = WorkContext(threads: 2)
    work.cancellation.cancel()
    #expect(throws: CancellationError.self) {
      try Dataset.open(directory: directory.path, work: work)
    }
  }
}
