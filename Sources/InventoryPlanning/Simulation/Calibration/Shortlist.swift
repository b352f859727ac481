/// The few best of what a search came by.
struct Shortlist {
  static let length = 3
  private(set) var best: [CalibratedPolicy] = []

  mutating func offer(_ found: CalibratedPolicy) {
    let place = best.firstIndex { found.merit < $0.merit } ?? best.count
    best.insert(found, at: place)
    if best.count > Self.length { best.removeLast() }
  }
}
