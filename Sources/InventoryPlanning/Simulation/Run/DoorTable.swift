import RetailData

/// What goes out of every facility on a usual day, as the kernel reads it. Empty where orders are
/// given out by cost alone.
struct DoorTable: Sendable {
  /// Units that customers ask for from the middle of an hour up to the end of the day,
  /// `[facility × hours + hour]`.
  let rest: FlatBuffer<Float>
  /// Units of a whole day, those for other facilities included.
  let whole: FlatBuffer<Float>
  /// Money per unit that cannot go out.
  let loss: FlatBuffer<Float>
  /// Money per unit, where nobody queues.
  let price: FlatBuffer<Float>

  static let hours = 24

  @inline(__always)
  static func place(ofHour hour: Float) -> Int { min(hours - 1, max(0, Int(hour))) }

  init(_ doors: [DoorWorth]) {
    var rest: [Float] = []
    for door in doors {
      var left = door.units
      for units in door.hours {
        rest.append(Float(max(0, left - units / 2)))
        left -= units
      }
    }
    self.rest = FlatBuffer(rest, filler: 0)
    whole = FlatBuffer(doors.map { Float($0.units + $0.transfers) }, filler: 0)
    loss = FlatBuffer(doors.map { Float($0.loss) }, filler: 0)
    price = FlatBuffer(doors.map { Float($0.price) }, filler: 0)
  }
}
