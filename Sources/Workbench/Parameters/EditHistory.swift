/// Everything that an edit may change.
struct Edited: Hashable, Sendable {
  var parameters: Parameters
  /// In the figures that are planned with.
  var plan: PlanChanges
}

/// Undo and redo: how all that can be edited was before each edit, and after each undo.
struct EditHistory: Hashable, Sendable {
  private(set) var past: [Edited] = []
  private(set) var future: [Edited] = []

  /// The most edits kept.
  static let limit = 1_000

  var canUndo: Bool { !past.isEmpty }
  var canRedo: Bool { !future.isEmpty }

  /// Remembers `old`, which a new edit replaces.
  mutating func record(_ old: Edited) {
    past.append(old)
    if past.count > Self.limit { past.removeFirst() }
    future.removeAll()
  }

  mutating func undo(_ now: Edited) -> Edited? {
    guard let old = past.popLast() else { return nil }
    future.append(now)
    return old
  }

  mutating func redo(_ now: Edited) -> Edited? {
    guard let new = future.popLast() else { return nil }
    past.append(now)
    return new
  }
}
