/// Writes down, day by day, what happens to one item or at one facility.
struct ReplayRecorder {
  /// An item is numbered as in the run.
  let subject: ReplaySubject
  let facilities: Int
  private(set) var today = ReplayDay()
  private(set) var days: [ReplayDay] = []

  init(_ subject: ReplaySubject, facilities: Int) {
    self.subject = subject
    self.facilities = facilities
  }

  private func watches(_ cell: Int) -> Bool {
    switch subject {
    case .item(let item): cell / facilities == item
    case .facility(let facility): cell % facilities == facility
    }
  }

  private func watches(item: Int) -> Bool { subject == .item(item) }

  mutating func received(_ units: Int32, cell: Int) {
    if watches(cell) { today.received += Int(units) }
  }

  mutating func shipped(_ units: Int32, cell: Int) {
    if watches(cell) { today.shipped += Int(units) }
  }

  mutating func bought(_ units: Int32, cell: Int) {
    if watches(cell) { today.bought += Int(units) }
  }

  mutating func sent(_ units: Int32, from cell: Int) {
    if watches(cell) { today.sent += Int(units) }
  }

  /// Orders and lost sales belong to an item, but to no facility.
  mutating func ordered(_ units: Int32, item: Int) {
    if watches(item: item) { today.ordered += Int(units) }
  }

  mutating func lost(_ units: Int32, item: Int) {
    if watches(item: item) { today.lost += Int(units) }
  }

  /// Ends a day.
  mutating func close(
    onHand: UnsafeMutablePointer<Int32>, onOrder: UnsafeMutablePointer<Int32>, cells: Int
  ) {
    if case .item(let item) = subject {
      for facility in 0..<facilities {
        today.onHandByFacility.append(onHand[item * facilities + facility])
      }
    }
    for cell in 0..<cells where watches(cell) {
      today.onHand += Int(onHand[cell])
      today.onOrder += Int(onOrder[cell])
    }
    days.append(today)
    today = ReplayDay()
  }
}

/// One day of a replay; units.
public struct ReplayDay: Sendable, Equatable {
  /// In the evening.
  public var onHand = 0
  public var onOrder = 0
  /// In the course of the day: asked for, served from the shelf, lost, come in, ordered from
  /// vendors, sent on to other facilities. Of a facility nobody can say what was asked of it, or
  /// lost.
  public var ordered = 0
  public var shipped = 0
  public var lost = 0
  public var received = 0
  public var bought = 0
  public var sent = 0
  /// Of an item: by facility, in the evening.
  public var onHandByFacility: [Int32] = []

  public init() {}
}
