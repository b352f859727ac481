import RetailData

/// Teaches a network its examples: minibatches in random order, Adam, parts of the inputs left out.
///
/// How often the examples are gone through is decided on the last two weeks: a network that knows
/// nothing of them is trained until it foretells them no better. Then a new one, which knows all,
/// is trained as often.
struct AutoencoderTraining {
  private let parameters: AutoencoderParameters
  private let encoder: HistoryEncoder
  private let purchases: Purchases
  private let end: Timestamp
  private let work: WorkContext

  /// - Throws: `TrainingProblem` where there is nothing to learn from; `CancellationError`.
  static func train(
    _ purchases: Purchases, end: Timestamp, _ parameters: AutoencoderParameters, work: WorkContext
  ) throws -> Autoencoder {
    let sold = (0..<purchases.itemCount).filter { !purchases.positions(ofItem: $0).isEmpty }
    guard !sold.isEmpty else { throw TrainingProblem.noPurchases(parameters.method) }
    let items = Column(sold.map { Int32($0) })
    let training = AutoencoderTraining(
      parameters: parameters,
      encoder: HistoryEncoder(purchases, items: items, halfLives: parameters.halfLives),
      purchases: purchases, end: end, work: work)
    let rehearsal = try training.rehearse()
    return Autoencoder(
      parameters: parameters, items: items,
      network: try training.network(upTo: end, epochs: rehearsal.epochs),
      rehearsed: rehearsal.network)
  }

  /// The examples that end by a moment.
  private func examples(upTo moment: Timestamp) -> AutoencoderExamples {
    switch parameters.objective {
    case .forecast: .forecasts(of: purchases, upTo: moment)
    case .reconstruct: .histories(of: purchases, at: moment)
    }
  }

  /// How often to go through the examples, and the network that shows it.
  private func rehearse() throws -> (epochs: Int, network: AutoencoderNetwork) {
    let horizon = UInt32(AutoencoderParameters.horizonDays * 86_400)
    guard end.seconds > horizon else { throw problem }
    let cutoff = Timestamp(seconds: end.seconds - horizon)
    let judged = AutoencoderExamples.forecasts(of: purchases, upTo: end, limit: 1)
    guard !judged.all.isEmpty else { throw problem }
    let run = try Run(self, upTo: cutoff)
    var best = (epoch: 0, loss: Double.infinity, network: run.network)
    for epoch in 1...max(1, parameters.epochs) {
      try run.pass(epoch, of: parameters.epochs, stage: "rehearsing")
      let loss = try run.loss(judged)
      if loss < best.loss { best = (epoch, loss, run.network.copy()) }
      if epoch - best.epoch >= Self.patience { break }
    }
    return (best.epoch, best.network)
  }

  private static let patience = 3

  private var problem: TrainingProblem { .tooShort(parameters.method) }

  private func network(upTo end: Timestamp, epochs: Int) throws -> AutoencoderNetwork {
    let run = try Run(self, upTo: end)
    for epoch in 1...epochs { try run.pass(epoch, of: epochs, stage: "training") }
    return run.network
  }

  /// One network on its way.
  private final class Run {
    let network: AutoencoderNetwork
    private let training: AutoencoderTraining
    private let examples: [AutoencoderExamples.Example]
    /// By number of the moment.
    private let starts: Matrix<Float>
    private let batch: AutoencoderBatch
    private let inputs: Adam
    private let hiddenBias: Adam
    private let outputs: Adam
    private let outputBias: Adam
    private var step = 0

    init(_ training: AutoencoderTraining, upTo end: Timestamp) throws {
      self.training = training
      let parameters = training.parameters
      let learned = training.examples(upTo: end)
      examples = learned.all
      guard !examples.isEmpty else { throw training.problem }
      network = AutoencoderNetwork(
        inputs: training.encoder.inputCount, units: parameters.units,
        items: training.encoder.items.count)
      batch = AutoencoderBatch(network, capacity: min(parameters.batch, examples.count))
      inputs = Adam(network.inputWeights, gradient: batch.inputGradient)
      hiddenBias = Adam(network.hiddenBias, gradient: batch.hiddenBiasGradient)
      outputs = Adam(network.outputWeights, gradient: batch.outputGradient)
      outputBias = Adam(network.outputBias, gradient: batch.outputBiasGradient)
      starts = training.starts(learned.moments, outputs: network.outputs)
      network.initialize(units: parameters.units, seed: parameters.seed)
    }

    /// Examples of one pass at the most: of more than that there are others in the next pass.
    private static let mostExamples = 60_000
    /// Examples that a network is judged on at the most.
    private static let mostJudged = 5_000

