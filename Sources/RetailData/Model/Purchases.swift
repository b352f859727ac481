/// Every purchase line (one customer, one item, one moment), in compressed sparse rows: once by
/// customer and once by item, each row in order of time. Lines of equal time keep the order of
/// the file.
///
/// A *line number* is a position in the by-customer columns. Quantity never multiplies lines.
public struct Purchases: Sendable {
  /// `customers + 1` line numbers: customer c has lines `customerOffsets[c] ..< [c + 1]`.
  public let customerOffsets: Column<UInt32>
  /// By line: the item's number.
  public let items: Column<Int32>
  /// By line, nondecreasing within a customer.
  public let times: Column<Timestamp>
  /// By line: units.
  public let quantities: Column<Float>
  /// By line: money per unit, NaN where unknown.
  public let unitPrices: Column<Float>
  /// By line: index into `orderIDs`, or -1 where the file names no order. Where it names none, lines
  /// of one customer at one moment are one order.
  public let orders: Column<Int32>
  public let orderIDs: StringColumn
  /// By line: index into the network's speeds, or -1 where unknown.
  public let speeds: Column<Int8>

  /// `items + 1` positions into the two columns below.
  public let itemOffsets: Column<UInt32>
  /// By item, in order of time: the customer who bought.
  public let customersByItem: Column<Int32>
  /// By item, in order of time: the line number, for time, quantity and price.
  public let linesByItem: Column<UInt32>

  /// Number of lines.
  public var count: Int { items.count }
  public var customerCount: Int { customerOffsets.count - 1 }
  public var itemCount: Int { itemOffsets.count - 1 }

  /// The line numbers of a customer, oldest first.
  @inlinable
  public func lines(ofCustomer customer: Int) -> Range<Int> {
    Int(customerOffsets[customer])..<Int(customerOffsets[customer + 1])
  }

  /// Positions in `customersByItem` and `linesByItem` of an item, oldest first.
  @inlinable
  public func positions(ofItem item: Int) -> Range<Int> {
    Int(itemOffsets[item])..<Int(itemOffsets[item + 1])
  }

  /// The moment of the latest line; nil without lines. Looks at one line a customer.
  var latest: Timestamp? {
    var latest: Timestamp?
    for customer in 0..<customerCount {
      let lines = lines(ofCustomer: customer)
      guard let last = lines.last else { continue }
      latest = Swift.max(latest ?? times[last], times[last])
    }
    return latest
  }

  /// The moment of the earliest line; nil without lines. Looks at one line a customer.
  var earliest: Timestamp? {
    var earliest: Timestamp?
    for customer in 0..<customerCount {
      guard let first = lines(ofCustomer: customer).first else { continue }
      earliest = Swift.min(earliest ?? times[first], times[first])
    }
    return earliest
  }

  /// Takes columns of the shapes above, as read from a cache or a parser.
  public init(
    customerOffsets: Column<UInt32>, items: Column<Int32>, times: Column<Timestamp>,
    quantities: Column<Float>, unitPrices: Column<Float>, orders: Column<Int32>,
    orderIDs: StringColumn, speeds: Column<Int8>, itemOffsets: Column<UInt32>,
    customersByItem: Column<Int32>, linesByItem: Column<UInt32>
  ) {
    self.customerOffsets = customerOffsets
    self.items = items
    self.times = times
    self.quantities = quantities
    self.unitPrices = unitPrices
    self.orders = orders
    self.orderIDs = orderIDs
    self.speeds = speeds
    self.itemOffsets = itemOffsets
    self.customersByItem = customersByItem
    self.linesByItem = linesByItem
  }
}

/// One purchase line, for small data: tests, examples, programs that bring their own.
public struct PurchaseLine: Sendable, Equatable {
  public var customer: Int
  public var item: Int
  public var time: Timestamp
  public var quantity: Float
  public var unitPrice: Float
  public var order: Int?

  public init(
    customer: Int, item: Int, time: Timestamp, quantity: Float = 1, unitPrice: Float = .nan,
    order: Int? = nil
  ) {
    self.customer = customer
    self.item = item
    self.time = time
    self.quantity = quantity
    self.unitPrice = unitPrice
    self.order = order
  }
}

extension Purchases {
  /// Sorts `lines` into both orders. Customer and item numbers must be below the counts.
  public init(lines: [PurchaseLine], customerCount: Int, itemCount: Int, orderIDs: [String] = []) {
    let sorted = lines.enumerated().sorted { left, right in
      (left.element.customer, left.element.time, left.offset)
        < (right.element.customer, right.element.time, right.offset)
    }.map(\.element)
    let byItem = sorted.indices.sorted { left, right in
      (sorted[left].item, sorted[left].time, left) < (sorted[right].item, sorted[right].time, right)
    }
    func offsets(_ count: Int, _ key: (PurchaseLine) -> Int) -> Column<UInt32> {
      var offsets = [UInt32](repeating: 0, count: count + 1)
      for line in lines { offsets[key(line) + 1] += 1 }
      for index in 0..<count { offsets[index + 1] += offsets[index] }
      return Column(offsets)
    }
    self.init(
      customerOffsets: offsets(customerCount, \.customer),
      items: Column(sorted.map { Int32($0.item) }),
      times: Column(sorted.map(\.time)),
      quantities: Column(sorted.map(\.quantity)),
      unitPrices: Column(sorted.map(\.unitPrice)),
      orders: Column(sorted.map { Int32($0.order ?? -1) }),
      orderIDs: StringColumn(orderIDs),
      speeds: Column([Int8](repeating: -1, count: sorted.count)),
      itemOffsets: offsets(itemCount, \.item),
      customersByItem: Column(byItem.map { Int32(sorted[$0].customer) }),
      linesByItem: Column(byItem.map { UInt32($0) }))
  }
}
