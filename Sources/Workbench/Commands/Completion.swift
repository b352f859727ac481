/// Something the palette or a prompt offers.
import TerminalUI
struct Completion: Hashable, Sendable {
  enum Target: Hashable, Sendable {
    case command(String, argument: String?)
    case item(Int)
    case customer(Int)
    case facility(Int)
  }

  let target: Target
  /// What is matched and shown first.
  let name: String
  /// Shown beside it.
  let detail: String
  /// What kind of thing it is: "item".
  let kind: String
}

extension Model {
  /// What the open prompt offers, best first.
  var completions: [Completion] {
    guard let prompt, prompt.completes else { return [] }
    let text = prompt.field.text
    let named = answers.known(MatchQuestion(text: text, isForItemsOnly: prompt.purpose == .whyNot))
    let things = text.isEmpty ? [] : named?.value ?? []
    if prompt.purpose == .whyNot { return things }
    return commands(matching: text) + things
  }

  /// Commands whose name or summary has the typed letters in order; or, where a command is named
  /// in full and more follows, that command with its argument.
  private func commands(matching text: String) -> [Completion] {
    var shell = self
    shell.prompt = nil
    let available = CommandTable.all.filter { $0.works(shell) && $0.name != "palette" }
    if let blank = text.firstIndex(of: " "),
      let command = available.first(where: { $0.name == text[..<blank] && $0.argument != nil })
    {
      let argument = String(text[text.index(after: blank)...]).trimmingSpaces
      let target = Completion.Target.command(command.name, argument: argument)
      return [
        Completion(
          target: target, name: "\(command.name) \(argument)", detail: command.summary,
          kind: "command")
      ]
    }
    let pattern = FuzzyPattern(text)
    let scored = available.enumerated().compactMap { index, command -> (Int, Int, Command)? in
      let byName = pattern.score(command.name)
      let bySummary = pattern.score(command.summary).map { $0 - 40 }
      guard let score = [byName, bySummary].compactMap(\.self).max() else { return nil }
      return (score, index, command)
    }
    return scored.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map { _, _, command in
      let keys = command.keys.map(\.label).joined(separator: " ")
      return Completion(
        target: .command(command.name, argument: nil), name: command.name,
        detail: command.summary, kind: keys.isEmpty ? command.argument ?? "" : keys)
    }
  }
}
