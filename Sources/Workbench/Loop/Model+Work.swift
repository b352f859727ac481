import Recommendations
import RetailData

/// Opening the data, what is computed after it, and what comes back from the background.
extension Model {
  /// Begins to open the data; also how a failed opening is tried again.
  mutating func start() -> [Effect] {
    phase = .loading(nil)
    return [.start(begin(.open), .open)]
  }

  mutating func note(_ progress: WorkProgress, of id: WorkID) {
    guard running[id] != nil else { return }
    running[id]?.progress = progress
    if running[id]?.purpose == .open { phase = .loading(progress) }
  }

  /// Takes a result in, if it is still waited for.
  mutating func finish(_ id: WorkID, _ outcome: Outcome) -> [Effect] {
    guard let work = running.removeValue(forKey: id) else { return [] }
    switch outcome {
    case .opened(let workspace):
      phase = .open(workspace)
      restoreSession()
      return [.start(begin(.count), .count(workspace))] + startRelating()
    case .counted(let figures):
      change { $0.adopt(figures) }
    case .related(let analysis):
      change { $0.analysis = analysis }
      if work.purpose.isIndex, let update = analysis.update { say(update.sentence) }
    case .learned(let model):
      learned(model, model.training)
    case .answered(let answer):
      if case .answer(let question) = work.purpose {
        answers.store(.success(answer), for: question)
      }
    case .prepared(let ground):
      prepared(ground)
    case .unplannable(let obstacle):
      planning.phase = .impossible(obstacle)
    case .solved(let end):
      return solved(end)
    case .refined(let state): refined(state)
    case .digested(let figures):
      // A solve begun since knows better by now.
      if planning.figures?.isCurrent != true || planning.solve == nil { planning.adopt(figures) }
    case .simulated(let result): simulated(result)
    case .judged(let news): judged(news)
    case .kept(let news): return kept(news)
    case .loaded(let scenario): loaded(scenario)
    case .exported(let path, let rows):
      say("wrote \(counted(rows, "row")) to \(path)")
    case .logged(let path, let commands):
      say("wrote \(counted(commands, "command")) to \(path)")
    case .failed(let failure) where work.purpose == .keep:
      return keepFailed(failure)
    case .failed(let failure):
      fail(work.purpose, failure)
    case .cancelled:
      if work.purpose == .solve { planning.solve = nil }
      if work.purpose == .refine { refined(nil) }
      if work.purpose == .simulate { simulation.run = nil }
    }
    return []
  }

  /// Counts who bought what together, and relates all items, as far as that is still to be done.
  mutating func startRelating() -> [Effect] {
    guard let workspace else { return [] }
    guard let analysis = workspace.analysis else {
      return isRunning(.relate) ? [] : [.start(begin(.relate), .relate(workspace))]
    }
    let unit = parameters.relatedness.unit
    let length = max(Analysis.indexedRows, parameters.listLength)
    if let index = analysis.index, index.unit == unit, index.listLength >= length { return [] }
    if isRunning(.index(unit, length)) { return [] }
    return stop(where: \.isIndex)
      + [.start(begin(.index(unit, length)), .index(analysis, unit, listLength: length))]
  }

  /// Stops relating. What is on screen is counted as it is needed.
  mutating func stopRelating() -> [Effect] {
    isRelatingStopped = true
    say("stopped; lists are counted as they are needed; `:relate` goes on")
    return stop { $0.isIndex || $0 == .relate }
  }

  private mutating func stop(where isUnwanted: (Running.Purpose) -> Bool) -> [Effect] {
    let ids = running.filter { isUnwanted($0.value.purpose) }.map(\.key).sorted()
    for id in ids { running[id] = nil }
    return ids.map { .cancel($0) }
  }

  /// Leaves; asks first where an export would be lost, and waits for a scenario to be on the disk.
  /// The present changes are no reason to ask: the session keeps them.
  mutating func quit() -> [Effect] {
    if !shelf.queue.isEmpty {
      shelf.quitsWhenKept = true
      say("saving, then leaving…")
      return []
    }
    if isRunning(.export) {
      prompt = Prompt(.confirmQuit, before: page.table)
      return []
    }
    return sessionEffects + [.quit]
  }

  /// Leaves, and stops what is still being exported.
  mutating func quitLosingExports() -> [Effect] { stop { $0 == .export } + quit() }

  /// Whether the status line has something to say of the background.
  var isBusy: Bool {
    running.values.contains { work in
      switch work.purpose {
      case .count, .relate, .index, .learn, .keep, .load, .export, .judge: true
      // The plan has a place of its own in the status line.
      case .open, .answer, .prepare, .solve, .refine, .digest, .simulate: false
      }
    }
  }

  var isRelating: Bool {
    running.values.contains { $0.purpose == .relate || $0.purpose.isIndex }
  }

  mutating func change(_ edit: (inout Workspace) -> Void) {
    guard case .open(var workspace) = phase else { return }
    edit(&workspace)
    phase = .open(workspace)
  }

  private mutating func fail(_ purpose: Running.Purpose, _ failure: Failure) {
    switch purpose {
    case .open: phase = .failed(failure)
    case .answer(let question): answers.store(.failure(failure), for: question)
    case .learn(let training): learned(nil, training, failure)
    case .prepare:
      planning.phase = .impossible(PlanObstacle(summary: failure.summary, findings: [failure]))
    case .solve: planFailed(failure)
    // The plan on screen is as good as it was.
    case .refine: refined(nil)
    case .simulate: simulationFailed(failure)
    case .judge: lab.change { $0.problem = failure.summary }
    case .count, .relate, .index, .digest, .keep, .load, .export: complain(failure.summary)
    }
  }
}
