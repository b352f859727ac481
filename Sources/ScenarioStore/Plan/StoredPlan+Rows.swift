extension StoredPlan {
  /// Stock of one item at one facility: today's, what is decided, and the position after it; units.
  public struct Position: Sendable, Equatable {
    public var itemID: String
    public var facilityID: String
    public var onHand: Double
    public var inbound: Double
    public var target: Double
    public var buy: Double
    public var transferIn: Double
    public var transferOut: Double

    public init(
      itemID: String, facilityID: String, onHand: Double, inbound: Double, target: Double,
      buy: Double, transferIn: Double, transferOut: Double
    ) {
      self.itemID = itemID
      self.facilityID = facilityID
      self.onHand = onHand
      self.inbound = inbound
      self.target = target
      self.buy = buy
      self.transferIn = transferIn
      self.transferOut = transferOut
    }
  }

  /// What to order from a vendor.
  public struct Purchase: Sendable, Equatable {
    public var itemID: String
    public var vendorID: String
    public var facilityID: String
    /// Where the goods go on to at once; nil where they stay.
    public var onwardFacilityID: String?
    public var units: Double
    /// Money per unit.
    public var unitCost: Double

    public init(
      itemID: String, vendorID: String, facilityID: String, onwardFacilityID: String?,
      units: Double, unitCost: Double
    ) {
      self.itemID = itemID
      self.vendorID = vendorID
      self.facilityID = facilityID
      self.onwardFacilityID = onwardFacilityID
      self.units = units
      self.unitCost = unitCost
    }
  }

  /// What to move out of stock on hand.
  public struct Transfer: Sendable, Equatable {
    public var itemID: String
    public var fromFacilityID: String
    public var toFacilityID: String
    public var units: Double

    public init(itemID: String, fromFacilityID: String, toFacilityID: String, units: Double) {
      self.itemID = itemID
      self.fromFacilityID = fromFacilityID
      self.toFacilityID = toFacilityID
      self.units = units
    }
  }
}
