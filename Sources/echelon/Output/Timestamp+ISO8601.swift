import RetailData

extension Timestamp {
  /// `2011-12-09T12:50:00Z`, which the data format also reads.
  var iso8601: String {
    let second = Int(seconds) % 86_400
    return "\(date)T"
      + "\(twoDigits(second / 3_600)):\(twoDigits(second / 60 % 60)):\(twoDigits(second % 60))Z"
  }

  /// `2011-12-09`.
  var date: String {
    let date = CalendarDate(day: day)
    return "\(date.year)-\(twoDigits(date.month))-\(twoDigits(date.day))"
  }

  private func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
