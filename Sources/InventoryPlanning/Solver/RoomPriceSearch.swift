import RetailData

/// Finds the prices of rooms whose litres have changed at once.
///
/// A price rises by what is too much in a room, step by step, and has far to go where most of what
/// was coming must stay away. But the bound is cheap to evaluate as a function of that one price,
/// if what stock there is worth rises and falls with what it costs to keep: so the price with the
/// best bound is searched for.
struct RoomPriceSearch {
  private let problem: PlanningProblem
  /// Stock prices that go with the shared ones; changed where a room's price is.
  private let states: [BlockState]
  private let work: WorkContext

  /// Quarters of the highest price there can be that are tried first.
  private static let quarters = 6
  /// Halvings between the best price and its neighbours.
  private static let refinements = 3
  /// What a better price must be able to add to the bound to be looked for, as a share of it.
  private static let worthwhile = 0.0005

  init(_ problem: PlanningProblem, states: [BlockState], work: WorkContext) {
    self.problem = problem
    self.states = states
    self.work = work
  }

  /// Prices where the rooms that are not what they were in `earlier` have theirs; stock prices go
  /// with them.
  ///
  /// - Throws: `CancellationError`.
  func settled(_ given: PriceVector, after earlier: PlanningProblem) throws -> PriceVector {
    var prices = given
    let changed = problem.capacity.storage.indices.filter {
      room($0, of: problem) != room($0, of: earlier) && room($0, of: problem).isFinite
        && !problem.fullRooms.facilities.contains($0)
    }
    if changed.isEmpty { return prices }
    let wanted = try wantedShares(prices)
    for facility in changed where prices.storage[facility] > 0 || wanted[facility] < 1 {
      let way = Way(of: facility, isDearer: wanted[facility] < 1, problem, states)
      let price = try best(way, prices)
      if price == prices.storage[facility] { continue }
      prices.storage[facility] = price
      _ = try bound(way, prices, writing: true)
    }
    return prices
  }

  /// Where a room's price is looked for.
  private struct Way {
    let facility: Int
    /// Whether it can only be dearer, as too much is coming; otherwise it can only be cheaper.
    let isDearer: Bool
    /// By block, the items that come, whose stock there is worth more where it is dearer to keep.
    let coming: [[Int]]
    /// By block, the others that feel the price: who stays away does so at a higher one too.
    let staying: [[Int]]

    init(
      of facility: Int, isDearer: Bool, _ problem: PlanningProblem, _ states: [BlockState]
    ) {
      self.facility = facility
      self.isDearer = isDearer
      let feeling = zip(problem.blocks, states).map { block, state in
        block.items.elements.indices.reduce(into: (coming: [Int](), staying: [Int]())) {
          let item = block.items.pointer[$1]
          let layout = problem.layouts[Int(item.layout)]
          guard let local = layout.facilities.firstIndex(of: Int32(facility)) else { return }
          let comes = (Int(item.laneStart)..<Int(item.laneEnd)).contains {
            Int(block.lanes.pointer[$0].to) == local && state.projected.lanes.pointer[$0] > 0
          }
          if isDearer, comes {
            $0.coming.append($1)
          } else if !isDearer || Self.stands(item, block, at: local, problem) {
            $0.staying.append($1)
          }
        }
      }
      coming = feeling.map(\.coming)
      staying = feeling.map(\.staying)
    }

    /// What stands there is charged whatever is decided.
    private static func stands(
      _ item: ItemBlock.Item, _ block: ItemBlock, at local: Int, _ problem: PlanningProblem
    ) -> Bool {
      if item.stock < 0 { return false }
      let row = (local + 1) * problem.epochs - 1
      let last = block.stock.pointer + Int(item.stock) + row * problem.stride
      return (0..<problem.scenarios).contains { last[$0] > 0 }
    }
  }

  /// Litres that decisions may fill.
  private func room(_ facility: Int, of problem: PlanningProblem) -> Double {
    problem.capacity.storage[facility] - problem.standing[facility]
  }

  /// Of the litres that the quantities bring, the share that there is room for.
  private func wantedShares(_ prices: PriceVector) throws -> [Double] {
    let subject = try Recovery.Subject(
      problem: problem, iterates: states.map(\.projected), lanes: states.map(\.projected.lanes),
      prices: PassPrices(prices, problem: problem), work: work)
    return FlowCuts.roomShares(subject.sums, problem: problem)
  }

  private func best(_ way: Way, _ prices: PriceVector) throws -> Double {
    let now = prices.storage[way.facility]
    func bound(_ price: Double) throws -> Double {
      var trial = prices
      trial.storage[way.facility] = price
      return try self.bound(way, trial, writing: false)
    }
    let top = highest(at: way.facility)
    let falling = (0..<Self.quarters).map { top / Double(1 << (2 * $0)) } + [0]
    let grid = way.isDearer ? falling.reversed().filter { $0 > now } : falling.filter { $0 < now }
    var peak = ConcavePeak(ConcavePeak.Point(place: now, value: try bound(now)))
    func isHigher(at price: Double) throws -> Bool {
      peak.add(ConcavePeak.Point(place: price, value: try bound(price)))
    }
    func isSettled(upTo end: Double?) -> Bool {
      peak.rise(upTo: end) <= Self.worthwhile * abs(peak.top.value)
    }
    // A bound that has begun to fall goes on falling.
    for price in grid {
      if try !isHigher(at: price) { break }
      if isSettled(upTo: grid.last) { return price }
    }
    for _ in 0..<Self.refinements {
      let worth = Self.worthwhile * abs(peak.top.value)
      for price in peak.middles(worth: worth) where try isHigher(at: price) { break }
    }
    return peak.top.place
  }

  /// Litres below which a thing says nothing about what a litre is worth.
  private static let smallest = 0.001

  /// Money per litre and day for which nobody would bring a unit, whatever it may earn.
  private func highest(at facility: Int) -> Double {
    var highest = 0.0
    for block in problem.blocks {
      for item in block.items.elements where item.volume >= Self.smallest {
        guard problem.layouts[Int(item.layout)].facilities.contains(Int32(facility)) else {
          continue
        }
        for speed in 0..<problem.speedCount {
          let worth = block.worth.pointer[Int(item.worth) + speed]
          highest = max(highest, worth / (item.cycle * item.volume))
        }
      }
    }
    return highest
  }

  /// Of those who feel the price, money per day; writes the stock prices that prove it, if asked
  /// to.
  private func bound(_ way: Way, _ prices: PriceVector, writing: Bool) throws -> Double {
    let prices = Certificate.admissible(prices, problem: problem)
    let pass = PassPrices(prices, problem: problem)
    let certificates = (0..<work.threads).map { _ in Certificate(problem: problem, prices: pass) }
    let parts = FlatList<Double>(count: states.count)
    try work.forEachChunk(of: states.count, chunk: 1) { worker, range in
      for number in range {
        func bound(_ items: [Int], mayRise: Bool) -> Double {
          certificates[worker].bound(
            problem.blocks[number], items: items, prices: states[number].projected.prices,
            at: way.facility, mayRise: mayRise, writing: writing)
        }
        parts.set(
          bound(way.coming[number], mayRise: true) + bound(way.staying[number], mayRise: false),
          at: number)
      }
    }
    return parts.values.reduce(Certificate.shared(prices, problem: problem), +)
  }
}
