import ScenarioStore

/// What came of acts on the file.
extension Model {
  mutating func kept(_ news: ScenarioNews) -> [Effect] {
    if case .taken(let name) = news {
      shelf.quitsWhenKept = false
      // Somebody else wrote it: the list is an old one.
      shelf.version += 1
      // A question that comes out of nowhere would be answered by keys meant for something else.
      guard prompt == nil, shelf.pending != nil else {
        complain("“\(name)” was saved or deleted by somebody else meanwhile: not saved")
        return []
      }
      prompt = Prompt(.confirm(.replaceScenario(name)), before: page.table)
      return []
    }
    shelf.pending = nil
    shelf.version += 1
    switch news {
    case .saved(let saved, let origin):
      shelf.adopt(
        ScenarioShelf.Origin(
          name: saved.name, revision: saved.revision, changes: origin.changes,
          awaitsPlan: !origin.hasFinalPlan))
      shelf.followed = saved.name
      if shelf.misfits?.name == saved.name { shelf.misfits = nil }
      say("“\(saved.name)” is saved \(Self.planNote(saved, origin))")
    case .renamed(let old, let new):
      shelf.rename(old, to: new)
      shelf.followed = new
      say("“\(old)” is now “\(new)”")
    case .deleted(let name):
      shelf.forget(name)
      say("“\(name)” is deleted")
    case .duplicated(let saved):
      shelf.followed = saved.name
      say("“\(saved.name)” is saved")
    case .taken:
      break
    }
    return leaveWhenKept()
  }

  private static func planNote(_ saved: SavedScenario, _ origin: ScenarioDraft.Origin) -> String {
    guard let plan = saved.plan else { return "without a plan, which is kept when it is there" }
    let gap = "gap \(PlanStatus.percent(plan.gap))"
    return origin.hasFinalPlan
      ? "with its plan, \(gap)" : "with the plan so far, \(gap); the finished one follows"
  }

  mutating func keepFailed(_ failure: Failure) {
    shelf.pending = nil
    shelf.quitsWhenKept = false
    complain(failure.summary)
  }

  /// The analyst says yes to replacing a scenario, or to deleting it.
  mutating func confirm(_ confirmation: Confirmation) -> [Effect] {
    switch confirmation {
    case .replaceScenario:
      guard let act = shelf.pending else { return [] }
      return keep(act.replacingAnything)
    case .deleteScenario(let name):
      return keep(.delete(name))
    }
  }

  private mutating func leaveWhenKept() -> [Effect] {
    guard shelf.quitsWhenKept else { return [] }
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
