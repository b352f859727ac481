import InventoryPlanning
import RetailData

/// What the figures of the plan belong to, by the names that screens show: paths have ids.
struct FigureSubjects {
  let network: Network
  let items: ItemTable
  let categories: Identifiers

  /// Of a row of a group of figures; empty for those of the plan itself.
  func text(_ group: ParameterGroup, row: Int) -> String {
    switch group {
    case .plan: return ""
    case .facility: return facility(row)
    case .speed: return network.speeds[row].title
    case .vendor: return vendor(row)
    case .item: return item(row)
    case .category: return categories[row]
    case .categorySpeed:
      let (category, speed) = row.quotientAndRemainder(dividingBy: network.speeds.count)
      return "\(categories[category]), \(network.speeds[speed].title)"
    case .transfer:
      let transfer = network.transfers[row]
      return "\(facility(Int(transfer.from))) to \(facility(Int(transfer.to)))"
    case .delivery:
      let delivery = network.deliveries[row]
      let region = network.regions[Int(delivery.region)].title
      let speed = network.speeds[Int(delivery.speed)].title
      return "\(facility(Int(delivery.facility))) to \(region), \(speed)"
    case .supply:
      let supply = network.supply[row]
      return "\(item(Int(supply.item))) from \(vendor(Int(supply.vendor))) to "
        + facility(Int(supply.facility))
    }
  }

  private func facility(_ number: Int) -> String { network.facilities[number].title }

  private func vendor(_ number: Int) -> String {
    let vendor = network.vendors[number]
    return vendor.name.isEmpty ? vendor.id : vendor.name
  }

  private func item(_ number: Int) -> String {
    let title = items.titles[number]
    return title.isEmpty ? items.ids[number] : title
  }
}
