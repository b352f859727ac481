import RetailData

extension RecommenderFactory {
  /// The model that `cache` holds, or else one that is trained now and kept for the next time. One
  /// of each method is kept: that of the parameters used last.
  ///
  /// - Parameters:
  ///   - cache: Nil: nothing is looked for, nothing is kept.
  ///   - fingerprint: `Dataset.fingerprint` of the factory's purchases; 0 is like no cache.
  /// - Returns: The model, and why it could not be kept, if so.
  /// - Throws: `TrainingProblem`, `CancellationError`.
  public func model(
    _ training: Training, keptIn cache: CacheDirectory?, fingerprint: UInt64, work: WorkContext
  ) throws -> (model: TrainedModel, problem: DataProblem?) {
    // Rhythms are learned in about the time that reading them would take.
    guard let cache, fingerprint != 0, training.method != .buyAgain else {
      return (try train(training, work: work), nil)
    }
    if let file = try cache.open(
      training.fileName, version: TrainedModel.version, fingerprint: fingerprint, work: work),
      let model = TrainedModel(file, of: training, itemCount: purchases.itemCount)
    {
      return (model, nil)
    }
    let model = try train(training, work: work)
    do {
      var writer = SectionFileWriter(version: TrainedModel.version, fingerprint: fingerprint)
      model.add(to: &writer)
      try cache.save(writer, as: training.fileName, work: work)
      return (model, nil)
    } catch let problem as DataProblem {
      return (model, problem)
    }
  }
}

extension Training {
  fileprivate var fileName: String { "model-\(method.rawValue).echelon" }

  /// All parameters, in words: a model is only used where they are the same.
  fileprivate var fullDescription: Column<UInt8> { Column(Array("\(self)".utf8)) }
}

extension TrainedModel {
  /// Raised with every change of what the sections mean, or of how models are trained.
  fileprivate static let version: UInt32 = 1

  fileprivate func add(to writer: inout SectionFileWriter) {
    writer.add("training", training.fullDescription)
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
      model.autoencoder.add(to: &writer)
      writer.add("weights", Column((0..<8).map { model.weights[$0] }))
    }
  }

  /// Nil where the sections are not those of such a model.
  fileprivate init?(_ file: SectionFile, of training: Training, itemCount: Int) {
    guard let description = file.column("training", of: UInt8.self),
      description.elementsEqual(training.fullDescription),
      let items = file.column("items", of: Int32.self), !items.isEmpty,
      items.allSatisfy({ $0 >= 0 && Int($0) < itemCount }), Set(items).count == items.count
    else { return nil }
    switch training {
    case .linearAutoencoder:
      guard let weights = file.column("weights", of: Float.self),
        weights.count == items.count * items.count
      else { return nil }
      content = .linearAutoencoder(LinearAutoencoder(items: items, weights: weights))
    case .factorization(let parameters):
      guard let factors = file.column("factors", of: Float.self),
        factors.count == items.count * parameters.factors
      else { return nil }
      content = .factorization(
        Factorization(parameters: parameters, items: items, factors: factors))
    case .autoencoder(let parameters):
      guard let model = Autoencoder(file, parameters, items: items) else { return nil }
      content = .autoencoder(model)
    case .buyAgain: return nil
    case .blend(let parameters):
      guard let model = Autoencoder(file, parameters, items: items),
        let weights = file.column("weights", of: Double.self), weights.count == 8
      else { return nil }
      content = .blend(Blend(autoencoder: model, weights: SIMD8(weights)))
    }
    self.training = training
  }
}

extension Autoencoder {
  fileprivate func add(to writer: inout SectionFileWriter) {
    writer.add("items", items)
    for (name, matrix) in network.matrices { writer.add(name, matrix.column) }
  }

  /// Nil where the sections are not those of such a network.
  fileprivate init?(
    _ file: SectionFile, _ parameters: AutoencoderParameters, items: Column<Int32>
  ) {
    let network = AutoencoderNetwork(
      inputs: items.count * parameters.halfLives.count, units: parameters.units,
      items: items.count)
    for (name, matrix) in network.matrices {
      guard let column = file.column(name, of: Float.self), column.count == matrix.count else {
        return nil
      }
      for (index, value) in column.buffer.enumerated() { matrix.start[index] = value }
    }
    self.init(parameters: parameters, items: items, network: network)
  }
}

extension Matrix<Float> {
  fileprivate var column: Column<Float> {
    Column(count: count) { target in
      for index in 0..<count { target[index] = start[index] }
    }
  }
}
