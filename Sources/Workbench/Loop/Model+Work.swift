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
      return [.start(begin(.count), .count(workspace))]
    case .counted(let figures):
      change { $0.adopt(figures) }
    case .answered(let answer):
      if case .answer(let question) = work.purpose {
        answers.store(.success(answer), for: question)
      }
    case .exported(let path, let rows):
      say("wrote \(counted(rows, "row")) to \(path)")
    case .failed(let failure):
      fail(work.purpose, failure)
    case .cancelled:
      break
    }
    return []
  }

  /// Leaves; asks first where an export would be lost.
  mutating func quit() -> [Effect] {
    if isRunning(.export) {
      prompt = Prompt(.confirmQuit, before: page.table)
      return []
    }
    return sessionEffects + [.quit]
  }

  private mutating func change(_ edit: (inout Workspace) -> Void) {
    guard case .open(var workspace) = phase else { return }
    edit(&workspace)
    phase = .open(workspace)
  }

  private mutating func fail(_ purpose: Running.Purpose, _ failure: Failure) {
    switch purpose {
    case .open: phase = .failed(failure)
    case .answer(let question): answers.store(.failure(failure), for: question)
    case .count, .export: complain(failure.summary)
    }
  }
}
