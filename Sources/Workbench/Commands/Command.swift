import TerminalUI

/// Something the analyst can do. One table of these makes key handling, the footer, the help and
/// the palette.
struct Command: Sendable {
  /// What a log, a test and the palette call it: `sort.reverse`.
  let name: String
  let keys: [Key]
  /// One line for the help and the palette.
  let summary: String
  let group: CommandGroup
  /// A word or two for the footer; nil where it is not shown there.
  let label: String?
  /// What may follow the name in the palette: `dark|light`; nil where nothing may.
  let argument: String?
  /// Whether it means something now. Keys that mean nothing are not offered.
  let works: @Sendable (Model) -> Bool
  let run: @Sendable (inout Model, String?) -> [Effect]
  /// What a log says of it, before it is run: itself, or a command that does the same wherever the
  /// selection stands.
  let record: @Sendable (Model, String?) -> (name: String, argument: String?)

  init(
    _ name: String, _ keys: [Key], _ summary: String, _ group: CommandGroup, label: String? = nil,
    argument: String? = nil, works: @escaping @Sendable (Model) -> Bool,
    run: @escaping @Sendable (inout Model, String?) -> [Effect],
    record: (@Sendable (Model, String?) -> (name: String, argument: String?))? = nil
  ) {
    self.name = name
    self.keys = keys
    self.summary = summary
    self.group = group
    self.label = label
    self.argument = argument
    self.works = works
    self.run = run
    self.record = record ?? { _, argument in (name, argument) }
  }
}

/// Headings of the help, in order.
enum CommandGroup: String, CaseIterable, Sendable {
  case move = "Move"
  case go = "Go"
  case table = "Tables"
  case item = "Item"
  case customer = "Customer"
  case parameters = "Parameters"
  case plan = "Plan"
  case simulation = "Simulation"
  case lab = "Lab"
  case scenarios = "Scenarios"
  case program = "Program"
}

extension Key {
  /// As the footer and the help write it.
  var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "^" + character.uppercased()
    case .alt(let character): "M-" + String(character)
    case .enter: "↵"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    }
  }
}
