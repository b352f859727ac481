import Recommendations

extension Relatedness {
  /// The parameters that matter, as a caption says them: `corrected, shrunk, kappa 10, distinct`.
  var summary: String {
    guard metric.comparesWithChance else { return metric.rawValue }
    var parts = [metric.rawValue, score.rawValue]
    if score == .shrunk { parts.append("kappa \(FixedPoint.shortText(kappa))") }
    if metric == .corrected { parts.append(unit.rawValue) }
    return parts.joined(separator: ", ")
  }
}
