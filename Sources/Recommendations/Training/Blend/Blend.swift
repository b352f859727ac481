import RetailData

/// A trained `blend`: a forecasting network, and how much its word weighs beside that of related
/// items and of the customer's own rhythm.
struct Blend: Sendable {
  let autoencoder: Autoencoder
  /// Of the signs of `BlendSigns`.
  let weights: SIMD8<Double>

  /// Days after which a purchase counts half for the related items of a blend.
  static let halfLifeDays = 30.0
  /// Where the search for weights begins: the forecast alone.
  private static let start = SIMD8<Double>(1, 0, 0, 0, 0, 0, 0, 0)
  /// Customers, times items, that weights are learned on: more say nothing new.
  private static let mostSigns = 6_000_000

  /// Learns the weights on the last two weeks, with the network that knew nothing of them.
  ///
  /// - Parameter autoencoder: Trained on the same purchases.
  /// - Throws: `CancellationError`.
  static func train(
    _ purchases: Purchases, end: Timestamp, on autoencoder: Autoencoder, work: WorkContext
  ) throws -> Blend {
    let horizon = UInt32(AutoencoderParameters.horizonDays * 86_400)
    let cutoff = Timestamp(seconds: end.seconds - horizon)
    let ground = try ground(purchases.upTo(cutoff), autoencoder, at: cutoff, work: work)
    let judged = AutoencoderExamples.forecasts(of: purchases, upTo: end, limit: 1).all
    let count = min(judged.count, max(1, mostSigns / max(autoencoder.items.count, 1)))
    let encoder = HistoryEncoder(purchases, items: autoencoder.items, halfLives: [])
    var cases = [ConditionalLogit.Case?](repeating: nil, count: count)
    try cases.withUnsafeMutableBufferPointer { cases in
      // A case's place is written by one worker only.
      nonisolated(unsafe) let cases = cases
      try work.forEachChunk(of: count, chunk: 16) { _, range in
        for number in range {
          let customer = Int(judged[number * judged.count / count].customer)
          var chosen: [Int32] = []
          encoder.appendBought(by: customer, after: cutoff, upTo: end, to: &chosen)
          cases[number] = ground.signs(of: customer).map {
            ConditionalLogit.Case(signs: $0, chosen: chosen)
          }
        }
        work.report(
          WorkProgress(
            stage: "weighing blend", done: range.upperBound, total: count, unit: "customers"))
      }
    }
    return Blend(
      autoencoder: autoencoder,
      weights: try ConditionalLogit.fit(cases.compactMap(\.self), from: start, work: work))
  }

  /// What was known at a moment, to a network that knew no more either.
  private static func ground(
    _ known: Purchases, _ autoencoder: Autoencoder, at moment: Timestamp, work: WorkContext
  ) throws -> BlendGround {
    let counts = try CoPurchases(known, work: work)
    let parameters = relatedParameters(RecommenderParameters())
    let lists = try RelatednessIndex.build(
      counts, unit: parameters.relatedness.unit, work: work
    ).scored(by: parameters.relatedness, length: parameters.listLength, work: work)
    let factory = RecommenderFactory(
      purchases: known, coPurchases: counts, lists: lists, end: moment)
    return BlendGround(
      network: autoencoder.rehearsed, of: autoencoder,
      related: factory.relatedItems(parameters), at: moment)
  }

  /// How a blend looks at related items, whatever the parameters are otherwise.
  static func relatedParameters(_ parameters: RecommenderParameters) -> RecommenderParameters {
    RecommenderParameters(
      halfLifeDays: halfLifeDays, bestsellerDays: parameters.bestsellerDays)
  }
}
