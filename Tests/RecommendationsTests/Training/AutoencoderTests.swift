import Foundation
import RetailData
import TestSupport
import Testing

@testable import Recommendations

@Suite struct AutoencoderTests {
  private let work = WorkContext(threads: 2)

  /// Small enough to be learned in an instant.
  private static func parameters(
    _ objective: AutoencoderParameters.Objective = .forecast
  ) -> AutoencoderParameters {
    var parameters = AutoencoderParameters()
    parameters.objective = objective
    parameters.units = 12
    parameters.batch = 64
    parameters.epochs = 3
    return parameters
  }

  /// Every customer buys one item a week, each time the next of twelve: what comes next follows
  /// from what came last, and from nothing else.
  private static func rounds(customers: Int = 60, weeks: Int = 16) -> Purchases {
    var lines: [PurchaseLine] = []
    for customer in 0..<customers {
      for week in 0..<weeks {
        lines.append(
          PurchaseLine(
            customer: customer, item: (customer + week) % 12,
            time: Timestamp(seconds: UInt32(1_000_000 + week * 7 * 86_400 + customer * 60))))
      }
    }
    return Purchases(lines: lines, customerCount: customers, itemCount: 12)
  }

  private func network(inputs: Int, units: Int, items: Int, seed: UInt64) -> AutoencoderNetwork {
    let network = AutoencoderNetwork(inputs: inputs, units: units, items: items)
    network.initialize(units: units, seed: seed)
    return network
  }

  /// Two rows of scores to start from.
  private func starts(of network: AutoencoderNetwork) -> Matrix<Float> {
    let starts = Matrix<Float>(rows: 2, columns: network.outputs)
    for item in 0..<network.itemCount {
      starts[0, item] = Float(item % 3) / 2
      starts[1, item] = Float(item % 5) / 4
    }
    return starts
  }

  // MARK: The gradient

  /// Central differences of the loss. The loss of each example has 24 bits, so steps of 0.01 leave
  /// an error of some 1e-5 in a difference, and the curvature as much.
  @Test func theGradientIsThatOfFiniteDifferences() throws {
    let network = network(inputs: 14, units: 5, items: 20, seed: 3)
    // Far from where every difference is small.
    for index in 0..<network.inputWeights.count { network.inputWeights.start[index] *= 4 }
    for index in 0..<network.outputWeights.count { network.outputWeights.start[index] *= 20 }
    let values: [Float] = [0.6, 0.7, 0.3]
    let inputs = (0..<40).map { row in
      zip([row % 14, row * 5 % 13, row * 3 % 14], values).map { input, value in
        HistoryEncoder.Entry(input: Int32(input), value: value)
      }
    }
    let targets = (0..<40).map { row in
      Set([row % 20, row * 7 % 20, row * 11 % 19]).sorted().map { Int32($0) }
    }
    let batch = AutoencoderBatch(network, capacity: 40)
    let starts = starts(of: network)
    func loss(learns: Bool = false) throws -> Double {
      try batch.run(rows: 40, from: starts, learns: learns, work: work) {
        row, entries, wanted in
        entries += inputs[row]
        wanted += targets[row]
        return row % 2
      }
    }
    _ = try loss(learns: true)
    batch.gatherInputs()
    for input in batch.touched { batch.gatherInput(Int(input)) }
    batch.gatherOutputs(0..<network.outputs)
    #expect(batch.touched.map { Int($0) } == Array(0..<14))
    let pairs = [
      (network.inputWeights, batch.inputGradient, 14, 5),
      (network.hiddenBias, batch.hiddenBiasGradient, 1, 5),
      (network.outputWeights, batch.outputGradient, 20, 5),
      (network.outputBias, batch.outputBiasGradient, 1, 20),
    ]
    let step: Float = 0.01
    for (weights, gradient, rows, columns) in pairs {
      var largest = 0.0
      for row in 0..<rows {
        for column in 0..<columns {
          let weight = weights[row, column]
          weights[row, column] = weight + step
          let above = try loss()
          weights[row, column] = weight - step
          let below = try loss()
          weights[row, column] = weight
          let difference = (above - below) / Double(2 * step)
          #expect(abs(Double(gradient[row, column]) - difference) < 5e-5)
          largest = max(largest, abs(difference))
        }
      }
      #expect(largest > 0.01)
    }
  }

