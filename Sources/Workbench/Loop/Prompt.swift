import TerminalUI

/// One line that the analyst types into, and what it is for.
struct Prompt: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    case search, filter, palette, export, whyNot, confirmQuit
    case value(ParameterName)
    case scenario(ScenarioNaming)
    /// Answered with y or n.
    case confirm(Confirmation)
    /// Of a figure of the plan: its path, and what it takes.
    case figure(String, takes: String)
  }

  let purpose: Purpose
  var field: TextField
  /// The completion that is chosen.
  var choice = 0
  /// The table as it was, for Esc.
  let before: TableState

  init(_ purpose: Purpose, _ text: String = "", before: TableState) {
    self.purpose = purpose
    field = TextField(text)
    self.before = before
  }

  /// What stands before the field.
  var label: String {
    switch purpose {
    case .search: "/"
    case .filter: "filter"
    case .palette: ":"
    case .export: "export to"
    case .whyNot: "why not"
    case .confirmQuit: "an export is still being written: quit and lose it? (y/n)"
    case .value(let name): "\(name.title) ="
    case .scenario(let naming): naming.label
    case .confirm(let confirmation): confirmation.text
    case .figure(let path, _): "\(path) ="
    }
  }

  /// Said where nothing is typed yet.
  var hint: String {
    switch purpose {
    case .search: "text to find; n and N go on"
    case .filter: "words, -word, price>5, buyers>=100, brand=acme; Enter keeps, Esc restores"
    case .palette: "command, item or customer"
    case .export: "a path ending in .csv or .json"
    case .whyNot: "an item's id or title"
    case .figure(_, let takes): takes
    case .scenario: "any name; case does not matter"
    case .confirmQuit, .confirm, .value: ""
    }
  }

  /// Whether it is answered by a single key.
  var isConfirmation: Bool {
    switch purpose {
    case .confirmQuit, .confirm: true
    default: false
    }
  }

  /// Whether things to choose from are listed above the field.
  var completes: Bool { purpose == .palette || purpose == .whyNot }
}
