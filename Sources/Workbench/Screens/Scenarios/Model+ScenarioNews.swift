import ScenarioStore

/// What came of acts on the file.
extension Model {
  mutating func kept(_ news: ScenarioNews) -> [Effect] {
    let turn = shelf.queue.end()
    shelf.version += 1
    switch news {
    case .taken(let name):
      shelf.quitsWhenKept = false
      if let advice = turn?.act.adviceWhereTaken {
        // A long name is cut at the end of the line, and what to do is not.
        tell("\(advice): “\(name)” is there already", isProblem: true)
      } else if let turn, turn.isAsked {
        shelf.queue.ask(turn.act, taken: name)
      } else {
        tell(
          "“\(name)” was saved or deleted by somebody else meanwhile: not saved", isProblem: true)
      }
    case .saved(let saved, let draft):
      let origin = ScenarioShelf.Origin(
        name: saved.name, revision: saved.revision, changes: draft.changes,
        awaitsPlan: !draft.hasFinalPlan)
      if turn?.isAsked == false { shelf.refresh(origin) } else { shelf.adopt(origin) }
      shelf.queue.follow(saved.name, revision: saved.revision)
      shelf.followed = saved.name
      if shelf.misfits?.name == saved.name { shelf.misfits = nil }
      tell("“\(saved.name)” is saved \(planNote(saved, draft))")
    case .renamed(let old, let new):
      shelf.rename(old, to: new)
      shelf.queue.follow(old, revision: nil)
      if let origin = shelf.origin, origin.name == new {
        shelf.queue.follow(new, revision: origin.revision)
      }
      shelf.followed = new
      tell("“\(old)” is now “\(new)”")
    case .deleted(let name):
      shelf.forget(name)
      shelf.queue.follow(name, revision: nil)
      tell("“\(name)” is deleted")
    case .duplicated(let saved):
      shelf.followed = saved.name
      tell("“\(saved.name)” is saved")
    }
    return goOnKeeping() + leaveWhenKept()
  }

  private mutating func tell(_ text: String, isProblem: Bool = false) {
    let told = shelf.queue.telling(text, isProblem: isProblem)
    if told.isProblem { complain(told.text) } else { say(told.text) }
  }

  private func planNote(_ saved: SavedScenario, _ origin: ScenarioDraft.Origin) -> String {
    guard let plan = saved.plan else { return "without a plan, which is kept when it is there" }
    let gap = "gap \(PlanStatus.percent(plan.gap))"
    if origin.hasFinalPlan { return "with its plan, \(gap)" }
    return planning.isStopped
      ? "with the plan it was stopped at, \(gap)"
      : "with the plan so far, \(gap); the finished one follows"
  }

  mutating func keepFailed(_ failure: Failure) -> [Effect] {
    let turn = shelf.queue.end()
    shelf.quitsWhenKept = false
    // Where several are on their way it is not plain which one it was.
    let isAlone = shelf.queue.isEmpty && shelf.queue.problem == nil
    let title = isAlone ? nil : turn?.act.title
    tell(title.map { "\($0) failed: \(failure.summary)" } ?? failure.summary, isProblem: true)
    return goOnKeeping()
  }

  /// Asks whether to replace what has the name of a save, unless something else is being typed: a
  /// question would be answered by keys meant for that, and comes when it is done.
  mutating func askForReplacement() {
    guard prompt == nil, let name = shelf.queue.unanswered?.taken else { return }
    prompt = Prompt(.confirm(.replaceScenario(name)), before: page.table)
  }

  /// The analyst says yes to replacing a scenario, or to deleting it.
  mutating func confirm(_ confirmation: Confirmation) -> [Effect] {
    switch confirmation {
    case .replaceScenario:
      shelf.queue.answer(replaces: true)
      return goOnKeeping()
    case .deleteScenario(let name):
      return keep(.delete(name))
    }
  }

  /// The analyst says no.
  mutating func decline(_ confirmation: Confirmation) -> [Effect] {
    guard case .replaceScenario(let name) = confirmation else { return [] }
    shelf.queue.answer(replaces: false)
    tell("not saved: “\(name)” is as it was")
    return goOnKeeping()
  }

  private mutating func leaveWhenKept() -> [Effect] {
    guard shelf.quitsWhenKept, shelf.queue.isEmpty else { return [] }
    shelf.quitsWhenKept = false
    return quit()
  }
}

/// Something that is asked before it is done.
enum Confirmation: Hashable, Sendable {
  case replaceScenario(String)
  case deleteScenario(String)

  var text: String {
    switch self {
    case .replaceScenario(let name):
      "“\(name)” is there already: replace it? (y/n)"
    case .deleteScenario(let name): "delete “\(name)” and its plan? (y/n)"
    }
  }

  /// What y and n do.
  var labels: (yes: String, no: String) {
    switch self {
    case .replaceScenario: ("replace", "keep")
    case .deleteScenario: ("delete", "keep")
    }
  }
}
