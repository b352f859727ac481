import RetailData

extension RecommenderFactory {
  /// Learns what a learned method needs, on all threads of `work`, with the same result for any
  /// number of them.
  ///
  /// - Throws: `TrainingProblem` where the data does not allow it; `CancellationError`.
  public func train(_ training: Training, work: WorkContext) throws -> TrainedModel {
    switch training {
    case .linearAutoencoder(let ridge):
      let items = coPurchases.itemCount - coPurchases.firstBoughtRank
      try LinearAutoencoderCost(items: items).require(.measured(threads: work.threads))
      return TrainedModel(
        training: training,
        content: .linearAutoencoder(
          try LinearAutoencoder.train(coPurchases, ridge: ridge, work: work)))
    case .factorization(let parameters):
      return TrainedModel(
        training: training,
        content: .factorization(
          try Factorization.train(Interactions(purchases), parameters, work: work)))
    case .autoencoder(let parameters):
      return TrainedModel(
        training: training,
        content: .autoencoder(
          try AutoencoderTraining.train(purchases, end: end, parameters, work: work)))
    case .blend(let parameters):
      let forecast = try training.asItsOwn {
        try models[.autoencoder(parameters)] ?? train(.autoencoder(parameters), work: work)
      }
      guard case .autoencoder(let autoencoder) = forecast.content else {
        throw TrainingProblem.noPurchases(.blend)
      }
      return TrainedModel(
        training: training,
        content: .blend(try Blend.train(purchases, end: end, on: autoencoder, work: work)))
    case .buyAgain(let horizonDays):
      guard coPurchases.pairCount > 0 else { throw TrainingProblem.noPurchases(.buyAgain) }
      return TrainedModel(
        training: training,
        content: .buyAgain(
          try RepeatModel.train(on: purchases, end: end, horizonDays: horizonDays, work: work)))
    }
  }

  /// The recommender of a model that was trained on the factory's purchases.
  func make(_ model: TrainedModel, parameters: RecommenderParameters) -> any Recommender {
    switch model.content {
    case .linearAutoencoder(let weights):
      LinearAutoencoderRecommender(model: weights, scope: scope(weights.items, parameters))
    case .factorization(let factors):
      FactorizationRecommender(model: factors, scope: scope(factors.items, parameters))
    case .autoencoder(let network):
      AutoencoderRecommender(model: network, scope: scope(network.items, parameters))
    case .blend(let blend):
      BlendRecommender(
        model: blend, related: relatedItems(Blend.relatedParameters(parameters)),
        scope: scope(blend.autoencoder.items, parameters))
    case .buyAgain(let model):
      BuyAgainRecommender(model: model, bestsellers: bestsellers(parameters))
    }
  }

  private func scope(_ items: Column<Int32>, _ parameters: RecommenderParameters) -> LearnedScope {
    LearnedScope(
      purchases: purchases, end: end, halfLifeDays: parameters.halfLifeDays,
      bestsellers: bestsellers(parameters), items: items)
  }
}
