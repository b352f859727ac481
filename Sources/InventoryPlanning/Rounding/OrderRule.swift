import Foundation

/// What a vendor takes orders for: nothing, or whole cases from a smallest order on.
struct OrderRule: Sendable, Equatable {
  /// Units; whole.
  let caseQuantity: Double
  /// Units of the smallest order: whole cases, never fewer than one.
  let smallest: Double

  /// Largest quantity of a lane: whole numbers beyond it are not all exact in `Float`.
  static let most = 16_777_216.0

  /// A case of a fraction of a unit is one of the next whole unit.
  init(caseQuantity: Double, minimumOrder: Double) {
    let size = caseQuantity.isNaN ? 1 : max(1, caseQuantity.rounded(.up))
    let least = minimumOrder.isNaN ? 0 : max(0, minimumOrder)
    self.caseQuantity = size
    smallest =
      least.isFinite && size.isFinite ? max(1, (least / size).rounded(.up)) * size : .infinity
  }

  /// The largest order of no more than `units`; 0 where that is less than the smallest one.
  func atMost(_ units: Double) -> Double {
    let cases = (min(units, Self.most) / caseQuantity + 1e-9).rounded(.down) * caseQuantity
    return cases >= smallest ? cases : 0
  }

  /// The smallest order of no less than `units` > 0; nil where it would be absurdly large.
  func atLeast(_ units: Double) -> Double? {
    let wanted = max(smallest, (units / caseQuantity - 1e-9).rounded(.up) * caseQuantity)
    return wanted <= Self.most ? wanted : nil
  }

  func isKept(by units: Double) -> Bool { units == 0 || atMost(units) == units }
}
