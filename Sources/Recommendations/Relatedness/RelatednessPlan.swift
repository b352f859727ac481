/// What must be done to the related-items lists when the parameters change.
public enum RelatednessPlan: Sendable, Equatable {
  /// The lists stay as they are.
  case nothing
  /// Score the index again: same counts, other order.
  case rescore
  /// Count again.
  case rebuild

  /// From the parameters of the lists at hand to the wanted ones. Without lists at hand, `from` is
  /// nil.
  ///
  /// Score and κ matter only where the metric compares with chance, κ only to `shrunk`, and the
  /// unit only to `corrected`; what makes no difference is not recomputed.
  public static func change(
    from: RecommenderParameters?, to wanted: RecommenderParameters, indexedUnit: PurchaseUnit?,
    indexedLength: Int
  ) -> RelatednessPlan {
    guard let indexedUnit, wanted.listLength <= indexedLength else { return .rebuild }
    if wanted.relatedness.metric == .corrected, wanted.relatedness.unit != indexedUnit {
      return .rebuild
    }
    guard let from else { return .rescore }
    let isSame =
      from.relatedness.effective == wanted.relatedness.effective
      && from.listLength == wanted.listLength
    return isSame ? .nothing : .rescore
  }
}

extension Relatedness {
  /// The same with everything that its metric ignores at the default, so that values with the
  /// same meaning are equal.
  public var effective: Relatedness {
    var effective = Relatedness(metric: metric)
    if metric.comparesWithChance {
      effective.score = score
      if score == .shrunk { effective.kappa = max(kappa, 0) }
    }
    if metric == .corrected { effective.unit = unit }
    return effective
  }
}
