import TerminalUI

extension CommandTable {
  /// The live plan, from whatever page.
  static let planning: [Command] = [
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
      "plan.solve", [], "go on with a solve that was stopped", .plan,
      works: { $0.isBrowsing && $0.canResumePlanning },
      run: { model, _ in
        model.resumePlanning()
        return []
      }),
  ]
}
