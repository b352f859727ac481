import RetailData

/// A plan of a point that an earlier solve found, for a problem that may have changed since: the
/// cuts of before may be far off, and a good plan at once is worth some time.
struct ResumedRecovery {
  /// What the plan is made of, where rooms and doors have been relieved.
  private(set) var subject: Recovery.Subject
  private(set) var recovery: Recovery

  /// Trimming takes from every promise alike: what it may take of a facility's shipments is little.
  private static let leastTrim = 0.98

  /// - Parameters:
  ///   - cuts: Of the plan before.
  ///   - isFirst: Whether the change has just been made.
  init(
    _ given: Recovery.Subject, prices: PriceVector, cuts: FlowCuts?, isFirst: Bool
  ) throws {
    let relieved = try StorageRelief.relieved(given, prices: prices)
    (subject, recovery) = try Self.followed(relieved ?? given, prices: prices, cuts: cuts)
    guard relieved != nil, isFirst else { return }
    // What a room gives up item by item may ask too much of the doors around it.
    let plain = try Self.followed(given, prices: prices, cuts: cuts)
    if plain.1.costs.total < recovery.costs.total { (subject, recovery) = plain }
  }

  private static func followed(
    _ subject: Recovery.Subject, prices: PriceVector, cuts: FlowCuts?
  ) throws -> (Recovery.Subject, Recovery) {
    guard let cuts else { return (subject, try Recovery.fit(subject)) }
    if let found = try Recovery.follow(subject, cuts, leastTrim: leastTrim, isFirst: true) {
      return (subject, found)
    }
    var cutsLeft = cuts
    let relieved = try DoorRelief.relieved(subject, prices: prices, cuts: &cutsLeft)
    return (
      relieved,
      try Recovery.follow(relieved, cutsLeft, leastTrim: leastTrim) ?? Recovery.fit(relieved)
    )
  }
}
