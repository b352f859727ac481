import RetailData
import TerminalUI

/// Keys while a prompt is open.
extension Model {
  mutating func handlePrompt(_ key: Key) -> [Effect] {
    guard var prompt else { return [] }
    if prompt.purpose == .confirmQuit {
      self.prompt = nil
      return key == .character("y") ? quitLosingExports() : []
    }
    if case .confirm(let confirmation) = prompt.purpose {
      self.prompt = nil
      guard key == .character("y") else { return decline(confirmation) }
      log.add(prompt)
      return confirm(confirmation)
    }
    switch key {
    case .escape, .control("c"), .control("g"):
      page.table = prompt.before
      self.prompt = nil
      pendingFind = nil
      return []
    case .enter:
      return acceptPrompt()
    case .backspace where prompt.field.isEmpty:
      page.table = prompt.before
      self.prompt = nil
      return []
    case .down, .control("n"), .tab, .up, .control("p"), .backTab:
      guard prompt.completes else { return [] }
      let isDown = [Key.down, .control("n"), .tab].contains(key)
      let last = max(0, completions.count - 1)
      prompt.choice = max(0, min(last, prompt.choice + (isDown ? 1 : -1)))
      self.prompt = prompt
      return []
    default:
      let old = prompt.field.text
      guard prompt.field.handle(key) else { return [] }
      if prompt.field.text != old { prompt.choice = 0 }
      self.prompt = prompt
      if prompt.field.text != old { promptChanged(prompt) }
      return []
    }
  }

  mutating func paste(_ text: String) {
    guard prompt != nil, prompt?.isConfirmation == false else { return }
    prompt?.field.insert(text)
    prompt?.choice = 0
    if let prompt { promptChanged(prompt) }
  }

  /// Search and filter show what they would do while one types.
  private mutating func promptChanged(_ prompt: Prompt) {
    switch prompt.purpose {
    case .search:
      page.table.search = prompt.field.text
      if prompt.field.isEmpty {
        page.table.selection = prompt.before.selection
        page.table.top = prompt.before.top
      }
      find(forward: true, from: prompt.before.selection)
    case .filter:
      setFilter(prompt.field.text)
    case .palette, .export, .whyNot, .value, .figure, .scenario, .confirmQuit, .confirm:
      break
    }
  }

  private mutating func acceptPrompt() -> [Effect] {
    guard let prompt else { return [] }
    let text = prompt.field.text
    let chosen = completions
    self.prompt = nil
    // What was refused changed nothing.
    defer { if notice?.isProblem != true { log.add(prompt) } }
    switch prompt.purpose {
    case .search:
      // Says once more that there is none: what was said while typing is gone with the Enter.
      find(forward: true, from: prompt.before.selection)
      return []
    case .confirmQuit, .confirm:
      return []
    case .filter:
      setFilter(text)
      return []
    case .value(let name):
      if !text.isEmpty { setParameter(name, to: text) }
      return []
    case .scenario(let naming):
      return name(text, naming)
    case .figure(let path, _):
      if !text.isEmpty { changePlan(path, to: text) }
      return []
    case .export:
      return export(to: text)
    case .whyNot:
      if chosen.indices.contains(prompt.choice), case .item(let item) = chosen[prompt.choice].target
      {
        explain(item: item)
      } else if !text.isEmpty {
        explain(itemNamed: text)
      }
      return []
    case .palette:
      guard chosen.indices.contains(prompt.choice) else {
        if !text.isEmpty { complain("nothing is called “\(text)”") }
        return []
      }
      return run(chosen[prompt.choice].target)
    }
  }

  private mutating func run(_ target: Completion.Target) -> [Effect] {
    switch target {
    case .item(let item):
      return run(commandNamed: "open.item", argument: workspace?.dataset.items.ids[item])
    case .customer(let customer):
      return run(
        commandNamed: "open.customer", argument: workspace?.dataset.customers.ids[customer])
    case .facility(let facility):
      return run(
        commandNamed: "open.facility", argument: workspace?.dataset.network.facilities[facility].id)
    case .command(let name, let argument):
      return run(commandNamed: name, argument: argument)
    }
  }

  mutating func run(commandNamed name: String, argument: String?) -> [Effect] {
    guard let command = CommandTable.command(named: name) else {
      complain("no command “\(name)”")
      return []
    }
    guard command.works(self) else {
      complain("\(name) means nothing here")
      return []
    }
    return perform(command, argument)
  }
}
