import TerminalUI

extension CommandTable {
  /// The customer page's own.
  static let customer: [Command] = [
    Command(
      "why-not", [.character("w")], "why an item is not recommended, or not higher", .customer,
      label: "why not", argument: "item",
      works: { $0.isBrowsing && $0.customerInFront != nil },
      run: { model, argument in
        if let argument {
          model.explain(itemNamed: argument)
        } else {
          model.prompt = Prompt(.whyNot, before: model.page.table)
        }
        return []
      }),
    Command(
      "methods", [.character("m")], "what every method recommends, side by side", .customer,
      label: "methods",
      works: { $0.isBrowsing && $0.customerInFront != nil },
      run: { model, _ in
        if let customer = model.customerInFront { model.open(.methods(customer: customer)) }
        return []
      }),
    Command(
      "learn", [.character("L")], "let the methods in front learn from the data", .customer,
      label: "learn",
      works: { $0.isBrowsing && !$0.trainingsToAskFor.isEmpty },
      run: { model, _ in model.learn() }),
  ]

  /// Beside the methods' lists.
  static let aligned = Command(
    "methods.aligned", [.character("a")], "the methods' lists item by item", .customer,
    label: "aligned",
    works: { $0.isBrowsing && $0.customerOfMethods != nil },
    run: { model, _ in
      if let customer = model.customerOfMethods { model.open(.aligned(customer: customer)) }
      return []
    })

  /// Turning the parameters by keys.
  static let parameterSteps: [Command] = [
    Command(
      "parameters", [.character("p")], "show or hide the parameters", .parameters,
      label: "parameters",
      works: { $0.canSetParameters },
      run: { model, _ in
        model.isPanelOpen.toggle()
        return []
      }),
    Command(
      "parameter.up", [.character("+")], "step the chosen parameter up (hold)", .parameters,
      label: "up",
      works: { $0.canSetParameters },
      run: { model, _ in
        model.stepParameter(1)
        return []
      }),
    Command(
      "parameter.down", [.character("-")], "step the chosen parameter down (hold)", .parameters,
      label: "down",
      works: { $0.canSetParameters },
      run: { model, _ in
        model.stepParameter(-1)
        return []
      }),
    Command(
      "parameter.type", [.character("=")], "type the chosen parameter's value", .parameters,
      label: "type",
      works: { $0.canSetParameters },
      run: { model, _ in
        model.prompt = Prompt(.value(model.parameter), before: model.page.table)
        return []
      }),
    Command(
      "pause", [], "steps that follow are undone by themselves", .parameters,
      works: { $0.isBrowsing }, run: { _, _ in [] }),
    Command(
      "undo", [.character("u")], "undo the last change of a parameter", .parameters,
      label: "undo",
      works: { $0.isBrowsing && $0.edits.canUndo },
      run: { model, _ in
        model.undo()
        return []
      }),
    Command(
      "redo", [.control("r")], "redo what was undone", .parameters, label: "redo",
      works: { $0.isBrowsing && $0.edits.canRedo },
      run: { model, _ in
        model.redo()
        return []
      }),
  ]

  /// Every parameter by its name, for the palette: `metric cosine`.
  static let parameterValues: [Command] = ParameterName.allCases.map { name in
    Command(
      name.rawValue, [], "set \(name.title): \(name.explanation)", .parameters, argument: "value",
      works: { $0.isBrowsing },
      run: { model, argument in
        if let argument {
          model.setParameter(name, to: argument)
        } else {
          model.parameter = name
          model.prompt = Prompt(.value(name), before: model.page.table)
        }
        return []
      })
  }
}
