import RetailData

/// Something about the network that a plan suffers from.
public struct NetworkFinding: Sendable, Equatable {
  public enum Severity: Sendable, Equatable {
    /// Nothing can be planned.
    case error
    /// Planning goes on, but something is lost or not used.
    case warning
  }

  /// What findings of one kind have in common.
  enum Cause: Sendable {
    case nothingToPlan, cycle, number
    case regionUnserved, lateOrders, speedUnkept, cutoffIgnored, cutoffAtZero
    case handlingHomeless, itemWithoutSource, itemStranded
    case facilityUnused, facilityEmpty, facilityDeadEnd, transferUnused, noCapacity, overfull
    case supplyMisplaced, stockMisplaced
  }

  let cause: Cause
  public let severity: Severity
  /// Such as `supply.csv`.
  public let file: String
  /// Number of the row in the data set's table of this file; nil where it is the file as a whole.
  public let row: Int?
  public let found: String
  public let expected: String
  public let advice: String
}

extension NetworkFinding {
  static func warning(
    _ cause: Cause, _ file: String, row: Int?, found: String, expected: String, advice: String
  ) -> NetworkFinding {
    NetworkFinding(
      cause: cause, severity: .warning, file: file, row: row, found: found, expected: expected,
      advice: advice)
  }

  static func error(
    _ cause: Cause, _ file: String, row: Int? = nil, found: String, expected: String,
    advice: String
  ) -> NetworkFinding {
    NetworkFinding(
      cause: cause, severity: .error, file: file, row: row, found: found, expected: expected,
      advice: advice)
  }
}

extension Handling {
  /// As `items.csv` writes it.
  var name: String {
    switch self {
    case .sortable: "sortable"
    case .nonSortable: "non_sortable"
    }
  }

  /// "a distribution_center or non_sortable_center".
  var homes: String {
    let kinds = FacilityKind.allCases.filter { $0.mayHold(self) }.map(\.rawValue)
    return "a " + kinds.dropLast().joined(separator: ", ") + " or " + (kinds.last ?? "")
  }
}

extension String {
  /// In the quotes of a message.
  var quoted: String { "\"\(self)\"" }
}

/// "1 item", "3 items".
func counted(_ count: Int, _ thing: String) -> String {
  "\(count) \(thing)\(count == 1 ? "" : "s")"
}
