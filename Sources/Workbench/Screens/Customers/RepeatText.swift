import Recommendations

/// Due dates as a person says them.
extension RepeatOutlook {
  /// `due now`, `in 9 d`.
  var dueText: String {
    switch status {
    case .unknown: "–"
    case .lapsed: "lapsed"
    case .overdue: "due now"
    case .thisWeek, .later: "in \(max(1, Int(dueInDays.rounded(.up)))) d"
    }
  }

  /// `usually every 28 days, last 31 days ago`.
  var sentence: String {
    let last = "last \(counted(Int(ageDays.rounded()), "day")) ago"
    guard status != .unknown else { return "bought on \(counted(purchaseDays, "day")), \(last)" }
    return "usually every \(counted(Int(typicalGapDays.rounded()), "day")), \(last)"
  }
}
