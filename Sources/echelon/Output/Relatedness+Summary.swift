import Recommendations

extension Relatedness {
  /// The parameters that matter, as a caption says them: `corrected, shrunk, kappa 10, distinct`.
  var summary: String {
    var parts = [metric.rawValue]
    if metric.comparesWithChance {
      parts.append(score.rawValue)
      if score == .shrunk { parts.append("kappa \(FixedPoint.shortText(kappa))") }
    }
    if metric == .corrected { parts.append(unit.rawValue) }
    if support > 1 { parts.append("support \(support)") }
    if let days = sequence.withinDays { parts.append("within \(FixedPoint.shortText(days)) days") }
    if let days = sequence.halfLifeDays {
      parts.append("counts half after \(FixedPoint.shortText(days)) days")
    }
    return parts.joined(separator: ", ")
  }
}
