import ScenarioStore
import TerminalUI

extension CommandTable {
  /// Named what-ifs.
  static let scenarios: [Command] = [
    Command(
      "scenario.name", [.character("n")], "name the present changes, and save them with their plan",
      .scenarios, label: "name",
      works: {
        $0.isBrowsing && $0.canSaveScenario && $0.isNearPlan && $0.page.table.search.isEmpty
      },
      run: { model, _ in
        model.askForScenarioName()
        return []
      }),
    onSelected(
      "scenario.open", [.enter], "plan with the selected scenario's changes (u takes it back)",
      "load", as: "scenario.load"
    ) { model, saved, _ in model.loadScenario(saved.name) },
    Command(
      "scenario.save", [], "save the present changes and their plan", .scenarios, argument: "name",
      works: { $0.isBrowsing && $0.canSaveScenario },
      run: { model, argument in
        if let argument { return model.saveScenario(as: argument) }
        model.askForScenarioName()
        return []
      }),
    byName(
      "scenario.replace", "save the present changes in place of the scenario of that name"
    ) { model, name in model.saveScenario(as: name, inPlaceOfAny: true) },
    byName("scenario.remove", "delete the scenario of that name, without asking") { model, name in
      model.keep(.delete(name))
    },
    Command(
      "scenario.load", [], "plan with a saved scenario's changes", .scenarios, argument: "name",
      works: { $0.isBrowsing && $0.canSaveScenario },
      run: { model, argument in
        if let argument { return model.loadScenario(argument) }
        model.show(.scenarios)
        return []
      }),
    onSelected(
      "scenario.rename", [.character("R")], "give the selected scenario another name", "rename",
      argument: "name"
    ) { model, saved, argument in
      if let argument { return model.keep(.rename(saved.name, to: argument)) }
      model.prompt = Prompt(.scenario(.rename(saved.name)), saved.name, before: model.page.table)
      return []
    },
    onSelected(
      "scenario.duplicate", [.character("c")], "a second one of it under another name",
      "duplicate", argument: "name"
    ) { model, saved, argument in
      if let argument { return model.keep(.duplicate(saved.name, as: argument)) }
      model.prompt = Prompt(
        .scenario(.duplicate(saved.name)), saved.name + " 2", before: model.page.table)
      return []
    },
    onSelected(
      "scenario.delete", [.character("d"), .delete], "delete the selected scenario, after asking",
      "delete"
    ) { model, saved, _ in
      model.prompt = Prompt(.confirm(.deleteScenario(saved.name)), before: model.page.table)
      return []
    },
    onSelected(
      "scenario.mark", [.character("m")], "mark the selected scenario, or take the mark away",
      "mark"
    ) { model, saved, _ in
      model.shelf.marked = model.shelf.marked == saved.name ? nil : saved.name
      return []
    },
    onSelected(
      "scenario.compare", [.character("v")],
      "the marked scenario beside the selected one; without a mark, the present changes", "compare"
    ) { model, saved, _ in
      let marked = model.shelf.marked.flatMap { $0 == saved.name ? nil : $0 }
      model.open(.comparison(marked.map { .saved($0) } ?? .present, .saved(saved.name)))
      return []
    },
    Command(
      "scenario.refresh", [.function(5)], "read the file of scenarios again", .scenarios,
      works: { $0.isBrowsing && $0.screen == .scenarios },
      run: { model, _ in
        model.shelf.version += 1
        return []
      }),
  ]

  private static func onSelected(
    _ name: String, _ keys: [Key], _ summary: String, _ label: String, argument: String? = nil,
    as recorded: String? = nil,
    _ run: @escaping @Sendable (inout Model, SavedScenario, String?) -> [Effect]
  ) -> Command {
    Command(
      name, keys, summary, .scenarios, label: label, argument: argument,
      works: { $0.selectedScenario != nil },
      run: { model, argument in
        guard let saved = model.selectedScenario else { return [] }
        return run(&model, saved, argument?.trimmingSpaces)
      },
      record: { model, argument in
        guard let recorded else { return (name, argument) }
        return (recorded, model.selectedScenario?.name)
      })
  }

  /// What a log has in place of an answer of y.
  private static func byName(
    _ name: String, _ summary: String,
    _ run: @escaping @Sendable (inout Model, String) -> [Effect]
  ) -> Command {
    Command(
      name, [], summary, .scenarios, argument: "name",
      works: { $0.isBrowsing && $0.canSaveScenario },
      run: { model, argument in
        guard let argument = argument?.trimmingSpaces, !argument.isEmpty else {
          model.complain("give the name of the scenario")
          return []
        }
        return run(&model, argument)
      })
  }
}

extension Model {
  fileprivate mutating func askForScenarioName() {
    prompt = Prompt(.scenario(.save), scenarioName ?? "", before: page.table)
  }

  /// Whether the plan or the scenarios are in front: where `n` names the present changes.
  fileprivate var isNearPlan: Bool { screen == .scenarios || screen == .plan }
}
