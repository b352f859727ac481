import Recommendations

/// What learned methods have learned from the data, and why others have not.
struct LearnedModels: Sendable {
  private var models: [Training: TrainedModel] = [:]
  private(set) var failures: [Training: Failure] = [:]

  subscript(training: Training) -> TrainedModel? { models[training] }

  /// Whether there is nothing to wait for.
  func isSettled(_ training: Training) -> Bool {
    models[training] != nil || failures[training] != nil
  }

  /// Takes a model in; earlier ones of the method, with other parameters, are forgotten.
  mutating func add(_ model: TrainedModel) {
    models = models.filter { $0.key.method != model.training.method }
    models[model.training] = model
    failures[model.training] = nil
  }

  mutating func fail(_ training: Training, _ failure: Failure) { failures[training] = failure }

  /// Lets it be tried again.
  mutating func forgive(_ training: Training) { failures[training] = nil }
}
