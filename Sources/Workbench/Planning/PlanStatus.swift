import InventoryPlanning
import TerminalUI

/// What the status line says of the plan on every screen: how good it is, how long it took, and
/// whether it is the plan of what is on screen.
struct PlanStatus: Equatable {
  let text: String
  /// The figures on screen are not those of the present changes, or there are none.
  var isStale = false
  var isProblem = false

  static func percent(_ gap: Double) -> String {
    let percent = gap * 100
    return NumberText.short(percent, places: percent < 0.1 ? 2 : 1) + " %"
  }

  static func seconds(_ seconds: Double) -> String {
    NumberText.decimal(seconds, places: seconds < 10 ? 2 : seconds < 100 ? 1 : 0) + " s"
  }
}

extension PlanFigures {
  /// What the solver left open, and what whole cases cost on top: time closes only the first.
  var gapText: String {
    let (gap, cases) = certificate
    return PlanStatus.percent(gap) + (cases.map { " + cases \(PlanStatus.percent($0))" } ?? "")
  }
}

extension Model {
  /// Nil before the data is open, and where the data has no network: most of the workbench needs
  /// none, and the pages that do say so.
  var planStatus: PlanStatus? {
    workspace == nil || planning.obstacle != nil ? nil : planning.status
  }
}

extension Planning {
  /// What was changed, after how the plan was made: with fewer words around it where the figures
  /// would not fit in otherwise.
  func changesText(after kind: String, width: Int) -> String {
    if changes.isEmpty { return "\(kind) · the figures of the data, unchanged" }
    let list = changes.list.map { "\($0.path) \($0.value)" }.joined(separator: ", ")
    let number = counted(changes.list.count, "change")
    let texts = ["\(kind) · \(number): \(list)", "\(kind) · \(list)", list]
    if let text = texts.first(where: { TextWidth.width(of: $0) <= width }) { return text }
    // Many changes: how many there are is the first to know.
    return changes.list.count > 1 ? "\(number): \(list)" : list
  }

  /// Nil where there is nothing to say.
  var status: PlanStatus? {
    switch phase {
    case .waiting: return nil
    case .preparing: return PlanStatus(text: "plan: forecasting…", isStale: true)
    case .impossible(let obstacle):
      return PlanStatus(text: "no plan: \(obstacle.summary)", isStale: true)
    case .ready: break
    }
    if let failure, failure.changes == changes {
      return PlanStatus(
        text: "plan failed: \(failure.failure.summary)", isStale: true, isProblem: true)
    }
    let isCurrent = figures?.isCurrent ?? false
    guard isBusy else {
      guard let figures = figures?.value, isCurrent else {
        return PlanStatus(text: "plan stopped", isStale: true)
      }
      let end = isStopped && !figures.isFinal ? "stopped" : "current"
      return PlanStatus(
        text: "plan certified \(figures.gapText) · "
          + "\(PlanStatus.seconds(figures.seconds)) · \(end)")
    }
    let verb = newest == nil || isCurrent ? "solving" : "re-solving"
    guard isSolving, let solve else {
      return PlanStatus(text: "plan stale · \(verb)…", isStale: true)
    }
    if isFillingCases, let point = solve.latest {
      return PlanStatus(
        text: "plan certified \(PlanStatus.percent(point.gap)) · filling cases · "
          + PlanStatus.seconds(solve.seconds))
    }
    var parts = [verb == "solving" ? "plan \(verb)" : "plan stale · \(verb)"]
    parts.append(PlanStatus.seconds(solve.seconds))
    if let point = solve.latest { parts.append("gap \(PlanStatus.percent(point.gap))") }
    return PlanStatus(text: parts.joined(separator: " · "), isStale: !isCurrent)
  }
}
