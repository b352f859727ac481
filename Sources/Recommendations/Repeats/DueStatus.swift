/// When a customer's next purchase of an item is expected, as a person would say it.
public enum DueStatus: String, Sendable, CaseIterable {
  /// The usual time ends within a week.
  case thisWeek = "due this week"
  /// It is over, but not yet twice.
  case overdue
  /// It is over more than twice: perhaps the customer buys it elsewhere, or no more.
  case lapsed
  /// It ends in more than a week.
  case later
  /// Too few purchases to know a rhythm.
  case unknown = "no rhythm yet"
}

extension RepeatOutlook {
  /// Purchase days from which on a due date is named: two gaps show a rhythm, one does not.
  public static let fewestDays = 3

  public var status: DueStatus {
    guard purchaseDays >= Self.fewestDays else { return .unknown }
    if dueInDays < -typicalGapDays { return .lapsed }
    if dueInDays < 0 { return .overdue }
    return dueInDays < 7 ? .thisWeek : .later
  }
}
