import InventoryPlanning
import TerminalUI

/// Changing the plan's figures, and taking it back. Every change shows at once, and has the plan
/// solved anew from where it stands.
extension Model {
  /// Sets a figure, as `PlanInput.set` takes it; a change of what is there becomes a value where
  /// the path names one figure. Says why it cannot be.
  ///
  /// - Parameter step: That it is one, and which: many in a row are undone at once.
  mutating func changePlan(_ path: String, to value: String, step: EditStep? = nil) {
    let value = value.asTyped
    guard let ground = planning.ground, var input = planning.input else {
      complain(planning.waitingText)
      return
    }
    var changes = planning.changes
    do throws(ParameterError) {
      if path.contains("*") {
        // Its own earlier value does not count: a share is one of what there would be without.
        changes.remove(path)
        if changes != planning.changes { input = try changes.applied(to: ground) }
        try input.set(path, to: value, names: ground.names)
        changes.set(path, to: value)
      } else {
        try input.set(path, to: value, names: ground.names)
        var now = try input.value(of: path, names: ground.names)
        if let tidy = now.tidied {
          try input.set(path, to: tidy.description, names: ground.names)
          now = tidy
        }
        let data = try ground.catalogue.parameter(at: path).defaultValue
        // What a change of many made of it is not what the data says.
        if now == data, !changes.hasPatterns {
          changes.remove(path)
        } else {
          changes.set(path, to: now.description)
        }
      }
    } catch {
      let text = error.description
      // The path has just been typed or is on the screen: what to do must not be cut off for it.
      let isLong = text.count + 4 > size.columns && text.hasPrefix(path + " ")
      complain(isLong ? String(text.dropFirst(path.count + 1)) : text)
      return
    }
    if changes == planning.changes { return }
    edits.record(edited, step: step)
    adopt(changes, input)
  }

  /// Back to what the data says.
  mutating func resetPlan(_ path: String) {
    var changes = planning.changes
    changes.remove(path)
    replacePlanChanges(changes)
  }

  /// Other changes in place of those there are, in one step: a scenario is loaded, all is reset.
  /// Says why where one of them cannot be.
  mutating func replacePlanChanges(_ changes: PlanChanges) {
    guard changes != planning.changes else { return }
    guard let ground = planning.ground else {
      complain(planning.waitingText)
      return
    }
    do throws(ParameterError) {
      let input = try changes.applied(to: ground)
      edits.record(edited)
      adopt(changes, input)
    } catch {
      complain(error.description)
    }
  }

  /// The changes as they were before: an undo, or those of the session. What the data no longer
  /// has is left out.
  mutating func restorePlan(_ changes: PlanChanges) {
    guard changes != planning.changes else { return }
    guard let ground = planning.ground else {
      planning.changes = changes
      return
    }
    var input = ground.base
    var kept = PlanChanges()
    for change in changes.list
    where (try? input.set(change.path, to: change.value, names: ground.names)) != nil {
      kept.set(change.path, to: change.value)
    }
    adopt(kept, input)
  }

  /// What an undo did, for the status line: at most three figures by name.
  func planDifference(from old: PlanChanges, to new: PlanChanges) -> [String] {
    let paths = old.differing(from: new)
    let shown = paths.prefix(3).map { path in
      let (from, to) = (old.value(of: path), new.value(of: path))
      return "\(path) \(from ?? "as in the data") → \(to ?? "as in the data")"
    }
    return shown + (paths.count > 3 ? ["and \(paths.count - 3) more"] : [])
  }

  /// The figure that is chosen stays chosen where the order depends on what changed.
  private mutating func followFigure() {
    guard let row = chosenFigure, var page = stacks[.plan]?.first else { return }
    if !page.tables[0].arrangement.isNatural { page.tables[0].followed = row }
    stacks[.plan]?[0] = page
  }

  private mutating func adopt(_ changes: PlanChanges, _ input: PlanInput) {
    planning.form?.update(from: planning.changes, to: changes, input)
    followFigure()
    planning.changes = changes
    planning.input = input
    planning.generation += 1
    planning.isStopped = false
    // A plan that is known already shows at once.
    if let place = planning.earlier.firstIndex(where: { $0.changes == changes }) {
      planning.adopt(planning.earlier.remove(at: place))
    }
    if let newest = planning.newest, newest.changes == changes, newest.isFinal {
      planning.points = newest.course
    }
  }
}

extension PlanChanges {
  /// The data's figures with all of these.
  func applied(to ground: PlanGround) throws(ParameterError) -> PlanInput {
    var input = ground.base
    for change in list {
      try input.set(change.path, to: change.value, names: ground.names)
    }
    return input
  }
}

extension ParameterValue {
  /// Without what a computer makes of a share, such as 55.800000000000004; nil where there is
  /// nothing to tidy.
  fileprivate var tidied: ParameterValue? {
    guard case .number(let number) = self, number.isFinite, number != 0 else { return nil }
    var scale = 1.0
    while number.magnitude * scale < 1e11, scale < 1e15 { scale *= 10 }
    let tidy = (number * scale).rounded() / scale
    return tidy == number ? nil : .number(tidy)
  }
}

extension String {
  /// A figure as screens write it (∞, −10%) as it is typed on a keyboard.
  fileprivate var asTyped: String { replacing("∞", with: "inf").replacing("−", with: "-") }
}
