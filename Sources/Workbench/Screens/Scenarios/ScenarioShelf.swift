import ScenarioStore

/// What the workbench knows of the named what-ifs beside their file: which one the present changes
/// are, and what is being done.
struct ScenarioShelf: Sendable {
  /// Counts what may have changed the file: a new number has it read anew.
  var version = 0
  /// The scenario that the present changes were loaded from or saved as.
  var origin: Origin?
  /// Those that were loaded or saved before, the latest last: undo comes back to them.
  private(set) var earlier: [Origin] = []
  /// The one that the selection shall be on when the list is read again.
  var followed: String?
  /// The one to compare others with.
  var marked: String?
  /// What a loaded scenario names and the data has not, with the reasons.
  var misfits: Misfits?
  /// What is being done to the file, and what waits for that.
  var queue = ScenarioQueue()
  /// Leave as soon as everything is on the disk.
  var quitsWhenKept = false

  struct Origin: Hashable, Sendable, Codable {
    var name: String
    /// Of the file: tells whether somebody else has saved it since.
    var revision: Int
    /// As they were loaded or saved.
    var changes: PlanChanges
    /// It was saved before its plan was finished, which shall be kept when it is there.
    var awaitsPlan = false
  }

  /// Origins kept for undo.
  private static let keptOrigins = 20

  struct Misfits: Sendable, Equatable {
    var name: String
    var list: [AppliedScenario.Misfit]
  }
}

extension ScenarioShelf {
  /// The present changes are this scenario from now on.
  mutating func adopt(_ new: Origin) {
    earlier.removeAll { $0.name == new.name }
    if let origin, origin.name != new.name { earlier.append(origin) }
    if earlier.count > Self.keptOrigins { earlier.removeFirst() }
    origin = new
  }

  /// This one was saved again without being asked for: it stays where it is.
  mutating func refresh(_ saved: Origin) {
    func refreshed(_ old: Origin) -> Origin { old.name == saved.name ? saved : old }
    origin = origin.map(refreshed)
    earlier = earlier.map(refreshed)
  }

  /// After an undo: the changes may be those of another scenario again.
  mutating func settle(_ changes: PlanChanges) {
    guard origin?.changes != changes,
      let known = earlier.last(where: { $0.changes == changes })
    else { return }
    adopt(known)
  }

  mutating func rename(_ old: String, to new: String) {
    func renamed(_ origin: Origin) -> Origin {
      guard origin.name == old else { return origin }
      var origin = origin
      origin.name = new
      origin.revision += 1
      return origin
    }
    origin = origin.map(renamed)
    earlier = earlier.map(renamed)
    if marked == old { marked = new }
  }

  mutating func forget(_ name: String) {
    earlier.removeAll { $0.name == name }
    if origin?.name == name { origin = nil }
    if marked == name { marked = nil }
  }
}

extension Model {
  /// What the present changes are called: `less room`, or with a word where they have gone on from
  /// there. Nil where they were never named.
  var scenarioTitle: String? {
    shelf.origin.map { $0.changes == planning.changes ? $0.name : "\($0.name), changed" }
  }
}
