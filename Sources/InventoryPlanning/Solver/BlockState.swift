/// The unknowns of one block's items: quantities and stock prices.
struct BlockIterate: Sendable {
  /// Shipments x, by class, scenario and arc.
  let shipments: FlatBuffer<Float>
  /// Quantities z decided now, by lane.
  let lanes: FlatBuffer<Float>
  /// Transfers T decided later, by transfer, epoch after the first, scenario.
  let transfers: FlatBuffer<Float>
  /// u, the stock rows' prices, by facility, epoch and scenario: what a unit is worth that is
  /// there in this epoch, beyond what one is worth that comes in the next.
  let prices: FlatBuffer<Float>

  init(_ block: ItemBlock) {
    shipments = FlatBuffer(repeating: 0, count: block.shipmentCount)
    lanes = FlatBuffer(repeating: 0, count: block.lanes.count)
    transfers = FlatBuffer(repeating: 0, count: block.transferCount)
    prices = FlatBuffer(repeating: 0, count: block.priceCount)
  }

  /// Memory of its own for quantities; prices are shared.
  init(quantitiesLike other: BlockIterate) {
    shipments = FlatBuffer(repeating: 0, count: other.shipments.count)
    lanes = FlatBuffer(repeating: 0, count: other.lanes.count)
    transfers = FlatBuffer(repeating: 0, count: other.transfers.count)
    prices = other.prices
  }

  /// Memory of its own for prices; quantities are shared.
  init(pricesLike other: BlockIterate) {
    shipments = other.shipments
    lanes = other.lanes
    transfers = other.transfers
    prices = FlatBuffer(repeating: 0, count: other.prices.count)
  }

  /// Shipments in place of those of `other`; all else is shared.
  init(shipments: FlatBuffer<Float>, others other: BlockIterate) {
    self.shipments = shipments
    lanes = other.lanes
    transfers = other.transfers
    prices = other.prices
  }

  func copy(from other: BlockIterate) {
    shipments.copy(from: other.shipments)
    lanes.copy(from: other.lanes)
    transfers.copy(from: other.transfers)
    prices.copy(from: other.prices)
  }

  /// self = a·x + b·self + c·y.
  func combine(_ a: Float, _ x: BlockIterate, _ b: Float, _ c: Float, _ y: BlockIterate) {
    func mix(_ s: FlatBuffer<Float>, _ x: FlatBuffer<Float>, _ y: FlatBuffer<Float>) {
      let (s, x, y, count) = (s.pointer, x.pointer, y.pointer, s.count)
      for place in 0..<count { s[place] = a * x[place] + b * s[place] + c * y[place] }
    }
    mix(shipments, x.shipments, y.shipments)
    mix(lanes, x.lanes, y.lanes)
    mix(transfers, x.transfers, y.transfers)
    mix(prices, x.prices, y.prices)
  }
}

/// What the iteration keeps of a block.
struct BlockState: Sendable {
  /// Where the iteration stands: may be infeasible, even negative.
  let current: BlockIterate
  /// Where it last started from.
  let anchor: BlockIterate
  /// The last projected step that was looked at: what bounds and plans are made of.
  let projected: BlockIterate
  /// What the limit by demand took off the shipments of each class and scenario at the last step:
  /// where the next projection begins to look.
  let excess: FlatBuffer<Float>

  init(_ block: ItemBlock) {
    current = BlockIterate(block)
    anchor = BlockIterate(block)
    projected = BlockIterate(block)
    excess = FlatBuffer(repeating: 0, count: block.pairDemand.count)
  }
}
