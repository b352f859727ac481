/// The keys that the last line names: those that work here, the most useful first, so that a
/// narrow screen shows the ones that matter. Their keys and labels stand in the command table.
extension Model {
  private static let usualOrder = [
    "retry", "open", "scenario.open", "scenario.name", "scenario.mark", "scenario.compare",
    "scenario.rename", "scenario.duplicate", "scenario.delete", "escape", "move.right", "why-not",
    "methods", "methods.aligned", "parameters", "next-buyers", "search", "filter", "sort", "undo",
    "palette", "export",
    "stop",
  ]
  private static let planOrder = [
    "plan.up", "plan.down", "plan.type", "move.right", "plan.stop", "open", "escape", "undo",
    "plan.differences", "plan.purchases", "plan.transfers", "plan.baseline", "scenario.name",
    "search", "filter", "palette", "export",
  ]
  private static let simulationOrder = [
    "simulation.run", "simulation.stop", "open", "escape", "simulation.policy.next",
    "simulation.replication.next", "move.right", "search", "filter", "sort", "palette", "export",
  ]
  private static let labOrder = [
    "lab.run", "lab.stop", "lab.use", "lab.choose", "open", "lab.mode", "lab.metric", "lab.window",
    "lab.more", "lab.fewer", "move.right", "undo", "sort", "palette", "export",
    "stop",
  ]
  private static let panelOrder = [
    "parameter.up", "parameter.down", "parameter.type", "undo", "escape", "redo",
  ]

  var footer: [(key: String, label: String)] {
    if let prompt {
      if prompt.purpose == .confirmQuit { return [("y", "quit"), ("n", "stay")] }
      if case .confirm(let confirmation) = prompt.purpose {
        let labels = confirmation.labels
        return [("y", labels.yes), ("n", labels.no)]
      }
      let choose = prompt.completes ? [("↑↓", "choose")] : []
      return [("↵", "accept")] + choose + [("Esc", "cancel")]
    }
    if helpTop != nil { return [("↑↓", "scroll"), ("Esc", "close")] }
    let isInPanel = isPanelOpen && page.place.kind.usesParameters
    let choose = isInPanel ? [("↑↓", "choose")] : []
    return choose
      + (isInPanel ? Self.panelOrder : screenOrder).compactMap {
        name in
        guard let command = CommandTable.command(named: name), command.works(self),
          let label = command.label, let key = command.keys.first
        else { return nil }
        if name == "escape" { return (key.label, escapeLabel) }
        return (name == "move.right" ? "←→" : key.label, label)
      }
  }

  private var screenOrder: [String] {
    if page.place == .lab { return Self.labOrder }
    return switch screen {
    case .plan: Self.planOrder
    case .simulation: Self.simulationOrder
    default: Self.usualOrder
    }
  }

  /// What Esc does now.
  private var escapeLabel: String {
    if isPanelOpen, page.place.kind.usesParameters { return "close" }
    if page.question != nil { return "why" }
    let isFiltered = !page.table.arrangement.filter.isEmpty && !isFilterOfOrigin
    let isNarrowed = isFiltered || !page.table.search.isEmpty
    return isNarrowed ? "clear" : "back"
  }
}
