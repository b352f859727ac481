import RetailData

/// A plan of a point that an earlier solve found, for a problem that may have changed since: the
/// cuts of before may be far off, and a good plan at once is worth some time.
struct ResumedRecovery {
  /// What the plan is made of, where rooms and doors have been relieved.
  let subject: Recovery.Subject
  let recovery: Recovery
  /// Whether it took many passes over all items.
  let isCostly: Bool

  /// What is cut as before may take one pass more where the costly way is open: it is one of many
  /// there.
  private static func terms(mayCost: Bool) -> Recovery.Terms {
    Recovery.Terms(leastTrim: 0.98, passes: mayCost ? 3 : 2)
  }
  /// A first plan that costs as large a share more than the bound is worth another try.
  private static let poorGap = 0.01

  private init(_ subject: Recovery.Subject, _ recovery: Recovery, isCostly: Bool) {
    self.subject = subject
    self.recovery = recovery
    self.isCostly = isCostly
  }

  /// - Parameters:
  ///   - bound: Money per day that every plan costs.
  ///   - best: Money per day that the best plan so far costs.
  ///   - cuts: Of the plan before.
  ///   - isFirst: Whether the change has just been made.
  ///   - mayCost: Whether it may take many passes over all items. Otherwise there is none where a
  ///     few do not do; but the first one after a room became too small is made anyway.
  init?(
    _ given: Recovery.Subject, prices: PriceVector, bound: Double, best: Double, cuts: FlowCuts?,
    isFirst: Bool, mayCost: Bool
  ) throws {
    let relieved = try StorageRelief.relieved(given, prices: prices, diverts: false)
    if isFirst, let cuts, let relieved {
      try self.init(given, relieved: relieved, prices: prices, bound: bound, cuts: cuts)
      return
    }
    let subject = relieved ?? given
    var terms = Self.terms(mayCost: mayCost)
    terms.most = (1 + Self.poorGap) * bound
    terms.best = best
    if let cuts, let found = try Recovery.follow(subject, cuts, terms) {
      self.init(subject, found, isCostly: false)
      return
    }
    guard mayCost else { return nil }
    let fitted = try Self.fitted(subject, prices: prices, cuts: cuts)
    self.init(fitted.0, fitted.1, isCostly: true)
  }

  /// The first plan after a room became too small.
  private init(
    _ given: Recovery.Subject, relieved: Recovery.Subject, prices: PriceVector, bound: Double,
    cuts: FlowCuts
  ) throws {
    var terms = Self.terms(mayCost: true)
    terms.most = (1 + Self.poorGap) * bound
    let followed = try Recovery.follow(relieved, cuts, terms).map {
      Self(relieved, $0, isCostly: false)
    }
    if let followed, followed.cost - bound <= Self.poorGap * followed.cost {
      self = followed
      return
    }
    // What a room gives up asks too much of the doors around it: it had better go elsewhere.
    var subject = given
    if let diverted = try StorageRelief.relieved(given, prices: prices, diverts: true) {
      subject = try ItemRecourse.fitted(diverted, after: given)
    }
    let fitted = try Self.fitted(subject, prices: prices, cuts: cuts)
    self.init(fitted.0, fitted.1, isCostly: true)
    if let followed, followed.cost <= cost { self = followed }
  }

  private var cost: Double { recovery.costs.total }

  /// Where doors ask for more than to be cut as before.
  private static func fitted(
    _ subject: Recovery.Subject, prices: PriceVector, cuts: FlowCuts?
  ) throws -> (Recovery.Subject, Recovery) {
    guard var cuts else { return (subject, try Recovery.fit(subject)) }
    guard let relieved = try DoorRelief.relieved(subject, prices: prices, cuts: &cuts) else {
      return (subject, try Recovery.fit(subject))
    }
    return (
      relieved,
      try Recovery.follow(relieved, cuts, terms(mayCost: true)) ?? Recovery.fit(relieved)
    )
  }
}
