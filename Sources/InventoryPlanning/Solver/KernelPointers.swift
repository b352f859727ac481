/// The memory of a block, its state and its step sizes, taken out of their owners once a pass: a
/// kernel that asked the owners in its loops would count references half of its time. Valid while
/// the owners live.
struct BlockPointers {
  let items: UnsafeMutablePointer<ItemBlock.Item>
  let lanes: UnsafeMutablePointer<ItemBlock.Lane>
  let landings: UnsafeMutablePointer<UInt8>
  let groups: UnsafeMutablePointer<ItemBlock.Group>
  let pairScenario: UnsafeMutablePointer<UInt16>
  let pairDemand: UnsafeMutablePointer<Float>
  let stock: UnsafeMutablePointer<Float>
  let quads: UnsafeMutablePointer<ItemBlock.Quad>
  let pairSlot: UnsafeMutablePointer<Int32>
  let slotDemand: UnsafeMutablePointer<Float>
  let shipmentCell: UnsafeMutablePointer<Int32>
  let shipmentCost: UnsafeMutablePointer<Float>
  let holding: UnsafeMutablePointer<Double>
  let worth: UnsafeMutablePointer<Double>
  let onHand: UnsafeMutablePointer<Float>

  init(_ block: ItemBlock) {
    items = block.items.pointer
    lanes = block.lanes.pointer
    landings = block.landings.pointer
    groups = block.groups.pointer
    pairScenario = block.pairScenario.pointer
    pairDemand = block.pairDemand.pointer
    stock = block.stock.pointer
    quads = block.quads.pointer
    pairSlot = block.pairSlot.pointer
    slotDemand = block.slotDemand.pointer
    shipmentCell = block.shipmentCell.pointer
    shipmentCost = block.shipmentCost.pointer
    holding = block.holding.pointer
    worth = block.worth.pointer
    onHand = block.onHand.pointer
  }

  /// As the block has it.
  func shipments(ofPair pair: Int) -> Int {
    let slot = Int(pairSlot[pair])
    return Int(quads[slot / ItemBlock.Quad.lanes].start) + slot % ItemBlock.Quad.lanes
  }
}

struct IteratePointers {
  let shipments: UnsafeMutablePointer<Float>
  let lanes: UnsafeMutablePointer<Float>
  let transfers: UnsafeMutablePointer<Float>
  let prices: UnsafeMutablePointer<Float>

  init(_ iterate: BlockIterate) {
    shipments = iterate.shipments.pointer
    lanes = iterate.lanes.pointer
    transfers = iterate.transfers.pointer
    prices = iterate.prices.pointer
  }
}

struct StatePointers {
  let current: IteratePointers
  let anchor: IteratePointers
  let output: IteratePointers
  let excess: UnsafeMutablePointer<Float>

  init(_ state: BlockState, _ output: BlockIterate) {
    current = IteratePointers(state.current)
    anchor = IteratePointers(state.anchor)
    self.output = IteratePointers(output)
    excess = state.excess.pointer
  }
}

struct StepPointers {
  let lanes: UnsafeMutablePointer<Float>
  let transfers: UnsafeMutablePointer<Float>
  let pairs: UnsafeMutablePointer<Float>
  let prices: UnsafeMutablePointer<Float>

  init(_ steps: StepSizes.BlockSteps) {
    lanes = steps.lanes.pointer
    transfers = steps.transfers.pointer
    pairs = steps.pairs.pointer
    prices = steps.prices.pointer
  }
}

/// What the kernel reads of a layout.
struct KernelLayout: BitwiseCopyable {
  let facilityCount: Int
  let transferCount: Int
  let facilities: UnsafeMutablePointer<Int32>
  let transfers: UnsafeMutablePointer<Layout.LocalTransfer>
  let routeNumbers: UnsafeMutablePointer<Int32>
  let owners: UnsafeMutablePointer<Int32>
  let cells: UnsafeMutablePointer<Int32>
  private let arcs: UnsafeMutablePointer<Layout.Arc>
  private let alternatives: UnsafeMutablePointer<Layout.Rate>

  func rate(of arc: Int, weight: Double) -> Layout.Rate {
    let arc = arcs[arc]
    var best = arc.rate
    for other in arc.alternativeStart..<arc.alternativeEnd {
      let rate = alternatives[Int(other)]
      if rate.cost(weight: weight) < best.cost(weight: weight) { best = rate }
    }
    return best
  }

  init(_ layout: Layout) {
    facilityCount = layout.facilities.count
    transferCount = layout.transfers.count
    facilities = layout.flat.facilities.pointer
    transfers = layout.flat.transfers.pointer
    routeNumbers = layout.flat.routeNumbers.pointer
    arcs = layout.flat.arcs.pointer
    alternatives = layout.flat.alternatives.pointer
    owners = layout.flat.owners.pointer
    cells = layout.flat.cells.pointer
  }
}

extension SIMD8<Float> {
  /// The sum of all numbers, by halves: one after the other, each would wait for the one before.
  var total: Float { (lowHalf + highHalf).total }
}

extension SIMD4<Float> {
  /// The sum of all numbers, by halves.
  var total: Float {
    let half = lowHalf + highHalf
    return half[0] + half[1]
  }
}

/// The same memory, four numbers at a time. `pointer` must be aligned for that.
func asChunks(_ pointer: UnsafeMutablePointer<Float>) -> UnsafeMutablePointer<SIMD4<Float>> {
  UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: SIMD4<Float>.self)
}

/// The same memory, eight numbers at a time. `pointer` must be aligned for that.
func asVectors(_ pointer: UnsafeMutablePointer<Float>) -> UnsafeMutablePointer<SIMD8<Float>> {
  UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: SIMD8<Float>.self)
}
