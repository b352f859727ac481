/// What a typed name is for.
enum ScenarioNaming: Hashable, Sendable {
  case save
  case rename(String)
  case duplicate(String)

  /// What stands before the field.
  var label: String {
    switch self {
    case .save: "save as"
    case .rename(let name): "rename “\(name)” to"
    case .duplicate(let name): "duplicate “\(name)” as"
    }
  }
}

extension Model {
  /// A name has been typed.
  mutating func name(_ text: String, _ naming: ScenarioNaming) -> [Effect] {
    switch naming {
    case .save: saveScenario(as: text)
    case .rename(let name): keep(.rename(name, to: text))
    case .duplicate(let name): keep(.duplicate(name, as: text))
    }
  }
}
