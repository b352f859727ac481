import RetailData

/// Who bought what how often, both ways in compressed sparse rows: the matrix that the learned
/// methods are fitted to. Items are numbered by place, in the order of their numbers; an item that
/// nobody bought has none.
struct Interactions: Sendable {
  /// By place: the item.
  let items: Column<Int32>
  /// `customers + 1` positions.
  let customerOffsets: Column<UInt32>
  /// By customer: the places of the distinct items, ascending.
  let places: Column<Int32>
  /// Beside `places`: purchase lines.
  let lines: Column<Float>
  /// `places + 1` positions.
  let placeOffsets: Column<UInt32>
  /// By place: the customers who bought it, ascending.
  let customers: Column<Int32>
  /// Beside `customers`: purchase lines.
  let linesByPlace: Column<Float>

  var itemCount: Int { items.count }
  var customerCount: Int { customerOffsets.count - 1 }
  var pairCount: Int { places.count }

  init(_ purchases: Purchases) {
    let sold = (0..<purchases.itemCount).filter { !purchases.positions(ofItem: $0).isEmpty }
    var placeOfItem = [Int32](repeating: -1, count: purchases.itemCount)
    for (place, item) in sold.enumerated() { placeOfItem[item] = Int32(place) }
    var customerOffsets: [UInt32] = [0]
    var places: [Int32] = []
    var lines: [Float] = []
    var row: [Int32] = []
    for customer in 0..<purchases.customerCount {
      row.removeAll(keepingCapacity: true)
      for line in purchases.lines(ofCustomer: customer) {
        row.append(placeOfItem[Int(purchases.items[line])])
      }
      row.sort()
      for (index, place) in row.enumerated() {
        if index > 0, place == row[index - 1] {
          lines[lines.count - 1] += 1
        } else {
          places.append(place)
          lines.append(1)
        }
      }
      customerOffsets.append(UInt32(places.count))
    }
    var placeOffsets = [UInt32](repeating: 0, count: sold.count + 1)
    for place in places { placeOffsets[Int(place) + 1] += 1 }
    for place in 0..<sold.count { placeOffsets[place + 1] += placeOffsets[place] }
    var next = placeOffsets
    var customers = [Int32](repeating: 0, count: places.count)
    var linesByPlace = [Float](repeating: 0, count: places.count)
    for customer in 0..<purchases.customerCount {
      for position in Int(customerOffsets[customer])..<Int(customerOffsets[customer + 1]) {
        let place = Int(places[position])
        customers[Int(next[place])] = Int32(customer)
        linesByPlace[Int(next[place])] = lines[position]
        next[place] += 1
      }
    }
    items = Column(sold.map { Int32($0) })
    self.customerOffsets = Column(customerOffsets)
    self.places = Column(places)
    self.lines = Column(lines)
    self.placeOffsets = Column(placeOffsets)
    self.customers = Column(customers)
    self.linesByPlace = Column(linesByPlace)
  }

  /// The rows of one side: for customers their items, or for items their customers.
  struct Side {
    let offsets: Column<UInt32>
    let others: Column<Int32>
    let lines: Column<Float>

    var count: Int { offsets.count - 1 }
  }

  var byCustomer: Side { Side(offsets: customerOffsets, others: places, lines: lines) }
  var byItem: Side { Side(offsets: placeOffsets, others: customers, lines: linesByPlace) }
}