  /// −Σ t ln(share), with the shares worked out in double precision.
  @Test func theLossIsTheDefinition() throws {
    let network = network(inputs: 6, units: 4, items: 9, seed: 8)
    let batch = AutoencoderBatch(network, capacity: 1)
    let starts = starts(of: network)
    let loss = try batch.run(rows: 1, from: starts, learns: false, work: work) {
      _, entries, targets in
      entries.append(HistoryEncoder.Entry(input: 2, value: 0.8))
      entries.append(HistoryEncoder.Entry(input: 5, value: -0.6))
      targets += [1, 7]
      return 1
    }
    var scores = [Double](repeating: 0, count: 9)
    for item in 0..<9 {
      scores[item] = Double(network.outputBias[0, item] + starts[1, item])
      for unit in 0..<4 {
        let sum = 0.8 * network.inputWeights[2, unit] - 0.6 * network.inputWeights[5, unit]
        scores[item] += Double(network.outputWeights[item, unit]) * tanh(Double(sum))
      }
    }
    let total = scores.reduce(0) { $0 + exp($1) }
    let expected = -(log(exp(scores[1]) / total) + log(exp(scores[7]) / total)) / 2
    #expect(abs(loss - expected) < 1e-6)
  }

  @Test func vectorMathIsThatOfTheLibrary() {
    for index in -870...870 {
      let x = Float(index) / 10
      let got = VectorMath.exp(VectorMath.Lane(repeating: x))[3]
      #expect(abs(Double(got) / exp(Double(x)) - 1) < 3e-7)
      let tangent = VectorMath.tanh(VectorMath.Lane(repeating: x))[5]
      #expect(abs(Double(tangent) - tanh(Double(x))) < 2e-7)
    }
  }

  // MARK: What is learned from

  /// An example's targets lie in the two weeks after its moment, its inputs before it, and nothing
  /// after the end is looked at.
  @Test func examplesKeepPastAndFutureApart() throws {
    let purchases = Shops.random(seed: 17, customers: 40, items: 30, lines: 900)
    let end = try #require(purchases.times.max())
    let items = Column((0..<30).map { Int32($0) })
    let encoder = HistoryEncoder(purchases, items: items, halfLives: [.infinity])
    let horizon = UInt32(14 * 86_400)
    let examples = AutoencoderExamples.forecasts(of: purchases, upTo: end).all
    #expect(examples.count > 100)
    for example in examples {
      let last = Timestamp(seconds: example.moment.seconds + horizon)
      #expect(last <= end)
      let lines = purchases.lines(ofCustomer: Int(example.customer))
      let before = lines.filter { purchases.times[$0] <= example.moment }
      let after = lines.filter {
        purchases.times[$0] > example.moment && purchases.times[$0] <= last
      }
      var entries: [HistoryEncoder.Entry] = []
      encoder.append(customer: Int(example.customer), at: example.moment, to: &entries) { true }
      #expect(entries.map(\.input) == before.map { purchases.items[$0] })
      #expect(abs(entries.reduce(0) { $0 + $1.value * $1.value } - 1) < 1e-5)
      var targets: [Int32] = [99]
      encoder.appendBought(
        by: Int(example.customer), after: example.moment, upTo: last, to: &targets)
      #expect(targets == [99] + Set(after.map { purchases.items[$0] }).sorted())
      #expect(targets.count > 1)
    }
  }

