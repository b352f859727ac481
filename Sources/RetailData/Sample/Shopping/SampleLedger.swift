import Synchronization

/// All purchases of the sample, by customer, six bytes a line and eight an order.
struct SampleLedger {
  /// Customers whose purchases are made and kept together.
  static let chunkSize = 512

  /// The purchases of `chunkSize` neighbouring customers.
  struct Chunk {
    /// By customer of the chunk, and one more: positions in `orderTimes`.
    var firstOrder: [Int32] = [0]
    /// By order, in order of time within a customer.
    var orderTimes: [UInt32] = []
    /// By order, and one more: positions in the columns below.
    var firstLine: [Int32] = [0]
    var items: [Int32] = []
    var quantities: [UInt8] = []
    /// The person (low 4 bits) and the cause (high 4 bits).
    var notes: [UInt8] = []

    mutating func append(_ lines: [ShopperLine]) {
      for (place, line) in lines.enumerated() {
        if place == 0 || line.time != lines[place - 1].time {
          if place > 0 { firstLine.append(Int32(items.count)) }
          orderTimes.append(line.time)
        }
        items.append(line.item)
        quantities.append(line.quantity)
        notes.append(line.person | line.cause.rawValue << 4)
      }
      if !lines.isEmpty { firstLine.append(Int32(items.count)) }
      firstOrder.append(Int32(orderTimes.count))
    }
  }

  let chunks: [Chunk]
  let customerCount: Int
  let lineCount: Int
  /// Lines of the accounts planted as heavy buyers.
  let heavyLineCount: Int
  let heavyCustomerCount: Int

  /// Makes the purchases of all customers, `lines` in all.
  init(shop: ShopModel, customers: Int, lines: Int, work: WorkContext) throws {
    let spending = try SampleLedger.spending(customers: customers, seed: shop.seed, work: work)
    let budgets = SampleLedger.budgets(weights: spending.map(\.weight), lines: lines)
    let chunkCount = (customers + SampleLedger.chunkSize - 1) / SampleLedger.chunkSize
    let made = Mutex<(chunks: [Chunk], lines: Int)>(
      ([Chunk](repeating: Chunk(), count: chunkCount), 0))
    try work.forEachChunk(of: chunkCount, chunk: 1) { _, range in
      for number in range {
        var chunk = Chunk()
        let first = number * SampleLedger.chunkSize
        for customer in first..<min(first + SampleLedger.chunkSize, customers) {
          let household = Household(customer: customer, lines: budgets[customer], shop: shop)
          var shopper = Shopper(customer: customer, household: household, shop: shop)
          chunk.append(shopper.shop(lines: budgets[customer]))
        }
        let done = made.withLock { made in
          made.lines += chunk.items.count
          made.chunks[number] = chunk
          return made.lines
        }
        work.report(
          WorkProgress(stage: "making purchases", done: done, total: lines, unit: "rows"))
      }
    }
    chunks = made.withLock { $0.chunks }
    customerCount = customers
    lineCount = lines
    let heavy = spending.indices.filter { spending[$0].isHeavy }
    heavyCustomerCount = heavy.count
    heavyLineCount = heavy.reduce(0) { $0 + budgets[$1] }
  }

  /// Lines per customer, in proportion to the weights; they add up to `lines` exactly.
  static func budgets(weights: [Double], lines: Int) -> [Int] {
    let total = weights.reduce(0, +)
    var sum = 0.0
    var given = 0
    return weights.indices.map { customer in
      sum += weights[customer]
      let upTo =
        customer == weights.count - 1
        ? lines : min(lines, Int((sum / total * Double(lines)).rounded()))
      defer { given = upTo }
      return upTo - given
    }
  }

  private static func spending(
    customers: Int, seed: UInt64, work: WorkContext
  ) throws -> [Household.Spending] {
    try work.checkCancelled()
    return (0..<customers).map { Household.Spending(customer: $0, seed: seed) }
  }
}

extension SampleLedger {
  /// Every order of all customers, oldest first: the time in the high half, the customer in the
  /// low one.
  func ordersByTime() -> [UInt64] {
    var keys: [UInt64] = []
    keys.reserveCapacity(chunks.reduce(0) { $0 + $1.orderTimes.count })
    for (number, chunk) in chunks.enumerated() {
      for local in 0..<chunk.firstOrder.count - 1 {
        let customer = UInt64(number * SampleLedger.chunkSize + local)
        for order in Int(chunk.firstOrder[local])..<Int(chunk.firstOrder[local + 1]) {
          keys.append(UInt64(chunk.orderTimes[order]) << 32 | customer)
        }
      }
    }
    // A customer has one order a moment, so that no two keys are equal.
    keys.sort()
    return keys
  }

  /// Where the lines of an order are.
  func lines(ofOrder key: UInt64) -> (chunk: Int, lines: Range<Int>) {
    let customer = Int(key & 0xffff_ffff)
    let time = UInt32(key >> 32)
    let number = customer / SampleLedger.chunkSize
    let local = customer % SampleLedger.chunkSize
    let chunk = chunks[number]
    var low = Int(chunk.firstOrder[local])
    var high = Int(chunk.firstOrder[local + 1]) - 1
    while low < high {
      let middle = (low + high) / 2
      if chunk.orderTimes[middle] < time { low = middle + 1 } else { high = middle }
    }
    return (number, Int(chunk.firstLine[low])..<Int(chunk.firstLine[low + 1]))
  }

  func lineCount(of customer: Int) -> Int {
    let chunk = chunks[customer / SampleLedger.chunkSize]
    let local = customer % SampleLedger.chunkSize
    let orders = Int(chunk.firstOrder[local])...Int(chunk.firstOrder[local + 1])
    return Int(chunk.firstLine[orders.upperBound]) - Int(chunk.firstLine[orders.lowerBound])
  }

  /// Units of every item per day: half of it the year's mean, half that of the last eight weeks.
  func dailyUnits(items: Int) -> [Double] {
    let recentDays = 56
    let recent = ShopCalendar.timestamp(day: ShopCalendar.dayCount - recentDays, second: 0)
    var year = [Int](repeating: 0, count: items)
    var late = [Int](repeating: 0, count: items)
    for chunk in chunks {
      for order in chunk.orderTimes.indices {
        for line in Int(chunk.firstLine[order])..<Int(chunk.firstLine[order + 1]) {
          let item = Int(chunk.items[line])
          year[item] += Int(chunk.quantities[line])
          if chunk.orderTimes[order] >= recent { late[item] += Int(chunk.quantities[line]) }
        }
      }
    }
    return (0..<items).map { item in
      Double(year[item]) / Double(2 * ShopCalendar.dayCount)
        + Double(late[item]) / Double(2 * recentDays)
    }
  }
}
