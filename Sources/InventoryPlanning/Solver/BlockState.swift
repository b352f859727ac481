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

  /// self = a·x + b·self + c·y, for one item of the block.
  func combine(
    _ number: Int, of block: ItemBlock, _ a: Float, _ x: BlockIterate, _ b: Float, _ c: Float,
    _ y: BlockIterate
  ) {
    let item = block.items.pointer[number]
    let next = number + 1 < block.items.count ? block.items.pointer[number + 1] : nil
    func mix(
      _ s: FlatBuffer<Float>, _ x: FlatBuffer<Float>, _ y: FlatBuffer<Float>,
      _ range: Range<Int>
    ) {
      let (s, x, y) = (s.pointer, x.pointer, y.pointer)
      for place in range { s[place] = a * x[place] + b * s[place] + c * y[place] }
    }
    func range(_ start: KeyPath<ItemBlock.Item, Int32>, of buffer: FlatBuffer<Float>) -> Range<Int>
    {
      Int(item[keyPath: start])..<(next.map { Int($0[keyPath: start]) } ?? buffer.count)
    }
    mix(shipments, x.shipments, y.shipments, block.shipments(of: item))
    mix(lanes, x.lanes, y.lanes, range(\.laneStart, of: lanes))
    mix(transfers, x.transfers, y.transfers, range(\.transfers, of: transfers))
    mix(prices, x.prices, y.prices, range(\.prices, of: prices))
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
  /// By item: how many steps it takes in a pass.
  let paces: FlatBuffer<UInt8>
  /// By item: how far it went in the last cycle, in the norm of the step sizes: money per day.
  let movements: FlatBuffer<Double>

  init(_ block: ItemBlock) {
    paces = FlatBuffer(repeating: 4, count: block.items.count)
    movements = FlatBuffer(repeating: 0, count: block.items.count)
    current = BlockIterate(block)
    anchor = BlockIterate(block)
    projected = BlockIterate(block)
    excess = FlatBuffer(repeating: 0, count: block.slotDemand.count)
  }
}
