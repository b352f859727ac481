/// The buildings, the ways between them and what stands in them, as the files say it: rows of
/// plain values that refer to each other by number. Nothing here is derived.
public struct Network: Sendable {
  public var regions: [Region] = []
  /// Fastest promise first.
  public var speeds: [Speed] = []
  public var facilities: [Facility] = []
  public var transfers: [Transfer] = []
  public var deliveries: [Delivery] = []
  public var vendors: [Vendor] = []
  public var supply: [Supply] = []
  public var inventory: [Stock] = []

  public init() {}
}

/// A place where customers live.
public struct Region: Sendable, Equatable {
  public var id: String
  public var name: String
  /// Degrees; NaN where unknown.
  public var latitude: Double
  public var longitude: Double

  public init(id: String, name: String, latitude: Double, longitude: Double) {
    self.id = id
    self.name = name
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// A delivery promise that a customer can choose.
public struct Speed: Sendable, Equatable {
  public var id: String
  /// Hours from order to door.
  public var promiseHours: Double
  /// Money per unit of demand that this promise could not serve.
  public var lostSalePenalty: Double
  /// Share of units to be served in time, 0...1; NaN where there is no target.
  public var serviceTarget: Double

  public init(id: String, promiseHours: Double, lostSalePenalty: Double, serviceTarget: Double) {
    self.id = id
    self.promiseHours = promiseHours
    self.lostSalePenalty = lostSalePenalty
    self.serviceTarget = serviceTarget
  }
}

/// What a building is for. The raw values are those of `facilities.csv`.
public enum FacilityKind: String, Sendable, CaseIterable {
  case distributionCenter = "distribution_center"
  case fulfillmentCenter = "fulfillment_center"
  case nonSortableCenter = "non_sortable_center"
  case sameDaySite = "same_day_site"
}

public struct Facility: Sendable, Equatable {
  public var id: String
  public var name: String
  public var kind: FacilityKind
  /// Degrees; NaN where unknown.
  public var latitude: Double
  public var longitude: Double
  /// Litres.
  public var storage: Double
  /// Units per day.
  public var inboundPerDay: Double
  public var outboundPerDay: Double
  /// Money per litre and day.
  public var holdingCost: Double

  public init(
    id: String, name: String, kind: FacilityKind, latitude: Double, longitude: Double,
    storage: Double, inboundPerDay: Double, outboundPerDay: Double, holdingCost: Double
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.latitude = latitude
    self.longitude = longitude
    self.storage = storage
    self.inboundPerDay = inboundPerDay
    self.outboundPerDay = outboundPerDay
    self.holdingCost = holdingCost
  }
}

/// A lane between two facilities.
public struct Transfer: Sendable, Equatable, BitwiseCopyable {
  public var from: Int32
  public var to: Int32
  public var leadTimeDays: Double
  public var costPerUnit: Double
  public var costPerLitre: Double

  public init(
    from: Int32, to: Int32, leadTimeDays: Double, costPerUnit: Double, costPerLitre: Double
  ) {
    self.from = from
    self.to = to
    self.leadTimeDays = leadTimeDays
    self.costPerUnit = costPerUnit
    self.costPerLitre = costPerLitre
  }
}

/// A facility can serve a region at a speed, for orders placed before the cut-off.
public struct Delivery: Sendable, Equatable, BitwiseCopyable {
  public var facility: Int32
  public var region: Int32
  public var speed: Int32
  /// Hour of the day, 0...24; NaN where the promise has no cut-off.
  public var cutoffHour: Double
  public var costPerUnit: Double
  public var costPerKilogram: Double

  public init(
    facility: Int32, region: Int32, speed: Int32, cutoffHour: Double, costPerUnit: Double,
    costPerKilogram: Double
  ) {
    self.facility = facility
    self.region = region
    self.speed = speed
    self.cutoffHour = cutoffHour
    self.costPerUnit = costPerUnit
    self.costPerKilogram = costPerKilogram
  }
}

public struct Vendor: Sendable, Equatable {
  public var id: String
  public var name: String

  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// A vendor delivers an item to a facility.
public struct Supply: Sendable, Equatable, BitwiseCopyable {
  public var vendor: Int32
  public var item: Int32
  public var facility: Int32
  public var unitCost: Double
  public var leadTimeMeanDays: Double
  public var leadTimeSDDays: Double
  public var minimumOrder: Double
  public var caseQuantity: Double

  public init(
    vendor: Int32, item: Int32, facility: Int32, unitCost: Double, leadTimeMeanDays: Double,
    leadTimeSDDays: Double, minimumOrder: Double, caseQuantity: Double
  ) {
    self.vendor = vendor
    self.item = item
    self.facility = facility
    self.unitCost = unitCost
    self.leadTimeMeanDays = leadTimeMeanDays
    self.leadTimeSDDays = leadTimeSDDays
    self.minimumOrder = minimumOrder
    self.caseQuantity = caseQuantity
  }
}

/// Units of an item at a facility, and on their way to it.
public struct Stock: Sendable, Equatable, BitwiseCopyable {
  public var facility: Int32
  public var item: Int32
  public var onHand: Double
  public var inbound: Double

  public init(facility: Int32, item: Int32, onHand: Double, inbound: Double) {
    self.facility = facility
    self.item = item
    self.onHand = onHand
    self.inbound = inbound
  }
}
