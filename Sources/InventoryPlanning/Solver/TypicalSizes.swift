import RetailData

/// How large quantities and prices usually are: what step sizes are made of.
///
/// At the start a guess: quantities as shares of demand, prices in units of the mean worth of a
/// sale. Found by trying, on shops of slow items: what counts is that demand for one class is
/// served from one or two of its many arcs and lanes, so that the typical size of each is well
/// below the demand; and that stock is dear in the few scenarios where it is short.
///
/// Later, from a point that the iteration has found: most of that point's own figure, and a part of
/// the guess for what may still change. Where a price or a quantity is 0 it mostly stays 0, and
/// takes no room in the sums from those that move. This is what scaling is in interior-point
/// methods (Dikin, "Iterative solution of problems of linear and quadratic programming", 1967);
/// measured, it saves half to two thirds of the iterations.
struct TypicalSizes: Sendable {
  /// Of the shared rows: money per litre and day, money per unit.
  let shared: PriceVector

  private static let lane = 0.8
  private static let transfer = 0.25
  /// Of a lane or transfer to where no customer is served from, as a share of the item's demand.
  private static let least = 0.02
  private static let stockPrice = 2.0
  private static let target = 8.0

  /// - Parameters:
  ///   - prices: Of the point found; nil at the start.
  ///   - isChanged: Whether the point is one of another problem.
  init(_ problem: PlanningProblem, prices: PriceVector?, isChanged: Bool) {
    let money = 2 * (problem.meanWorth > 0 ? problem.meanWorth : 1)
    let space = money / (problem.meanVolumeDays > 0 ? problem.meanVolumeDays : 1)
    var shared = PriceVector(facilities: problem.facilityCount, targets: problem.targets.count)
    func capacity(_ guess: Double, _ found: [Double]?, still share: Double) -> [Double] {
      found.map { $0.map { share * guess + 2 * $0 } }
        ?? [Double](repeating: guess, count: problem.facilityCount)
    }
    shared.storage = capacity(space, prices?.storage, still: 0.1)
    // From nothing, goods come in at first as if they were free, and prices that answer to several
    // steps of that go much too far. Measured: where single steps are taken, as in target mode, and
    // after changes, less than a tenth is worse.
    let isSwinging = problem.input.settings.mode == .state && !isChanged
    shared.inbound = capacity(money, prices?.inbound, still: isSwinging ? 0.02 : 0.1)
    shared.outbound = capacity(money, prices?.outbound, still: 0.1)
    for (row, target) in problem.targets.enumerated() {
      shared.targets[row] = Self.target * money
      // A price has two ends: at the top it is as settled as at 0.
      if let found = prices?.targets[row] {
        shared.targets[row] = 0.2 * Self.target * money + max(0, min(found, target.price - found))
      }
    }
    self.shared = shared
  }

  /// Money per unit.
  static func stockPrice(_ item: ItemBlock.Item, found: Float?) -> Double {
    let guess = stockPrice * item.meanWorth
    return found.map { 0.3 * guess + Double(max(0, $0)) } ?? guess
  }

  /// Of the shipments of one class and scenario: `base` times what is asked for, and `share` times
  /// the shipment in the point found, which the iteration is anchored at.
  struct Shipments {
    var base: Float
    var share: Float

    static let guess = Shipments(base: 0.2, share: 0)
    static let found = Shipments(base: 0.05, share: 1)
  }

  /// Units per cycle.
  ///
  /// - Parameter reach: Demand that can be served from where the lane leads, or from below it.
  static func lane(_ item: ItemBlock.Item, reach: Double, onHand: Double, found: Float?) -> Double {
    let guess =
      item.totalDemand > 0
      ? max(lane * reach, least * item.totalDemand) : max(0.25 * onHand, 1e-3)
    return found.map { 0.1 * guess + Double(max(0, $0)) } ?? guess
  }

  /// Units per cycle.
  static func transfer(_ item: ItemBlock.Item, reach: Double, found: Float?) -> Double {
    let guess = max(transfer * reach, least * item.totalDemand)
    return found.map { 0.1 * guess + Double(max(0, $0)) } ?? guess
  }
}
