import RetailData
import TerminalUI

/// The commands of a session, so that they can be run again: a macro, a bug report and a test in
/// one. A line each: the command's name and, after a blank, its argument.
struct CommandLog: Sendable {
  private(set) var lines: [String] = []

  /// A session that goes on for days keeps its end.
  private static let limit = 20_000
  /// What says nothing of what was done, and what hangs on the moment it is done at: a replay waits
  /// for everything, so that there is nothing to stop and nothing to go on with.
  static let leftOut: Set<String> = [
    "log", "redraw", "suspend", "quit", "retry", "stop", "relate", "plan.stop", "plan.solve",
    "simulation.stop", "lab.stop",
  ]
  /// What many of in a row are one edit.
  private static let steps: Set<String> = [
    "parameter.up", "parameter.down", "plan.up", "plan.down",
  ]

  /// Whether the last thing done was a step: what is done next may go on with it.
  var isStepping: Bool { lines.last.map(Self.steps.contains) ?? false }

  /// Something came after a step that is not written down.
  mutating func pause() { if isStepping { lines.append("pause") } }

  mutating func add(_ name: String, _ argument: String?) {
    if Self.leftOut.contains(name) {
      pause()
      return
    }
    if lines.count >= Self.limit { lines.removeFirst(Self.limit / 4) }
    // Only where one came to stand matters.
    if name == "select", lines.last?.hasPrefix("select ") == true { lines.removeLast() }
    lines.append(argument.map { "\(name) \($0)" } ?? name)
  }

  /// What was typed, as the command that does the same.
  mutating func add(_ prompt: Prompt) {
    let text = prompt.field.text
    switch prompt.purpose {
    case .search: if !text.isEmpty { add("search", text) }
    case .filter: add("filter", text)
    case .value(let name): if !text.isEmpty { add(name.rawValue, text) }
    case .figure(let path, _): if !text.isEmpty { add("plan.set", "\(path) \(text)") }
    case .scenario(.save): add("scenario.save", text)
    case .scenario(.rename): add("scenario.rename", text)
    case .scenario(.duplicate): add("scenario.duplicate", text)
    case .export: add("export", text)
    case .whyNot: if !text.isEmpty { add("why-not", text) }
    // The analyst has said yes: a replay does not ask again.
    case .confirm(.replaceScenario(let name)): add("scenario.replace", name)
    case .confirm(.deleteScenario(let name)): add("scenario.remove", name)
    // What is chosen there is a command of its own.
    case .palette, .confirmQuit: break
    }
  }

  static func write(_ lines: [String], to path: String) throws {
    let text = lines.map { $0 + "\n" }.joined()
    do {
      try AtomicFile.write(to: path) { file throws(DataProblem) in try file.write(text) }
    } catch {
      throw Failure("not written: \(error.found); \(error.advice)", place: path)
    }
  }
}

extension Model {
  /// Runs a command and remembers it. What opens a prompt is remembered with what is typed there;
  /// what could not be done is not remembered, as it changed nothing.
  mutating func perform(_ command: Command, _ argument: String?) -> [Effect] {
    let record = command.record(self, argument)
    notice = nil
    if !log.isStepping { edits.endSteps() }
    let effects = command.run(&self, argument)
    if prompt == nil, notice?.isProblem != true {
      log.add(record.name, record.argument)
    } else {
      log.pause()
    }
    return effects
  }

  mutating func writeLog(to path: String?) -> [Effect] {
    guard let path = path?.trimmingSpaces, !path.isEmpty else {
      complain("give the file to write to: log session.txt")
      return []
    }
    return [.start(begin(.export), .writeLog(log.lines, path: path))]
  }
}
