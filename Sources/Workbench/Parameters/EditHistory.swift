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
  /// What the last edit stepped, as long as more steps belong to it.
  private var step: EditStep?

  /// The most edits kept.
  static let limit = 1_000

  var canUndo: Bool { !past.isEmpty }
  var canRedo: Bool { !future.isEmpty }

  /// Remembers `old`, which a new edit replaces.
  ///
  /// - Parameter step: What the edit steps, if it does: it is one with the edit before where that
  ///   did the same.
  mutating func record(_ old: Edited, step: EditStep? = nil) {
    defer { self.step = step }
    if step != nil, step == self.step { return }
    past.append(old)
    if past.count > Self.limit { past.removeFirst() }
    future.removeAll()
  }

  /// The next step is an edit of its own.
  mutating func endSteps() { step = nil }

  mutating func undo(_ now: Edited) -> Edited? {
    step = nil
    // Choices go round: steps may have come back to where they began.
    while past.last == now { past.removeLast() }
    guard let old = past.popLast() else { return nil }
    future.append(now)
    return old
  }

  mutating func redo(_ now: Edited) -> Edited? {
    step = nil
    guard let new = future.popLast() else { return nil }
    past.append(now)
    return new
  }
}
