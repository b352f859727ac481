/// What goes out through the door of a facility on a usual day, and what is lost if it cannot.
struct DoorWorth: Sendable, Equatable {
  /// Units a day that the customers nearest to this facility ask for, by hour of the day.
  var hours = [Double](repeating: 0, count: DoorTable.hours)
  /// Units a day that are sent on to other facilities.
  var transfers = 0.0
  /// Money per unit: the mean of what serving those customers from elsewhere costs more, or of
  /// losing them.
  var loss = 0.0
  /// Money per unit: what the room of the door costs on average, as calibration found.
  var price = 0.0

  /// Units a day for customers.
  var units: Double { hours.reduce(0, +) }
}