    /// Goes once through the examples.
    func pass(_ epoch: Int, of epochs: Int, stage: String) throws {
      let parameters = training.parameters
      let order = order(epoch).prefix(Self.mostExamples)
      for start in stride(from: 0, to: order.count, by: batch.capacity) {
        training.work.report(
          WorkProgress(
            stage: "\(stage) \(parameters.method.rawValue), pass \(epoch) of at most \(epochs)",
            done: start,
            total: order.count, unit: "examples"))
        let part = Array(order[start..<min(start + batch.capacity, order.count)])
        let training = training
        let examples = examples
        _ = try batch.run(rows: part.count, from: starts, learns: true, work: training.work) {
          row, inputs, targets in
          let example = examples[part[row]]
          var draws = SplitMix64(seed: parameters.seed &+ UInt64(epoch), stream: part[row])
          training.encoder.append(
            customer: Int(example.customer), at: example.moment, to: &inputs
          ) { parameters.dropout == 0 || draws.uniform() >= parameters.dropout }
          training.appendTargets(of: example, to: &targets)
          return example.number
        }
        try learn(training.work)
      }
    }

    /// One step.
    private func learn(_ work: WorkContext) throws {
      step += 1
      let pace = Adam.Pace(rate: training.parameters.rate, step: step)
      let size = AutoencoderBatch.outputBlock
      let (network, batch) = (network, batch)
      let (outputs, outputBias, inputs) = (outputs, outputBias, inputs)
      batch.gatherInputs()
      hiddenBias.step(rows: 0..<1, pace)
      let blocks = (network.outputs + size - 1) / size
      let inputBlocks = (batch.touched.count + size - 1) / size
      try work.forEachChunk(of: blocks + inputBlocks, chunk: 1) { _, range in
        for block in range {
          if block < blocks {
            let rows = block * size..<min((block + 1) * size, network.outputs)
            batch.gatherOutputs(rows)
            outputs.step(rows: rows, pace)
            outputBias.step(rows: 0..<1, columns: rows, pace)
          } else {
            let first = (block - blocks) * size
            for input in batch.touched[first..<min(first + size, batch.touched.count)] {
              batch.gatherInput(Int(input))
              inputs.step(rows: Int(input)..<Int(input) + 1, pace)
            }
          }
        }
      }
    }

    /// The mean loss of a network that leaves nothing out.
    func loss(_ judged: AutoencoderExamples) throws -> Double {
      let count = min(judged.all.count, Self.mostJudged)
      let all = (0..<count).map { judged.all[$0 * judged.all.count / count] }
      let starts = training.starts(judged.moments, outputs: network.outputs)
      var sum = 0.0
      for start in stride(from: 0, to: all.count, by: batch.capacity) {
        let training = training
        let rows = min(batch.capacity, all.count - start)
        let mean = try batch.run(rows: rows, from: starts, learns: false, work: training.work) {
          row, inputs, targets in
          let example = all[start + row]
          training.encoder.append(
            customer: Int(example.customer), at: example.moment, to: &inputs
          ) { true }
          training.appendForecast(of: example, to: &targets)
          return example.number
        }
        sum += mean * Double(rows)
      }
      return sum / Double(all.count)
    }

    /// A new order for each pass.
    private func order(_ epoch: Int) -> [Int] {
      var generator = SplitMix64(
        seed: training.parameters.seed ^ 0x6f72_6465_7221, stream: epoch)
      return examples.indices.shuffled(using: &generator)
    }
  }

  /// What scores start from at some moments.
  private func starts(_ moments: [Timestamp], outputs: Int) -> Matrix<Float> {
    RecentSales(
      purchases, items: encoder.items, at: moments, outputs: outputs, for: parameters.objective
    ).scores
  }

  private func appendTargets(
    of example: AutoencoderExamples.Example, to targets: inout [Int32]
  ) {
    switch parameters.objective {
    case .forecast: appendForecast(of: example, to: &targets)
    case .reconstruct:
      encoder.appendBought(
        by: Int(example.customer), after: nil, upTo: example.moment, to: &targets)
    }
  }

  private func appendForecast(
    of example: AutoencoderExamples.Example, to targets: inout [Int32]
  ) {
    let horizon = UInt32(AutoencoderParameters.horizonDays * 86_400)
    encoder.appendBought(
      by: Int(example.customer), after: example.moment,
      upTo: Timestamp(seconds: example.moment.seconds + horizon), to: &targets)
  }
}
