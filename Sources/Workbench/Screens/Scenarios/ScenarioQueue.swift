import ScenarioStore

/// Acts on the file of scenarios: done one after the other, in the order in which they were asked
/// for. One that is asked for while another is on its way to the disk waits its turn, as it is:
/// a save holds the changes and the plan of the moment of its Enter.
struct ScenarioQueue: Sendable {
  struct Turn: Sendable {
    var act: ScenarioAct
    /// Whether the analyst asked for it, and may be asked what to do where its name is taken.
    var isAsked: Bool
  }

  /// Not done, as there is a scenario of that name.
  struct Unanswered: Sendable {
    var act: ScenarioAct
    /// As it is written in the file.
    var taken: String
  }

  /// What is being done to the file.
  private(set) var current: Turn?
  /// What waits for it, the next one first.
  private(set) var waiting: [Turn] = []
  /// Waits for an answer, and all others behind it.
  private(set) var unanswered: Unanswered?
  /// What could not be done while others waited: said again with what comes of those, which would
  /// cover it otherwise.
  private(set) var problem: String?

  var isEmpty: Bool { current == nil && waiting.isEmpty && unanswered == nil }

  mutating func add(_ turn: Turn) { waiting.append(turn) }

  /// The act whose turn it is now.
  mutating func beginNext() -> ScenarioAct? {
    guard current == nil, unanswered == nil, !waiting.isEmpty else { return nil }
    current = waiting.removeFirst()
    return current?.act
  }

  /// The current one is through, whatever came of it.
  mutating func end() -> Turn? {
    defer { current = nil }
    return current
  }

  mutating func ask(_ act: ScenarioAct, taken name: String) {
    unanswered = Unanswered(act: act, taken: name)
  }

  /// - Parameter replaces: Whether what has the name may go. Otherwise the act is dropped.
  mutating func answer(replaces: Bool) {
    guard let act = unanswered?.act else { return }
    unanswered = nil
    if replaces { waiting.insert(Turn(act: act.replacingAnything, isAsked: true), at: 0) }
  }

  /// What is to be said, with what could not be done before it in the same row of acts.
  mutating func telling(_ text: String, isProblem: Bool = false) -> (text: String, isProblem: Bool)
  {
    let told = problem.map { "\($0); \(text)" } ?? text
    let hasProblem = isProblem || problem != nil
    if isProblem { problem = told }
    if isEmpty { problem = nil }
    return (told, hasProblem)
  }
}

extension ScenarioQueue {
  /// What the present changes will be called when all that was asked for is done.
  ///
  /// - Parameter name: What they are called now.
  func foreseenName(after name: String?) -> String? {
    var foreseen = name
    for act in asked {
      switch act {
      case .save(_, as: let name, replacing: _): foreseen = name
      case .rename(let old, to: let new): if old.isSameName(as: foreseen) { foreseen = new }
      case .delete(let old): if old.isSameName(as: foreseen) { foreseen = nil }
      case .duplicate: break
      }
    }
    return foreseen
  }

  /// Whether a save that was asked for is still to be done.
  var hasSave: Bool {
    asked.contains { if case .save = $0 { true } else { false } }
  }

  private var asked: [ScenarioAct] {
    ((current.map { [$0] } ?? []) + waiting).filter(\.isAsked).map(\.act)
  }

  /// One's own act gave the scenario of that name another number, or took it away: what waits to be
  /// saved over it shall not take that for somebody else's doing.
  ///
  /// - Parameter revision: Nil where there is none of that name any more.
  mutating func follow(_ name: String, revision: Int?) {
    for place in waiting.indices {
      guard case .save(let draft, as: let other, let replacing) = waiting[place].act else {
        continue
      }
      if other.isSameName(as: name) {
        if replacing == .anything { continue }
        let following = revision.map { ScenarioStore.Replacement.revision($0) } ?? .nothing
        waiting[place].act = .save(draft, as: other, replacing: following)
      } else if revision != nil {
        // Saved under another name in between, it is no longer one's own: that is asked.
        return
      }
    }
  }
}

extension String {
  /// Names of scenarios are the same in any case.
  func isSameName(as other: String?) -> Bool { lowercased() == other?.lowercased() }
}
