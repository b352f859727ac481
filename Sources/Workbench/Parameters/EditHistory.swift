/// Undo and redo: what the parameters were before each edit, and after each undo.
struct EditHistory: Hashable, Sendable {
  private(set) var past: [Parameters] = []
  private(set) var future: [Parameters] = []

  /// The most edits kept.
  static let limit = 1_000

  var canUndo: Bool { !past.isEmpty }
  var canRedo: Bool { !future.isEmpty }

  /// Remembers `old`, which a new edit replaces.
  mutating func record(_ old: Parameters) {
    past.append(old)
    if past.count > Self.limit { past.removeFirst() }
    future.removeAll()
  }

  mutating func undo(_ now: Parameters) -> Parameters? {
    guard let old = past.popLast() else { return nil }
    future.append(now)
    return old
  }

  mutating func redo(_ now: Parameters) -> Parameters? {
    guard let new = future.popLast() else { return nil }
    past.append(now)
    return new
  }
}
