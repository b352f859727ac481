import Recommendations
import RetailData

/// Learned methods: their models are trained in the background, one at a time, and shown when they
/// are there.
extension Model {
  /// What a method has to learn with the present parameters; nil for one that only counts.
  func training(for method: Method) -> Training? {
    Training(method, parameters: parameters.recommender(for: method))
  }

  /// Trains what the screen waits for, as far as it was asked for: by choosing the method, or by the
  /// command `learn`. Stops what no longer is.
  mutating func settleLearning(_ workspace: Workspace) -> [Effect] {
    let asked = ([training(for: parameters.method)] + requestedTrainings).compactMap(\.self)
    var effects: [Effect] = []
    for (id, work) in running {
      if case .learn(let training) = work.purpose, !asked.contains(training) {
        running[id] = nil
        effects.append(.cancel(id))
      }
    }
    guard let analysis = workspace.analysis, !isLearning else { return effects }
    let missing = page.place.kind.questions(of: page, in: self).compactMap(\.training)
      .first { asked.contains($0) && !workspace.models.isSettled($0) }
    guard let missing else { return effects }
    return effects + [.start(begin(.learn(missing)), .learn(missing, analysis))]
  }

  var isLearning: Bool { running.values.contains { $0.purpose.isLearning } }

  /// What the methods that the table in front needs have yet to learn, and nobody has asked for.
  var trainingsToAskFor: [Training] {
    guard let workspace else { return [] }
    return page.place.kind.methods(of: page.focus, in: self).compactMap(training).filter {
      workspace.models[$0] == nil && !isRunning(.learn($0))
        && (!requestedTrainings.contains($0) || workspace.models.failures[$0] != nil)
    }
  }

  /// Lets the methods in front learn, one after the other.
  mutating func learn() -> [Effect] {
    let trainings = trainingsToAskFor
    requestedTrainings += trainings
    change { workspace in
      for training in trainings { workspace.models.forgive(training) }
    }
    answers.forgetFailures()
    return []
  }

  /// Stops learning. What was learned so far is lost.
  mutating func stopLearning() -> [Effect] {
    var effects: [Effect] = []
    for (id, work) in running {
      guard case .learn(let training) = work.purpose else { continue }
      running[id] = nil
      effects.append(.cancel(id))
      learned(nil, training, Failure("stopped before \(training.method.rawValue) had learned"))
    }
    return effects
  }

  mutating func learned(_ model: TrainedModel?, _ training: Training, _ failure: Failure? = nil) {
    requestedTrainings.removeAll { $0 == training }
    change { workspace in
      if let model { workspace.models.add(model) }
      if let failure { workspace.models.fail(training, failure) }
    }
  }

  /// What to say where a method's recommendations are not there because it has yet to learn; nil
  /// where that is not the reason.
  func learningText(_ method: Method) -> String? {
    guard let workspace, let training = training(for: method),
      workspace.models[training] == nil
    else { return nil }
    if let failure = workspace.models.failures[training] {
      return "\(failure.summary); L tries again"
    }
    if let work = running.values.first(where: { $0.purpose == .learn(training) }) {
      guard let progress = work.progress else { return "\(method.rawValue) is learning…" }
      let share = progress.total.map { 100 * progress.done / max($0, 1) } ?? 0
      return "\(progress.stage): \(share) %"
    }
    let isAsked = parameters.method == method || requestedTrainings.contains(training)
    return isAsked ? "waiting to learn…" : "\(method.rawValue) has yet to learn: L lets it"
  }
}
