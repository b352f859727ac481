/// Turning parameters, and taking it back.
extension Model {
  var canSetParameters: Bool { isBrowsing && page.place.kind.usesParameters }

  mutating func chooseParameter(by steps: Int) {
    let all = ParameterName.allCases
    let index = all.firstIndex(of: parameter) ?? 0
    parameter = all[max(0, min(all.count - 1, index + steps))]
  }

  /// Steps the chosen parameter and remembers what it was.
  mutating func stepParameter(_ direction: Int) {
    var changed = parameters
    changed.step(parameter, direction)
    adopt(changed, step: EditStep(subject: parameter.rawValue, direction: direction))
    say("\(parameter.title) \(parameters.text(parameter))")
  }

  mutating func setParameter(_ name: ParameterName, to text: String) {
    var changed = parameters
    do {
      try changed.set(name, to: text)
    } catch {
      complain("\(name.title): “\(text)” is not \(error.expected)")
      return
    }
    parameter = name
    adopt(changed)
    say("\(name.title) \(parameters.text(name))")
  }

  mutating func undo() {
    guard let old = edits.undo(edited) else { return }
    say("undone: " + difference(from: edited, to: old))
    restore(old)
  }

  mutating func redo() {
    guard let new = edits.redo(edited) else { return }
    say("redone: " + difference(from: edited, to: new))
    restore(new)
  }

  private mutating func adopt(_ changed: Parameters, step: EditStep? = nil) {
    if changed == parameters { return }
    edits.record(edited, step: step)
    parameters = changed
  }

  /// What undo takes back: the recommender's parameters and the plan's, in one order.
  var edited: Edited { Edited(parameters: parameters, plan: planning.changes) }

  private mutating func restore(_ edited: Edited) {
    parameters = edited.parameters
    restorePlan(edited.plan)
  }

  private func difference(from old: Edited, to new: Edited) -> String {
    let turned = ParameterName.allCases
      .filter { old.parameters.text($0) != new.parameters.text($0) }
      .map { "\($0.title) \(old.parameters.text($0)) → \(new.parameters.text($0))" }
    return (turned + planDifference(from: old.plan, to: new.plan)).joined(separator: ", ")
  }
}
