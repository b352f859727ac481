/// Parameters that are a number of days, or none.
extension Parameters {
  /// Rungs that + and - climb: fine where small changes matter, coarse where they do not.
  private static let rungs: [Double] = [
    1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365,
  ]

  static func daysText(_ days: Double?) -> String {
    days.map { NumberText.short($0) + " d" } ?? "none"
  }

  /// Above the most days is none at all: time does not matter.
  static func steppedDays(_ days: Double?, _ direction: Int) -> Double? {
    guard let days else { return direction < 0 ? rungs.last : nil }
    return direction > 0 ? rungs.first { $0 > days } : rungs.last { $0 < days } ?? rungs[0]
  }

  /// As typed: `30`, `30 d` or `none`.
  static func days(_ typed: String) throws(ParameterProblem) -> Double? {
    if ["none", "off"].contains(typed.lowercased()) { return nil }
    let number = typed.hasSuffix("d") ? String(typed.dropLast()).trimmingSpaces : typed
    return try Self.number(number, in: possible, or: "none")
  }

  private static let possible = 0.1...10_000

  /// As a file has it.
  static func validDays(_ days: Double?) -> Double? {
    days.flatMap { possible.contains($0) ? $0 : nil }
  }
}
