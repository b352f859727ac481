import Foundation
import RetailData

/// The shop as a simulation sees it: its figures and its network, flat, the same for every policy
/// and replication.
struct SimulationWorld: Sendable {
  let input: PlanInput
  let destinations: Destinations
  let order: EchelonOrder
  let itemCount: Int
  let facilityCount: Int
  let regionCount: Int
  let speedCount: Int
  /// By item.
  let handling: FlatBuffer<UInt8>
  let volume: FlatBuffer<Double>
  let weight: FlatBuffer<Double>
  /// Price less the cheapest unit cost: what a lost sale costs beside its penalty.
  let margin: FlatBuffer<Double>
  /// Arcs of destination d for handling h: from `arcStart[h × (destinations + 1) + d]` up to the
  /// next.
  let arcStart: FlatBuffer<Int32>
  let arcs: FlatBuffer<Arc>
  /// Kilometres from a facility to a region, `[facility × regionCount + region]`; NaN unknown.
  let distance: FlatBuffer<Float>
  let facilities: FlatBuffer<Place>
  /// By speed.
  let penalty: FlatBuffer<Double>
  var fill: FillRows

  /// A facility that can keep the promise of a destination.
  struct Arc: Sendable, BitwiseCopyable {
    var facility: Int32
    var row: Int32
    var perUnit: Double
    var perKilogram: Double
  }

  struct Place: Sendable, BitwiseCopyable {
    var storage: Double
    var inbound: Double
    var outbound: Double
    var holdingCost: Double
    /// Whether it delivers to anybody.
    var delivers: Bool
  }

  /// - Throws: `PlanningProblemError`, for what the planner cannot plan with either.
  init(_ input: PlanInput) throws(PlanningProblemError) {
    let network = input.network
    guard !network.deliveries.isEmpty, !network.speeds.isEmpty, !network.facilities.isEmpty else {
      throw .noNetwork
    }
    try PlanningProblem.checkNumbers(input)
    let order = try EchelonOrder(
      facilityCount: network.facilities.count, transfers: network.transfers)
    let destinations = Destinations(network)
    self.input = input
    self.order = order
    self.destinations = destinations
    itemCount = input.items.count
    facilityCount = network.facilities.count
    regionCount = network.regions.count
    speedCount = network.speeds.count
    handling = FlatBuffer(input.items.handling.map { UInt8($0.rawValue) })
    volume = FlatBuffer(input.items.volume, filler: 0)
    weight = FlatBuffer(input.items.weight, filler: 0)
    margin = FlatBuffer(zip(input.items.price, input.items.unitCost).map { $0 - $1 }, filler: 0)
    penalty = FlatBuffer(network.speeds.map(\.lostSalePenalty), filler: 0)
    fill = FillRows(input)

    var starts: [Int32] = []
    var arcs: [Arc] = []
    for kind in Handling.allCases {
      for destination in destinations.all {
        starts.append(Int32(arcs.count))
        for row in destination.deliveries {
          let delivery = network.deliveries[Int(row)]
          guard network.facilities[Int(delivery.facility)].kind.mayHold(kind) else { continue }
          arcs.append(
            Arc(
              facility: delivery.facility, row: row, perUnit: delivery.costPerUnit,
              perKilogram: delivery.costPerKilogram))
        }
      }
      starts.append(Int32(arcs.count))
    }
    arcStart = FlatBuffer(starts)
    self.arcs = FlatBuffer(
      arcs, filler: Arc(facility: 0, row: 0, perUnit: 0, perKilogram: 0))

    distance = FlatBuffer(
      network.facilities.flatMap { facility in
        network.regions.map { region in
          Float(
            Self.kilometres(
              facility.latitude, facility.longitude, region.latitude, region.longitude))
        }
      }, filler: .nan)
    let delivering = Set(network.deliveries.map(\.facility))
    facilities = FlatBuffer(
      network.facilities.enumerated().map { number, facility in
        Place(
          storage: facility.storage, inbound: facility.inboundPerDay,
          outbound: facility.outboundPerDay, holdingCost: facility.holdingCost,
          delivers: delivering.contains(Int32(number)))
      }, filler: Place(storage: 0, inbound: 0, outbound: 0, holdingCost: 0, delivers: false))
  }

  /// The arcs that keep a destination's promise for items of a handling.
  @inline(__always)
  func arcRange(_ handling: UInt8, _ destination: Int32) -> Range<Int> {
    let start = Int(handling) * (destinations.all.count + 1) + Int(destination)
    return Int(arcStart.pointer[start])..<Int(arcStart.pointer[start + 1])
  }

  /// Great-circle distance (the haversine formula), for a mean radius of 6,371 km; NaN where a
  /// place is unknown.
  static func kilometres(
    _ latitude: Double, _ longitude: Double, _ otherLatitude: Double, _ otherLongitude: Double
  ) -> Double {
    let radian = Double.pi / 180
    let rise = sin((otherLatitude - latitude) * radian / 2)
    let turn = sin((otherLongitude - longitude) * radian / 2)
    // A minimum with NaN might be a number.
    if (rise + turn).isNaN { return .nan }
    let square =
      rise * rise + cos(latitude * radian) * cos(otherLatitude * radian) * turn * turn
    return 2 * 6_371 * asin(min(1, square.squareRoot()))
  }
}
