/// One number for every row that items share: a price, or what is used of it.
struct PriceVector: Sendable, Equatable {
  /// By facility number. As prices: money per litre and day, money per unit, money per unit.
  var storage: [Double]
  var inbound: [Double]
  var outbound: [Double]
  /// By fill target; money per unit.
  var targets: [Double]

  init(facilities: Int, targets: Int) {
    storage = [Double](repeating: 0, count: facilities)
    inbound = storage
    outbound = storage
    self.targets = [Double](repeating: 0, count: targets)
  }

  mutating func add(_ other: PriceVector) {
    for place in storage.indices {
      storage[place] += other.storage[place]
      inbound[place] += other.inbound[place]
      outbound[place] += other.outbound[place]
    }
    for place in targets.indices { targets[place] += other.targets[place] }
  }

  func without(storageAt rooms: [Int]) -> PriceVector {
    var result = self
    for room in rooms { result.storage[room] = 0 }
    return result
  }

  /// a·self + b·x + c·y.
  func combined(_ a: Double, _ x: PriceVector, _ b: Double, _ y: PriceVector, _ c: Double)
    -> PriceVector
  {
    func mix(_ s: [Double], _ x: [Double], _ y: [Double]) -> [Double] {
      s.indices.map { a * s[$0] + b * x[$0] + c * y[$0] }
    }
    var result = self
    result.storage = mix(storage, x.storage, y.storage)
    result.inbound = mix(inbound, x.inbound, y.inbound)
    result.outbound = mix(outbound, x.outbound, y.outbound)
    result.targets = mix(targets, x.targets, y.targets)
    return result
  }
}
