import InventoryPlanning
import TerminalUI

extension CommandTable {
  /// The live plan, from whatever page.
  static let planning: [Command] =
    [
      figure("plan.up", [.character("+")], "step the chosen figure up (hold)", "up") { model, one in
        model.stepPlan(one, 1)
      },
      figure("plan.down", [.character("-")], "step the chosen figure down (hold)", "down") {
        model, one in model.stepPlan(one, -1)
      },
      figure("plan.type", [.character("=")], "type the chosen figure: 12, +10%, *1.5", "type") {
        model, one in
        let takes =
          switch one.domain {
          case .number(let numbers): "\(numbers); +10%, *1.5"
          case .choice(let words): words.joined(separator: ", ")
          }
        model.prompt = Prompt(.figure(one.path, takes: takes), before: model.page.table)
      },
      figure(
        "plan.restore", [.character("0"), .delete], "the chosen figure as in the data", nil
      ) { model, one in
        model.resetPlan(one.path)
      },
      section("plan.section.next", [.character("]")], "to the next kind of figures", 1),
      section("plan.section.previous", [.character("[")], "to the kind of figures before", -1),
      list(
        "plan.differences", "d", "what stands elsewhere than in the baseline", "differences",
        .planDifferences),
      list("plan.purchases", "o", "what the plan orders from vendors", "orders", .planPurchases),
      list(
        "plan.transfers", "t", "what the plan moves between facilities", "transfers", .planTransfers
      ),
      Command(
        "plan.baseline", [.character("b")], "compare with the plan as it is now", .plan,
        label: "baseline",
        works: { isOnPlan($0) && $0.planning.figures?.isCurrent == true },
        run: { model, _ in
          model.planning.baseline = model.planning.newest?.light
          model.say("differences are now against this plan")
          return []
        }),
      Command(
        "plan.stop", [.escape], "stop solving, with the best plan so far", .plan, label: "stop",
        works: { isOnPlan($0) && !$0.canEscape && $0.planning.isSolving },
        run: { model, _ in model.stopPlanning() }),
      Command(
        "plan.set", [], "plan with another figure than the data's", .plan, argument: "path value",
        works: { $0.isBrowsing && $0.planning.ground != nil },
        run: { model, argument in
          guard let argument, let blank = argument.lastIndex(of: " ") else {
            model.complain("give a path and a value: plan.set facility.ID.storage_l -10%")
            return []
          }
          // Ids may have blanks, a value has none.
          model.changePlan(
            String(argument[..<blank]).trimmingSpaces,
            to: String(argument[argument.index(after: blank)...]))
          return []
        }),
      Command(
        "plan.reset", [], "plan with the data's own figures again", .plan,
        works: { $0.isBrowsing && !$0.planning.changes.isEmpty },
        run: { model, _ in
          model.replacePlanChanges(PlanChanges())
          return []
        }),
      Command(
        "plan.solve", [.character("r")], "go on with a solve that was stopped", .plan,
        works: { $0.isBrowsing && $0.canResumePlanning },
        run: { model, _ in
          model.resumePlanning()
          return []
        }),
    ]

  /// Whether the plan screen, or a page of it, is in front.
  private static func isOnPlan(_ model: Model) -> Bool {
    model.isBrowsing && model.screen == .plan
  }

  private static func figure(
    _ name: String, _ keys: [Key], _ summary: String, _ label: String?,
    _ change: @escaping @Sendable (inout Model, Parameter) -> Void
  ) -> Command {
    Command(
      name, keys, summary, .plan, label: label,
      works: { $0.chosenParameter != nil },
      run: { model, _ in
        if let parameter = model.chosenParameter { change(&model, parameter) }
        return []
      })
  }

  private static func section(_ name: String, _ keys: [Key], _ summary: String, _ step: Int)
    -> Command
  {
    Command(
      name, keys, summary, .plan,
      works: { $0.chosenParameter != nil && $0.page.tables[PlanPage.form].arrangement.isNatural },
      run: { model, _ in
        model.showSection(after: step)
        return []
      })
  }

  private static func list(
    _ name: String, _ key: Character, _ summary: String, _ label: String, _ place: Place
  ) -> Command {
    Command(
      name, [.character(key)], summary, .plan, label: label,
      works: { isOnPlan($0) && $0.page.place != place && $0.planning.newest != nil },
      run: { model, _ in
        model.open(place)
        return []
      })
  }
}
