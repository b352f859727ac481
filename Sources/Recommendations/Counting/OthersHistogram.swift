import RetailData

/// How many buyers of an item made m other purchases, for every m: all that E needs to know of
/// the buyers.
final class OthersHistogram {
  private let source: CoPurchases
  private let unit: PurchaseUnit
  private let terms: ChanceTerms
  /// Buyers by m; zero between rows.
  private var buyers: [Int32]
  /// With the unit `lines`: lines of the item by customer; zero between rows.
  private var ownLines: [Int32]

  /// - Parameter terms: a table to share between many histograms; nil to compute what is needed.
  init(_ source: CoPurchases, unit: PurchaseUnit, terms: ChanceTerms?) {
    self.source = source
    self.unit = unit
    self.terms = terms ?? ChanceTerms(source.chance(unit), upTo: 0)
    buyers = []
    ownLines = unit == .lines ? [Int32](repeating: 0, count: source.customerCount) : []
  }

  /// The values of the item's curve at the model's nodes. Summed in order of m, so that they do
  /// not depend on the order of the customers.
  ///
  /// - Returns: the slope that `ChanceModel.tellsLevelsApart` asks for.
  @discardableResult
  func writeCurve(rank: Int, to curve: UnsafeMutablePointer<Double>) -> Double {
    let used = unit == .lines ? countLines(rank) : countItems(rank)
    let nodes = terms.model.nodeCount
    for node in 0..<nodes { curve[node] = 0 }
    var slope = 0.0
    for others in used {
      terms.add(Double(buyers[others]), others: others, to: curve)
      slope += Double(buyers[others]) * terms.model.slopeTerm(others: others)
      buyers[others] = 0
    }
    return slope
  }

  private func countItems(_ rank: Int) -> [Int] {
    let members = source.buyers.buffer
    let offsets = source.basketOffsets.buffer
    var used: [Int] = []
    for position in source.buyerRange(rank: rank) {
      let customer = Int(members[position])
      count(Int(offsets[customer + 1] - offsets[customer]) - 1, &used)
    }
    return used.sorted()
  }

  private func countLines(_ rank: Int) -> [Int] {
    let purchases = source.purchases
    let item = Int(source.ranked.items[rank])
    for position in purchases.positions(ofItem: item) {
      ownLines[Int(purchases.customersByItem[position])] += 1
    }
    var used: [Int] = []
    for position in source.buyerRange(rank: rank) {
      let customer = Int(source.buyers[position])
      count(purchases.lines(ofCustomer: customer).count - Int(ownLines[customer]), &used)
      ownLines[customer] = 0
    }
    return used.sorted()
  }

  private func count(_ others: Int, _ used: inout [Int]) {
    if others >= buyers.count {
      buyers.append(contentsOf: repeatElement(0, count: others + 1 - buyers.count))
    }
    if buyers[others] == 0 { used.append(others) }
    buyers[others] += 1
  }
}

/// The terms of a chance model for small m, computed once for all items.
struct ChanceTerms: Sendable {
  let model: ChanceModel
  private let table: Column<Double>
  private let limit: Int

  /// Tabulates m = 0 ..< `limit`.
  init(_ model: ChanceModel, upTo limit: Int) {
    self.model = model
    self.limit = limit
    let nodes = model.nodeCount
    table = Column(count: limit * nodes) { table in
      for others in 0..<limit {
        for node in 0..<nodes {
          table[others * nodes + node] = model.term(others: others, node: node)
        }
      }
    }
  }

  /// Adds `buyers` customers with `others` other purchases to a curve. The same bits whether the
  /// terms are tabulated or not.
  func add(_ buyers: Double, others: Int, to curve: UnsafeMutablePointer<Double>) {
    let nodes = model.nodeCount
    if others < limit {
      let row = table.buffer.baseAddress.unsafelyUnwrapped + others * nodes
      for node in 0..<nodes { curve[node] += buyers * row[node] }
    } else {
      for node in 0..<nodes { curve[node] += buyers * model.term(others: others, node: node) }
    }
  }
}
