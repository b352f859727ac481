import Recommendations
import TerminalUI

extension CommandTable {
  /// The lab's own. They stand before the commands of other screens, whose keys some of them have.
  static let lab: [Command] = [
    inLab("lab.run", "r", "judge the chosen methods", "judge") { model, _ in model.judge() },
    Command(
      "lab.stop", [.escape], "stop judging; what has been judged stays", .lab, label: "stop",
      works: {
        $0.isBrowsing && $0.page.place == .lab && $0.isJudging && !$0.canEscape
      },
      run: { model, _ in model.stopJudging() }),
    Command(
      "lab.choose", [.character(" ")], "take the selected method in, or leave it out", .lab,
      label: "in/out",
      works: { $0.selectedMethod != nil },
      run: { model, _ in
        guard let method = model.selectedMethod else { return [] }
        if Contender.baselines.contains(method) {
          model.say("\(method.rawValue) always runs: it is what the others are held against")
        } else {
          model.lab.toggle(method)
        }
        return []
      }),
    Command(
      "lab.use", [.character("c")], "have the Customers screen recommend by the selected method",
      .lab, label: "use",
      works: { $0.selectedMethod != nil },
      run: { model, _ in
        model.useSelectedMethod()
        return []
      }),
    turn("lab.mode", "m", "figures of all items, of new ones, of ones bought again", "mode") {
      let modes = Mode.allCases
      let next = (modes.firstIndex(of: $0.view.mode) ?? 0) + 1
      $0.view.mode = modes[next % modes.count]
    },
    turn("lab.metric", "t", "hit, recall or NDCG", "metric") {
      let metrics = EvaluationMetric.allCases
      $0.view.metric = metrics[($0.view.metric.rawValue + 1) % metrics.count]
    },
    turn("lab.window", "w", "one window after the other, and all together", "window") {
      let count = $0.results?.windows.count ?? 0
      let next = ($0.view.window ?? -1) + 1
      $0.view.window = next < count ? next : nil
    },
    turn("lab.more", "+", "one window more to judge in", "windows") {
      $0.options.windows = min(Lab.mostWindows, $0.options.windows + 1)
    },
    turn("lab.fewer", "-", "one window fewer to judge in", nil) {
      $0.options.windows = max(1, $0.options.windows - 1)
    },
    number("lab.windows", "windows to judge in", 1...Lab.mostWindows) { $0.windows = $1 },
    number("lab.window-days", "days of a window", 1...366) { $0.windowDays = $1 },
    number("lab.top", "recommendations that count: the 6 of hit@6", 1...100) { $0.top = $1 },
  ]

  private static func inLab(
    _ name: String, _ key: Character, _ summary: String, _ label: String?,
    run: @escaping @Sendable (inout Model, String?) -> [Effect]
  ) -> Command {
    Command(
      name, [.character(key)], summary, .lab, label: label,
      works: { $0.isBrowsing && $0.page.place == .lab && !($0.isJudging && name == "lab.run") },
      run: run)
  }

  private static func turn(
    _ name: String, _ key: Character, _ summary: String, _ label: String?,
    _ edit: @escaping @Sendable (inout Lab) -> Void
  ) -> Command {
    inLab(name, key, summary, label) { model, _ in
      model.lab.change(edit)
      return []
    }
  }

  /// Something of the next evaluation, by name and value.
  private static func number(
    _ name: String, _ what: String, _ bounds: ClosedRange<Int>,
    _ set: @escaping @Sendable (inout EvaluationOptions, Int) -> Void
  ) -> Command {
    Command(
      name, [], "\(what), \(bounds.lowerBound) to \(bounds.upperBound)", .lab, argument: "number",
      works: { $0.isBrowsing },
      run: { model, argument in
        guard let value = argument.flatMap({ Int($0.trimmingSpaces) }), bounds.contains(value)
        else {
          model.complain("give the \(what): \(bounds.lowerBound) to \(bounds.upperBound)")
          return []
        }
        model.lab.change { set(&$0.options, value) }
        model.say("\(what): \(value); r judges anew")
        return []
      })
  }
}
