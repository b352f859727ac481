/// One figure that the analyst changed, as `PlanInput.set` takes it.
struct PlanChange: Hashable, Sendable, Codable {
  /// Such as `facility.LDN1.storage_l`; may have `*` for an id.
  var path: String
  /// Such as `50000`, `none` or `target`; with `*` in the path also a change of what is there,
  /// such as `+10%`.
  var value: String
}

/// What the analyst changed in the data's figures: each path once, in the order in which the
/// changes act.
struct PlanChanges: Hashable, Sendable, Codable {
  private(set) var list: [PlanChange] = []

  init() {}

  /// A path that occurs again replaces what came before.
  init(_ list: [PlanChange]) {
    for change in list { set(change.path, to: change.value) }
  }

  var isEmpty: Bool { list.isEmpty }

  func value(of path: String) -> String? {
    list.first { $0.path == path }?.value
  }

  /// What acts last stands last: a change of one building after one of all buildings.
  mutating func set(_ path: String, to value: String) {
    if let place = list.firstIndex(where: { $0.path == path }) {
      // A value stepped again stays where it is, as far as nothing after it might touch the same.
      if !list[place...].contains(where: { $0.path.contains("*") }) {
        list[place].value = value
        return
      }
      list.remove(at: place)
    }
    list.append(PlanChange(path: path, value: value))
  }

  /// Back to what the data says.
  mutating func remove(_ path: String) {
    list.removeAll { $0.path == path }
  }

  /// Whether a change may act on more than its own path.
  var hasPatterns: Bool { list.contains { $0.path.contains("*") } }
}