  /// A count of the lines before each moment, by definition.
  @Test func recentSalesAreACount() {
    let purchases = Shops.random(seed: 19, customers: 30, items: 12, lines: 400)
    let moments = [40, 70, 90].map { Timestamp(seconds: UInt32($0) * Shops.day) }
    let sales = RecentSales(
      purchases, items: Column((0..<12).map { Int32($0) }), at: moments, outputs: 16,
      for: .forecast
    ).scores
    let earliest = purchases.times.min() ?? Timestamp(seconds: 0)
    for (number, moment) in moments.enumerated() {
      for item in 0..<12 {
        var (recent, all) = (0.0, 0.0)
        for line in 0..<purchases.count where purchases.items[line] == Int32(item) {
          let age = moment.days(since: purchases.times[line])
          if age >= 0 { all += 1 }
          if age >= 0, age < 14 { recent += 1 }
        }
        let mean = all / max(1, moment.days(since: earliest) / 14)
        #expect(abs(Double(sales[number, item]) - log(recent + 0.2 * mean + 0.05)) < 1e-6)
      }
      #expect(sales[number, 13] == 0)
    }
  }

  // MARK: What is learned

  /// A forecast knows what comes after; a reconstruction only what belongs together.
  @Test func aForecastFindsWhatComesNext() throws {
    let purchases = Self.rounds()
    let end = try #require(purchases.times.max())
    var parameters = Self.parameters()
    parameters.units = 24
    parameters.epochs = 60
    parameters.rate = 0.02
    parameters.dropout = 0
    parameters.halfLives = [7]
    let model = try AutoencoderTraining.train(purchases, end: end, parameters, work: work)
    let encoder = HistoryEncoder(purchases, items: model.items, halfLives: [7])
    let start = RecentSales(
      purchases, items: model.items, at: [end], outputs: model.network.outputs, for: .forecast
    ).scores
    var found = 0
    for customer in 0..<60 {
      var entries: [HistoryEncoder.Entry] = []
      encoder.append(customer: customer, at: end, to: &entries) { true }
      let shares = model.network.shares(entries, from: start.start)
      #expect(abs(shares.reduce(0, +) - 1) < 1e-5)
      let best = shares.indices.sorted { shares[$0] > shares[$1] }.prefix(2)
      // Of the two weeks ahead.
      if Set(best) == Set([(customer + 16) % 12, (customer + 17) % 12]) { found += 1 }
    }
    #expect(found > 54)
  }

  @Test(arguments: [AutoencoderParameters.Objective.forecast, .reconstruct])
  func anyNumberOfThreadsGivesTheSameBits(objective: AutoencoderParameters.Objective) throws {
    let purchases = Shops.random(seed: 23, customers: 150, items: 70, lines: 2_500)
    let end = try #require(purchases.times.max())
    func train(_ threads: Int, seed: UInt64 = 1) throws -> [UInt32] {
      var parameters = Self.parameters(objective)
      parameters.seed = seed
      let network = try AutoencoderTraining.train(
        purchases, end: end, parameters, work: WorkContext(threads: threads)
      ).network
      return [network.inputWeights, network.hiddenBias, network.outputWeights, network.outputBias]
        .flatMap { matrix in (0..<matrix.count).map { matrix.start[$0].bitPattern } }
    }
    let one = try train(1)
    for threads in [2, 5] { #expect(try train(threads) == one) }
    #expect(try train(1, seed: 2) != one)
  }

  @Test func trainingStopsWhenItIsNotWanted() throws {
    let purchases = Self.rounds()
    let end = try #require(purchases.times.max())
    let cancellation = Cancellation()
    let cancelled = WorkContext(threads: 2, cancellation: cancellation) { _ in
      cancellation.cancel()
    }
    #expect(throws: CancellationError.self) {
      try AutoencoderTraining.train(purchases, end: end, Self.parameters(), work: cancelled)
    }
  }

  @Test(arguments: [AutoencoderParameters.Objective.forecast, .reconstruct])
  func aShopOfADayIsRefused(objective: AutoencoderParameters.Objective) throws {
    let purchases = Self.rounds(weeks: 1)
    let end = try #require(purchases.times.max())
    let parameters = Self.parameters(objective)
    let error = #expect(throws: TrainingProblem.self) {
      try AutoencoderTraining.train(purchases, end: end, parameters, work: work)
    }
    #expect(error == .tooShort(parameters.method))
  }
}
