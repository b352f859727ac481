import Foundation
import InventoryPlanning
import RetailData

/// How a promise is said. The fastest one that the network makes anywhere has a mark, so that it is
/// seen without reading.
struct ReachText {
  let network: Network

  static let mark = "▪"

  /// As in a column: `same day ▪`, `short`; empty where nothing is known.
  func short(_ reach: Reach?) -> String {
    switch reach {
    case .promised(let promise): speed(Int(promise.speed))
    case .short: "short"
    case .unserved: "no delivery"
    case nil: ""
    }
  }

  /// As in a sentence: `same day ▪ from London, order by 18:00`.
  func long(_ reach: Reach, to region: Int) -> String {
    switch reach {
    case .promised(let promise):
      let place = name(network.facilities[Int(promise.facility)])
      let cutoff = Self.hour(promise.cutoffHour).map { ", order by \($0)" } ?? ""
      return "\(speed(Int(promise.speed))) from \(place)\(cutoff)"
    case .short: return "short: nobody who delivers to \(name(region)) has one"
    case .unserved: return "nobody who may hold it delivers to \(name(region))"
    }
  }

  func name(_ region: Int) -> String {
    network.regions[region].name.isEmpty ? network.regions[region].id : network.regions[region].name
  }

  func name(_ facility: Facility) -> String {
    facility.name.isEmpty ? facility.id : facility.name
  }

  func speed(_ number: Int) -> String {
    let speed = network.speeds[number]
    let words = speed.id.replacing("_", with: " ")
    let best = network.speeds.map(\.promiseHours).min() ?? 0
    return speed.promiseHours <= best ? "\(words) \(Self.mark)" : words
  }

  /// `18:00`; nil where there is no cut-off.
  static func hour(_ hour: Double) -> String? {
    guard hour.isFinite else { return nil }
    let minutes = Int((hour * 60).rounded())
    let (hours, rest) = (String(minutes / 60), String(abs(minutes % 60)))
    return "\(hours):\(rest.count < 2 ? "0" : "")\(rest)"
  }
}
