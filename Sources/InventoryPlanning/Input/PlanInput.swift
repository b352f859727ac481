import RetailData

/// Everything that a plan depends on and that an analyst may change, beside the demand forecast:
/// the figures of the items, the network, and how to plan. A value: copy it, change the copy, plan
/// again.
///
/// `set(_:to:names:)` changes any figure by its path, also those that act on many rows at once (a
/// vendor's lead times, the cut-offs of a speed). What is read here has all of that applied.
public struct PlanInput: Sendable {
  /// The figures of each item. `unitCost` is that of the item's cheapest row of `network.supply`,
  /// or its own where it has none.
  ///
  /// Figures assigned here are taken as they are: factors of categories start anew at 1.
  public var items: ItemFigures {
    get { current.items }
    set { adopt(SourceFigures(items: newValue, network: current.network)) }
  }
  /// Every row of supply has a unit cost: the item's own where the file has none.
  ///
  /// Rows assigned here are taken as they are: factors of vendors and shifts of cut-offs start
  /// anew.
  public var network: Network {
    get { current.network }
    set {
      var items = current.items
      items.unitCost = source.items.unitCost
      adopt(SourceFigures(items: items, network: newValue))
    }
  }
  public var settings: PlanSettings
  /// Fill targets beside those of `network.speeds`, which hold for all items together.
  public var serviceTargets: [ServiceTarget]

  /// The same without what acts on many rows at once: what paths read and write.
  private(set) var source: SourceFigures
  private var current: (items: ItemFigures, network: Network)

  public init(
    items: ItemFigures, network: Network, settings: PlanSettings = PlanSettings(),
    serviceTargets: [ServiceTarget] = []
  ) {
    source = SourceFigures(items: items, network: network)
    current = source.resolved()
    self.settings = settings
    self.serviceTargets = serviceTargets
  }

  private mutating func adopt(_ figures: SourceFigures) {
    source = figures
    current = figures.resolved()
  }

  /// Changes the figures that paths name, then applies factors and shifts anew.
  mutating func change(_ body: (inout SourceFigures) -> Void) {
    body(&source)
    current = source.resolved()
  }
}

/// What planning has to know of each item: columns of one length, by item number.
public struct ItemFigures: Sendable, Equatable {
  /// Money per unit.
  public var price: [Double]
  /// Money per unit: of the item's cheapest way to buy it, or where nobody sells it a guess.
  public var unitCost: [Double]
  /// Litres per unit.
  public var volume: [Double]
  /// Kilograms per unit.
  public var weight: [Double]
  public var handling: [Handling]
  /// Number of the item's category.
  public var category: [Int32]
  /// What the forecast of the item is multiplied by; 1 unless an analyst asks "what if".
  public var demandFactor: [Double]

  public var count: Int { price.count }

  public init(
    price: [Double], unitCost: [Double], volume: [Double], weight: [Double], handling: [Handling],
    category: [Int32], demandFactor: [Double]? = nil
  ) {
    self.price = price
    self.unitCost = unitCost
    self.volume = volume
    self.weight = weight
    self.handling = handling
    self.category = category
    self.demandFactor = demandFactor ?? [Double](repeating: 1, count: price.count)
  }
}

/// What a plan starts from.
public enum PlanMode: String, Sendable, CaseIterable {
  /// From the stock of today: what to buy and what to move now. Three epochs.
  case state
  /// From nothing: where stock should stand if every position could be chosen freely. Two epochs.
  case target
}

/// What a litre of storage is counted for.
public enum StorageBasis: String, Sendable, CaseIterable {
  /// The inventory position: what stands there and what is on its way.
  case position
  /// The most that stands on the shelf: the position less what is shipped before the last delivery
  /// lands.
  case shelf
}

/// How to plan.
public struct PlanSettings: Sendable, Equatable {
  public var mode: PlanMode = .state
  /// Scenarios of demand and lead time, each as likely as the others.
  public var scenarios: Int = 16
  public var seed: UInt64 = 1
  /// Days between two orders to a vendor.
  public var reviewDays: Double = 7
  public var storageBasis: StorageBasis = .position
  /// What every forecast is multiplied by.
  public var demandFactor: Double = 1
  /// What every vendor's mean lead time, and its standard deviation, are multiplied by.
  public var leadTimeFactor: Double = 1
  /// A unit missing from a fill target costs this many times the mean worth of a sale.
  public var servicePriceFactor: Double = 5

  public init() {}
}

/// A share of the demand for some items at some speed that is to be served in time.
public struct ServiceTarget: Sendable, Equatable {
  /// The items: those of one category, or all where nil.
  public var category: Int32?
  public var speed: Int32
  /// 0...1.
  public var share: Double

  public init(category: Int32?, speed: Int32, share: Double) {
    self.category = category
    self.speed = speed
    self.share = share
  }
}
