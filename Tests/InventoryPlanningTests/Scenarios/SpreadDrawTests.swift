import Testing

@testable import InventoryPlanning

/// Draws that are spread evenly over scenarios: even together, and random by themselves.
@Suite struct SpreadDrawTests {
  /// The first points that Joe & Kuo's direction numbers give, by hand: 1/2, then quarters.
  @Test func firstPointsOfTheSequence() {
    let sequence = SobolSequence()
    let points = (0..<4).map { number in
      (0..<4).map { Double(sequence.point(UInt32(number), dimension: $0)) * 0x1p-32 }
    }
    #expect(points[0] == [0, 0, 0, 0])
    #expect(points[1] == [0.5, 0.5, 0.5, 0.5])
    #expect(points[2] == [0.25, 0.75, 0.75, 0.75])
    #expect(points[3] == [0.75, 0.25, 0.25, 0.25])
  }

  /// Every aligned sixteen of points, scrambled or not, has one in each sixteenth of each axis, and
  /// one in each of 4 × 4 squares of the first two.
  @Test(arguments: [0, 7, 1_000]) func sixteenInEveryPart(block: Int) {
    let sequence = SobolSequence()
    for seed in [UInt32(0), 1, 0xdead_beef] {
      let points = (0..<16).map { place in
        (0..<4).map {
          SobolSequence.scrambled(
            sequence.point(UInt32(block * 16 + place), dimension: $0), seed &+ UInt32($0))
        }
      }
      for dimension in 0..<4 { #expect(Set(points.map { $0[dimension] >> 28 }).count == 16) }
      #expect(Set(points.map { ($0[0] >> 30) << 2 | $0[1] >> 30 }).count == 16)
    }
  }

  /// One unit number of sixteen scenarios is spread evenly, in whatever order they ask for it; and
  /// so are the four that ask for most.
  @Test func unitsAreSpreadOverScenarios() {
    let draws = SpreadDraws(KeyedDraws(seed: 5, purpose: .planning))
    for item in 0..<20 {
      let cycles = draws.cycles(ofItem: item)
      let units = draws.units(ofItem: item)
      for block in 0..<3 {
        let chances = (0..<16).map {
          cycles.uniform(scenario: block * 16 + $0, dimension: 1)
        }
        #expect(Set(chances.map { Int($0 * 16) }).count == 16)
        for index in [0, 3, 11, 200] {
          let words = (0..<16).map {
            units.words(scenario: block * 16 + $0, epoch: 0, index: index, chance: chances[$0])
          }
          #expect(Set(words.map { $0.x >> 28 }).count == 16)
          #expect(Set(words.map { $0.y >> 28 }).count == 16)
          let most = (0..<16).filter { chances[$0] >= 0.75 }.map { words[$0].x >> 30 }
          #expect(Set(most).count == 4)
        }
      }
    }
  }

  /// Two units of one scenario know nothing of each other: of 3,200 pairs, a sixteenth fall into
  /// each of 4 × 4 squares, within four standard errors (14 each).
  @Test func unitsOfAScenarioAreIndependent() {
    var counts = [Int](repeating: 0, count: 16)
    for seed in UInt64(0)..<200 {
      let draws = SpreadDraws(KeyedDraws(seed: seed, purpose: .planning))
      let cycles = draws.cycles(ofItem: 3)
      let units = draws.units(ofItem: 3)
      for scenario in 0..<16 {
        let chance = cycles.uniform(scenario: scenario, dimension: 1)
        let pair = (0..<2).map {
          units.words(scenario: scenario, epoch: 0, index: $0, chance: chance).x >> 30
        }
        counts[Int(4 * pair[0] + pair[1])] += 1
      }
    }
    for count in counts { #expect(abs(count - 200) < 56) }
  }

  /// Mean units and the share of a region in sixteen scenarios miss the truth far less than those of
  /// independent draws do.
  @Test func sampledMeansAreNearerToTheTruth() {
    func errors(_ purpose: DrawPurpose) -> (units: Double, region: Double) {
      var (units, region) = (0.0, 0.0)
      for seed in UInt64(0)..<60 {
        var shop = ScenarioShop()
        shop.settings.seed = seed
        shop.weeklyMean = 3
        let draws = ScenarioDraws(input: shop.input, forecast: shop.forecast, purpose: purpose)
          .draws(ofItem: 0)
        var days = 0.0
        for scenario in 0..<draws.scenarios {
          days += draws.epochEnds[(scenario + 1) * draws.epochs - 1]
        }
        let expected = days * 3 / 7
        units += abs(draws.totalUnits / expected - 1)
        let first = draws.orders.filter { $0.region == 0 }.reduce(0) { $0 + Double($1.units) }
        let share = Double(shop.forecast.regionShare[0])
        region += abs(first / max(1, draws.totalUnits) - share)
      }
      return (units, region)
    }
    let (even, random) = (errors(.planning), errors(.checking))
    #expect(even.units < 0.5 * random.units)
    #expect(even.region < 0.6 * random.region)
  }
}
