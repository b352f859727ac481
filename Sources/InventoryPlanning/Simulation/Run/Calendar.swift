/// Goods on their way, by the morning on which they arrive: a list for each day, in the order in
/// which they were sent.
struct Calendar {
  struct Lot: BitwiseCopyable {
    var cell: Int32
    var units: Int32
    var next: Int32
    /// Whether it has waited its turn at the dock.
    var isThrough: Bool
  }

  private(set) var lots: [Lot] = []
  private var first: [Int32]
  private var last: [Int32]
  private var free: Int32 = -1

  /// - Parameter days: What comes later never comes.
  init(days: Int) {
    first = [Int32](repeating: -1, count: days)
    last = first
  }

  mutating func add(day: Int, cell: Int, units: Int32, isThrough: Bool) {
    guard day < first.count else { return }
    let lot = Lot(cell: Int32(cell), units: units, next: -1, isThrough: isThrough)
    let number: Int32
    if free >= 0 {
      number = free
      free = lots[Int(number)].next
      lots[Int(number)] = lot
    } else {
      number = Int32(lots.count)
      lots.append(lot)
    }
    if last[day] >= 0 {
      lots[Int(last[day])].next = number
    } else {
      first[day] = number
    }
    last[day] = number
  }

  func hasLots(on day: Int) -> Bool { first[day] >= 0 }

  /// Takes the next lot of a day out of it; nil when there is none.
  mutating func take(day: Int) -> Lot? {
    let number = first[day]
    guard number >= 0 else { return nil }
    let lot = lots[Int(number)]
    first[day] = lot.next
    if lot.next < 0 { last[day] = -1 }
    lots[Int(number)].next = free
    free = number
    return lot
  }
}
