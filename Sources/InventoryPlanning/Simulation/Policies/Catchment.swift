import RetailData

/// Whose customers are whose: the demand that each facility would serve if every order went to the
/// cheapest facility that can keep its promise.
struct Catchment {
  private let world: SimulationWorld
  private let forecast: DemandForecast
  private let factors: [Double]
  /// By handling and region.
  private let shares: [[Part]]

  /// A destination's part of a region's orders.
  struct Part {
    var destination: Int32
    var share: Double
    /// By hour of the day; together `share`.
    var hours: [Double]
  }

  struct Share {
    /// Units per day, by facility.
    var rate: [Double]
    /// Money per unit: what a unit served from there saves over the next best, or a lost sale.
    var loss: [Double]
    /// Money per unit: what it saves over a lost sale.
    var worth: [Double]
    /// All units per day that somebody could serve.
    var total: Double
  }

  init(_ world: SimulationWorld, forecast: DemandForecast) {
    self.world = world
    self.forecast = forecast
    let settings = world.input.settings
    factors = world.input.items.demandFactor.map { $0 * settings.demandFactor }
    var shares: [[Part]] = []
    for handling in 0..<Handling.allCases.count {
      for region in 0..<forecast.regionCount {
        var found: [Int32: Part] = [:]
        for speed in 0..<forecast.speedCount {
          let row = (handling * forecast.regionCount + region) * forecast.speedCount + speed
          for hour in 0..<DoorTable.hours {
            let share =
              Double(forecast.speedShare[row]) * Double(forecast.hourShare[speed * 24 + hour])
            guard share > 0,
              let destination = world.destinations.number(
                region: region, speed: speed, hour: Double(hour) + 0.5)
            else { continue }
            let place = Int32(destination)
            var part =
              found[place]
              ?? Part(
                destination: place, share: 0,
                hours: [Double](repeating: 0, count: DoorTable.hours))
            part.share += share
            part.hours[hour] += share
            found[place] = part
          }
        }
        shares.append(found.values.sorted { $0.destination < $1.destination })
      }
    }
    self.shares = shares
  }

  /// Units per day of an item, in the first week.
  func dailyMean(of item: Int) -> Double {
    guard forecast.weeks > 0 else { return 0 }
    return Double(forecast.weeklyMean[item * forecast.weeks]) / 7 * factors[item]
  }

  /// - Parameters:
  ///   - holds: Whether a facility may be asked.
  ///   - extra: Money per unit beside its delivery that a unit of a facility costs.
  ///   - inTime: Money per unit that serving it in time is worth beside the sale, by row of
  ///     `FillRows`.
  ///   - onPart: Hears which facility serves a destination, and of how many units a day of the region
  ///     that is a part.
  func share(
    of item: Int, holds: (Int) -> Bool, extra: (Int) -> Double = { _ in 0 },
    inTime: [Double]? = nil, onPart: (Int, Part, Double) -> Void = { _, _, _ in }
  ) -> Share {
    let count = world.facilityCount
    let weight = world.weight.pointer[item]
    let margin = world.margin.pointer[item]
    let handling = Int(world.handling.pointer[item])
    let mean = dailyMean(of: item)
    var result = Share(
      rate: [Double](repeating: 0, count: count), loss: [Double](repeating: 0, count: count),
      worth: [Double](repeating: 0, count: count), total: 0)
    for region in 0..<forecast.regionCount {
      let units = mean * Double(forecast.regionShare[item * forecast.regionCount + region])
      guard units > 0 else { continue }
      for part in shares[handling * forecast.regionCount + region] {
        let (destination, share) = (part.destination, part.share)
        var best: (facility: Int, cost: Double)?
        var second = Double.infinity
        for number in world.arcRange(UInt8(handling), destination) {
          let arc = world.arcs.pointer[number]
          let facility = Int(arc.facility)
          guard holds(facility) else { continue }
          let cost = arc.perUnit + weight * arc.perKilogram + extra(facility)
          if let found = best, found.facility == facility {
            best = (facility, min(found.cost, cost))
          } else if cost < best?.cost ?? .infinity {
            second = best?.cost ?? .infinity
            best = (facility, cost)
          } else {
            second = min(second, cost)
          }
        }
        guard let best else { continue }
        let speed = Int(world.destinations.all[Int(destination)].speed)
        let row = Int(world.fill.first.pointer[item]) + speed
        let lost = max(0, margin + world.penalty.pointer[speed]) + (inTime?[row] ?? 0)
        let rate = units * share
        result.total += rate
        onPart(best.facility, part, units)
        result.rate[best.facility] += rate
        result.loss[best.facility] += rate * (min(second, max(lost, best.cost)) - best.cost)
        result.worth[best.facility] += rate * max(0, lost - best.cost)
      }
    }
    for facility in 0..<count where result.rate[facility] > 0 {
      result.loss[facility] /= result.rate[facility]
      result.worth[facility] /= result.rate[facility]
    }
    return result
  }
}

extension DemandForecast {
  /// The demand of an item's coming cycle, held for ever: what a plan is made for.
  func held(overCyclesOf input: PlanInput) -> DemandForecast {
    var days = [Double](repeating: input.settings.reviewDays, count: itemCount)
    var cheapest = [Double](repeating: .infinity, count: itemCount)
    for row in input.network.supply where row.unitCost < cheapest[Int(row.item)] {
      cheapest[Int(row.item)] = row.unitCost
      days[Int(row.item)] =
        input.settings.reviewDays + row.leadTimeMeanDays * input.settings.leadTimeFactor
    }
    let means = (0..<itemCount).map { item -> Float in
      var left = max(days[item], 1) / 7
      let length = left
      var sum = 0.0
      var week = 0
      while left > 0, weeks > 0 {
        let last = week >= weeks - 1
        let part = last ? left : min(1, left)
        sum += part * Double(weeklyMean[item * weeks + min(week, weeks - 1)])
        left -= part
        week += 1
      }
      return Float(sum / length)
    }
    return DemandForecast(
      itemCount: itemCount, regionCount: regionCount, speedCount: speedCount, weeks: 1,
      weeklyMean: means, size: size, regionShare: regionShare, speedShare: speedShare,
      hourShare: hourShare)
  }
}
