import TerminalUI

extension CommandTable {
  /// What every table can do.
  static let arranging: [Command] = [
    Command(
      "search", [.character("/")], "search for text", .table, label: "search",
      argument: "text",
      works: { $0.hasTable },
      run: { model, argument in
        if let argument {
          model.page.table.search = argument
          model.find(forward: true, from: model.page.table.selection)
          return []
        }
        model.prompt = Prompt(.search, before: model.page.table)
        return []
      }),
    Command(
      "search.next", [.character("n")], "next match", .table,
      works: { $0.hasTable && !$0.page.table.search.isEmpty },
      run: { model, _ in
        model.find(forward: true, from: model.page.table.selection + 1)
        return []
      }),
    Command(
      "search.previous", [.character("N")], "previous match", .table,
      works: { $0.hasTable && !$0.page.table.search.isEmpty },
      run: { model, _ in
        model.find(forward: false, from: model.page.table.selection - 1)
        return []
      }),
    Command(
      "filter", [.character("f")], "show only rows that match: words, price>5, brand=acme", .table,
      label: "filter", argument: "words or column op value",
      works: { $0.hasTable },
      run: { model, argument in
        if let argument {
          model.setFilter(argument)
        } else {
          model.prompt = Prompt(
            .filter, model.page.table.arrangement.filter, before: model.page.table)
        }
        return []
      }),
    Command(
      "sort", [.character("s")], "sort by the chosen column; again: the other way", .table,
      label: "sort", argument: "column",
      works: { $0.hasTable },
      run: { model, argument in
        model.sort(by: argument)
        return []
      }),
    Command(
      "sort.reverse", [.character("S")], "reverse the order", .table,
      works: { $0.hasTable },
      run: { model, _ in
        model.reverseOrder()
        return []
      }),
    Command(
      "column.previous", [.character("<")], "choose the column to the left", .table,
      works: { $0.hasTable },
      run: { model, _ in
        model.chooseColumn(-1)
        return []
      }),
    Command(
      "column.next", [.character(">")], "choose the column to the right", .table,
      works: { $0.hasTable },
      run: { model, _ in
        model.chooseColumn(1)
        return []
      }),
    Command(
      "export", [.character("e")], "write the table as shown to a CSV or JSON file", .table,
      label: "export", argument: "file.csv|file.json",
      works: { $0.hasTable },
      run: { model, argument in
        if let argument { return model.export(to: argument) }
        model.prompt = Prompt(.export, model.defaultExportName, before: model.page.table)
        return []
      }),
    Command(
      "copy", [.character("y")], "copy the selected row to the clipboard", .table,
      works: { $0.hasTable && $0.selectedRow != nil },
      run: { model, _ in model.copySelection() }),
  ]
}
