/// Turning parameters, and taking it back.
extension Model {
  var canSetParameters: Bool { isBrowsing && page.place.kind.usesParameters }

  mutating func chooseParameter(by steps: Int) {
    let all = ParameterName.allCases
    let index = all.firstIndex(of: parameter) ?? 0
    parameter = all[max(0, min(all.count - 1, index + steps))]
  }

  /// Changes the chosen parameter and remembers what it was.
  mutating func editParameter(_ change: (inout Parameters, ParameterName) -> Void) {
    var changed = parameters
    change(&changed, parameter)
    adopt(changed)
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
    guard let old = edits.undo(parameters) else { return }
    say("undone: " + difference(from: parameters, to: old))
    parameters = old
  }

  mutating func redo() {
    guard let new = edits.redo(parameters) else { return }
    say("redone: " + difference(from: parameters, to: new))
    parameters = new
  }

  private mutating func adopt(_ changed: Parameters) {
    if changed == parameters { return }
    edits.record(parameters)
    parameters = changed
  }

  private func difference(from old: Parameters, to new: Parameters) -> String {
    ParameterName.allCases.filter { old.text($0) != new.text($0) }
      .map { "\($0.title) \(old.text($0)) → \(new.text($0))" }.joined(separator: ", ")
  }
}
