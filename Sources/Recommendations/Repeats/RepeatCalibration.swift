import RetailData
import Synchronization

/// Whether due dates and probabilities keep their word: of what was called due, or likely, how much
/// was bought in the days that followed.
public struct RepeatCalibration: Sendable, Equatable {
  /// One group of customer-item pairs, over all windows.
  public struct Group: Sendable, Equatable {
    /// Pairs; one counts once for every window.
    public private(set) var pairs = 0

    public init() {}
    /// Sums over the pairs: of the probabilities, and of those bought within the window.
    private var foretold = 0.0
    private var boughtCount = 0
    /// Customer by customer, since what one customer does hangs together: Σ of their pairs², of
    /// pairs × bought, and of bought².
    private var squares = (pairs: 0.0, mixed: 0.0, bought: 0.0)

    /// The mean probability; nil for an empty group.
    public var expected: Double? { pairs > 0 ? foretold / Double(pairs) : nil }

    /// The share that was bought, with its 95 % interval (linearized, by customer); nil for an
    /// empty group.
    public var observed: (share: Double, low: Double, high: Double)? {
      guard pairs > 0 else { return nil }
      let share = Double(boughtCount) / Double(pairs)
      let variance =
        squares.bought - 2 * share * squares.mixed + share * share * squares.pairs
      let half = 1.96 * max(variance, 0).squareRoot() / Double(pairs)
      // All or nothing shows no variance, however few they are: Wilson's interval, of as many
      // pairs as would weigh like these customers.
      guard half > 0 else {
        return wilson(share, count: Double(pairs) * Double(pairs) / squares.pairs)
      }
      return (share, max(share - half, 0), min(share + half, 1))
    }

    private func wilson(
      _ share: Double, count: Double
    ) -> (share: Double, low: Double, high: Double) {
      let z = 1.96 * 1.96 / count
      let middle = (share + z / 2) / (1 + z)
      let half = (z * (share * (1 - share) + z / 4)).squareRoot() / (1 + z)
      return (share, max(middle - half, 0), min(middle + half, 1))
    }

    fileprivate mutating func add(customer: [(probability: Double, isBought: Bool)]) {
      guard !customer.isEmpty else { return }
      let bought = Double(customer.count { $0.isBought })
      let count = Double(customer.count)
      pairs += customer.count
      foretold += customer.reduce(0) { $0 + $1.probability }
      boughtCount += Int(bought)
      squares.pairs += count * count
      squares.mixed += count * bought
      squares.bought += bought * bought
    }

    public static func == (left: Group, right: Group) -> Bool {
      left.pairs == right.pairs && left.foretold == right.foretold
        && left.boughtCount == right.boughtCount && left.squares == right.squares
    }
  }

  /// Days of a window: what the probabilities are of.
  public let horizonDays: Int
  public let windows: Int
  /// Whether all models could learn their probabilities from earlier windows.
  public private(set) var isLearned = true
  /// By due date.
  public private(set) var due: [DueStatus: Group] = [:]
  /// By probability: tenths from 0 to 1.
  public private(set) var tenths = [Group](repeating: Group(), count: 10)

  /// Due dates are of a week.
  public static let usualHorizon = 7

  /// Foretells each of `windows` windows from what was known before it.
  ///
  /// - Throws: `EvaluationProblem` where the purchases do not reach that far back;
  ///   `CancellationError`.
  public static func run(
    on purchases: Purchases, windows count: Int = 4, horizonDays: Int = usualHorizon,
    work: WorkContext
  ) throws -> RepeatCalibration {
    let windows = try EvaluationWindow.windows(of: purchases, count: count, days: horizonDays)
    var calibration = RepeatCalibration(horizonDays: horizonDays, windows: count)
    for (number, window) in windows.enumerated() {
      work.report(
        WorkProgress(
          stage: "checking due dates", done: number, total: windows.count, unit: "windows"))
      let model = try RepeatModel.train(
        on: purchases.upTo(window.cutoff), end: window.cutoff, horizonDays: Double(horizonDays),
        work: work)
      if !model.isCalibrated { calibration.isLearned = false }
      try calibration.add(model, window, purchases, work: work)
    }
    return calibration
  }

  private init(horizonDays: Int, windows: Int) {
    self.horizonDays = horizonDays
    self.windows = windows
  }

  private mutating func add(
    _ model: RepeatModel, _ window: EvaluationWindow, _ purchases: Purchases, work: WorkContext
  ) throws {
    for customer in 0..<purchases.customerCount {
      if customer % 256 == 0 { try work.checkCancelled() }
      let bought = Set(
        purchases.lines(ofCustomer: customer).filter { window.contains(purchases.times[$0]) }
          .map { purchases.items[$0] })
      var byStatus: [DueStatus: [(probability: Double, isBought: Bool)]] = [:]
      var byTenth = [[(probability: Double, isBought: Bool)]](repeating: [], count: 10)
      for outlook in model.outlook(of: customer) {
        let pair = (outlook.probability, bought.contains(outlook.item))
        byStatus[outlook.status, default: []].append(pair)
        byTenth[min(Int(outlook.probability * 10), 9)].append(pair)
      }
      for (status, pairs) in byStatus { due[status, default: Group()].add(customer: pairs) }
      for (tenth, pairs) in byTenth.enumerated() { tenths[tenth].add(customer: pairs) }
    }
  }
}
