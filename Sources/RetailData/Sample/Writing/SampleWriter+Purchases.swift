import Synchronization

extension SampleWriter {
  /// Orders that one worker turns into text at a time.
  private static let blockSize = 8_192

  static let purchasesHeader =
    "customer_id,item_id,purchased_at,quantity,unit_price,order_id,speed"

  /// Writes all lines in order of time: blocks of text are made in parallel, a few per thread, and
  /// written one after the other.
  func writePurchases() throws {
    let name = options.compressesPurchases ? "purchases.csv.gz" : "purchases.csv"
    try inBlocks(
      name, header: SampleWriter.purchasesHeader, isCompressed: options.compressesPurchases
    ) { formatter, order, text in formatter.append(order: order, to: &text) }
  }

  func inBlocks(
    _ name: String, header: String, isCompressed: Bool,
    row: @escaping @Sendable (PurchaseText, Int, inout SampleText) -> Void
  ) throws {
    let file = try SampleFile(path: output.path(of: name), isCompressed: isCompressed)
    try file.write(SampleText(header: header).bytes)
    let formatter = PurchaseText(writer: self)
    let perBatch = work.threads * 4
    let blocks = (orders.count + SampleWriter.blockSize - 1) / SampleWriter.blockSize
    var first = 0
    while first < blocks {
      let count = min(perBatch, blocks - first)
      let start = first
      let texts = Mutex([[UInt8]](repeating: [], count: count))
      try work.forEachChunk(of: count, chunk: 1) { _, range in
        for block in range {
          var text = SampleText(capacity: SampleWriter.blockSize * 200)
          let from = (start + block) * SampleWriter.blockSize
          for order in from..<min(from + SampleWriter.blockSize, orders.count) {
            row(formatter, order, &text)
          }
          texts.withLock { $0[block] = text.bytes }
        }
      }
      for text in texts.withLock({ $0 }) { try file.write(text) }
      first += count
      work.report(
        WorkProgress(
          stage: "writing \(name)", done: min(first * SampleWriter.blockSize, orders.count),
          total: orders.count, unit: "orders"))
    }
    try file.close()
  }
}

/// Purchase lines as text.
struct PurchaseText: Sendable {
  private let writer: SampleWriter
  private let regions: CustomerRegions
  private let offer: SpeedOffer
  /// Ten bytes a day of the sample's year: `2024-10-01`.
  private let dates: [UInt8]
  private let speedNames = SampleNetwork.promises.map(\.id)

  init(writer: SampleWriter) {
    self.writer = writer
    regions = CustomerRegions(seed: writer.options.seed)
    offer = SpeedOffer(network: writer.network)
    dates = (0..<ShopCalendar.dayCount).flatMap { day -> [UInt8] in
      let date = CalendarDate(day: ShopCalendar.firstDay + day)
      let text =
        "\(date.year)-" + padded(date.month, width: 2) + "-" + padded(date.day, width: 2)
      return Array(text.utf8)
    }
  }

  /// Appends the lines of order number `order`.
  func append(order: Int, to text: inout SampleText) {
    let key = writer.orders[order]
    let customer = Int(key & 0xffff_ffff)
    let time = UInt32(key >> 32)
    let day = Int(time / 86_400) - ShopCalendar.firstDay
    let hour = Int(time % 86_400 / 3_600)
    let region = regions.region(of: customer)
    let wish = SpeedOffer.wish(ofOrder: key, seed: writer.options.seed)
    let catalogue = writer.shop.catalogue
    let (number, lines) = writer.ledger.lines(ofOrder: key)
    let chunk = writer.ledger.chunks[number]
    for line in lines {
      let item = Int(chunk.items[line])
      let discount = catalogue.discountPercent(of: item, week: day / 7)
      let speed = offer.speed(
        wish: wish, handling: catalogue.handling[item], region: region, hour: hour)
      text.id(writer.customerIDs, customer)
      text.id(writer.itemIDs, item)
      text.time(time, date: dates[day * 10..<day * 10 + 10])
      text.integer(Int(chunk.quantities[line]))
      text.money(cents: (Int(catalogue.priceCents[item]) * (100 - discount) + 50) / 100)
      text.id(writer.orderIDs, order)
      text.text(speedNames[speed])
      text.endRow()
    }
  }

  /// Appends why each line of order number `order` was bought.
  func appendTruth(order: Int, to text: inout SampleText) {
    let (number, lines) = writer.ledger.lines(ofOrder: writer.orders[order])
    let chunk = writer.ledger.chunks[number]
    for line in lines {
      text.id(writer.orderIDs, order)
      text.id(writer.itemIDs, Int(chunk.items[line]))
      text.integer(Int(chunk.notes[line] & 15) + 1)
      text.text(PurchaseCause.allCases[Int(chunk.notes[line] >> 4)].name)
      text.endRow()
    }
  }
}
