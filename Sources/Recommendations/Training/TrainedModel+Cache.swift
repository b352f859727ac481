import RetailData

extension RecommenderFactory {
  /// The model that `cache` holds, or else one that is trained now and kept for the next time.
  ///
  /// - Parameter cache: Of the factory's purchases. Nil: nothing is looked for, nothing is kept.
  /// - Returns: The model, and why it could not be kept, if so.
  /// - Throws: `TrainingProblem`, `CancellationError`.
  public func model(
    _ training: Training, keptIn cache: ModelCache?, work: WorkContext
  ) throws -> (model: TrainedModel, problem: DataProblem?) {
    if let model = models[training] { return (model, nil) }
    guard let cache, cache.keeps(training) else { return (try train(training, work: work), nil) }
    if let ground = training.ground, models[ground] == nil {
      let (model, problem) = try training.asItsOwn {
        try self.model(ground, keptIn: cache, work: work)
      }
      let own = try with(model).model(training, keptIn: cache, work: work)
      return (own.model, problem ?? own.problem)
    }
    if let file = try cache.directory.open(
      cache.fileName(training), version: TrainedModel.version, fingerprint: cache.fingerprint,
      work: work),
      file.column("training", of: UInt8.self)
        .map({ $0.elementsEqual(cache.description(of: training)) }) == true,
      let model = TrainedModel(
        file, of: training, on: training.ground.flatMap { models[$0] },
        itemCount: purchases.itemCount)
    {
      return (model, nil)
    }
    let model = try train(training, work: work)
    do {
      var writer = SectionFileWriter(
        version: TrainedModel.version, fingerprint: cache.fingerprint)
      writer.add("training", cache.description(of: training))
      model.add(to: &writer)
      try cache.directory.save(writer, as: cache.fileName(training), work: work)
      return (model, nil)
    } catch let problem as DataProblem {
      return (model, problem)
    }
  }
}

extension TrainedModel {
  /// Raised with every change of what the sections mean, or of how models are trained.
  fileprivate static let version: UInt32 = 2

  fileprivate func add(to writer: inout SectionFileWriter) {
    switch content {
    case .linearAutoencoder(let model):
      writer.add("items", model.items)
      writer.add("weights", model.weights)
    case .factorization(let model):
      writer.add("items", model.items)
      writer.add("factors", model.factors)
    case .autoencoder(let model):
      model.add(to: &writer)
    case .buyAgain: break
    case .blend(let model):
      // Its network is in a file of its own.
      writer.add("weights", Column((0..<8).map { model.weights[$0] }))
    }
  }

  /// Nil where the sections are not those of such a model.
  ///
  /// - Parameter ground: The model that it was trained on, if any.
  fileprivate init?(
    _ file: SectionFile, of training: Training, on ground: TrainedModel?, itemCount: Int
  ) {
    /// The items that the model knows.
    func items() -> Column<Int32>? {
      guard let items = file.column("items", of: Int32.self), !items.isEmpty,
        items.allSatisfy({ $0 >= 0 && Int($0) < itemCount }), Set(items).count == items.count
      else { return nil }
      return items
    }
    switch training {
    case .linearAutoencoder:
      guard let items = items(), let weights = file.column("weights", of: Float.self),
        weights.count == items.count * items.count
      else { return nil }
      content = .linearAutoencoder(LinearAutoencoder(items: items, weights: weights))
    case .factorization(let parameters):
      guard let items = items(), let factors = file.column("factors", of: Float.self),
        factors.count == items.count * parameters.factors
      else { return nil }
      content = .factorization(
        Factorization(parameters: parameters, items: items, factors: factors))
    case .autoencoder(let parameters):
      guard let items = items(), let model = Autoencoder(file, parameters, items: items) else {
        return nil
      }
      content = .autoencoder(model)
    case .buyAgain: return nil
    case .blend:
      guard case .autoencoder(let forecast) = ground?.content,
        let weights = file.column("weights", of: Double.self), weights.count == 8,
        weights.allSatisfy(\.isFinite)
      else { return nil }
      content = .blend(Blend(autoencoder: forecast, weights: SIMD8(weights)))
    }
    self.training = training
  }
}

extension Autoencoder {
  private static func sections(
    _ network: AutoencoderNetwork, _ rehearsed: AutoencoderNetwork
  ) -> [(name: String, matrix: Matrix<Float>)] {
    network.matrices + rehearsed.matrices.map { ("rehearsed.\($0)", $1) }
  }

  fileprivate func add(to writer: inout SectionFileWriter) {
    writer.add("items", items)
    for (name, matrix) in Self.sections(network, rehearsed) { writer.add(name, matrix.column) }
  }

  /// Nil where the sections are not those of such networks.
  fileprivate init?(
    _ file: SectionFile, _ parameters: AutoencoderParameters, items: Column<Int32>
  ) {
    let networks = (0..<2).map { _ in
      AutoencoderNetwork(
        inputs: items.count * parameters.halfLives.count, units: parameters.units,
        items: items.count)
    }
    for (name, matrix) in Self.sections(networks[0], networks[1]) {
      guard let column = file.column(name, of: Float.self), column.count == matrix.count else {
        return nil
      }
      for (index, value) in column.buffer.enumerated() { matrix.start[index] = value }
    }
    self.init(parameters: parameters, items: items, network: networks[0], rehearsed: networks[1])
  }
}

extension Matrix<Float> {
  fileprivate var column: Column<Float> {
    Column(count: count) { target in
      for index in 0..<count { target[index] = start[index] }
    }
  }
}
