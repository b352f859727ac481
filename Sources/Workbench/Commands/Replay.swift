/// Commands that are run as if an analyst gave them, each when all that came before it is done:
/// counted, answered and planned. So the same log always meets the same state.
struct Replay: Sendable {
  private var lines: [(number: Int, text: String)] = []
  private var next = 0

  /// - Parameter lines: Empty ones, and those that begin with `#`, are left out.
  init(_ lines: [String] = []) {
    self.lines = lines.enumerated().compactMap { index, line in
      let text = String(line.drop { $0.isWhitespace })
      return text.isEmpty || text.hasPrefix("#") ? nil : (index + 1, text)
    }
  }

  var isDone: Bool { next >= lines.count }

  /// The number of the line in its file, the command, and its argument.
  mutating func takeNext() -> (line: Int, name: String, argument: String?)? {
    guard !isDone else { return nil }
    let (number, text) = lines[next]
    next += 1
    guard let blank = text.firstIndex(of: " ") else { return (number, text, nil) }
    return (number, String(text[..<blank]), String(text[text.index(after: blank)...]))
  }

  mutating func stop() { next = lines.count }
}

extension Model {
  /// Runs what is to be replayed for as long as nothing has to be waited for. What cannot be done
  /// ends the replay: all that follows it meant another state.
  mutating func goOnReplaying() -> [Effect] {
    var effects: [Effect] = []
    while !replay.isDone, isIdle, let (line, name, argument) = replay.takeNext() {
      if case .confirm(let confirmation) = prompt?.purpose { effects += decline(confirmation) }
      prompt = nil
      let command = CommandTable.command(named: name)
      guard let command, command.works(self) else {
        replay.stop()
        let reason = command == nil ? "there is no command “\(name)”" : "\(name) means nothing here"
        complain("the replay stopped at line \(line): \(reason)")
        break
      }
      notice = nil
      effects += perform(command, argument) + settle()
      if let notice, notice.isProblem {
        replay.stop()
        complain("the replay stopped at line \(line): \(notice.text)")
      }
    }
    return effects
  }

  /// Whether all that was asked for is there.
  private var isIdle: Bool {
    workspace != nil && running.isEmpty && pendingFind == nil && planning.solve == nil
  }
}
