import Foundation
import Testing

@testable import RetailData

/// The numbers behind the sample, against the system's functions and against their own weights.
@Suite("Sample shop: random numbers")
struct SampleRandomTests {
  @Test("Portable functions agree with the C library's to 1e-13")
  func functions() {
    for step in 1...2_000 {
      let x = Double(step) * 0.0137
      #expect(abs(PortableMath.log(x) - log(x)) <= 1e-13 * max(1, abs(log(x))))
      #expect(abs(PortableMath.exp(x) - exp(x)) <= 1e-13 * exp(x))
      #expect(abs(PortableMath.exp(-x) - exp(-x)) <= 1e-13 * exp(-x))
      #expect(abs(PortableMath.cosine(turns: x - 9) - cos(2 * .pi * (x - 9))) < 1e-12)
      #expect(abs(PortableMath.sine(turns: x - 9) - sin(2 * .pi * (x - 9))) < 1e-12)
      #expect(abs(PortableMath.power(x, -0.6) - pow(x, -0.6)) <= 1e-12 * pow(x, -0.6))
      let small = Double(step) / 4_000
      #expect(abs(PortableMath.smallArcSine(small) - asin(small)) < 1e-13)
    }
  }

  @Test("Streams of other seeds, purposes and keys are other streams")
  func streams() {
    var firsts = Set<UInt64>()
    for seed in UInt64(0)..<10 {
      for key in 0..<100 {
        for purpose in [KeyedStream.Purpose.itemTraits, .customerTaste, .supply] {
          var stream = KeyedStream(seed: seed, purpose: purpose, key: key)
          firsts.insert(stream.next())
        }
      }
    }
    #expect(firsts.count == 3_000)
  }

  @Test("A table is drawn from in proportion to its weights")
  func alias() {
    let weights = [1.0, 0, 5, 2.5, 0.5, 11]
    let table = AliasTable(weights: weights)
    var stream = KeyedStream(seed: 3, purpose: .itemTraits)
    var counts = [Int](repeating: 0, count: weights.count)
    let draws = 100_000
    for _ in 0..<draws { counts[table.draw(&stream)] += 1 }
    for (count, weight) in zip(counts, weights) {
      let expected = weight / 20
      // Five standard deviations of the count.
      let slack = 5 * (expected * (1 - expected) / Double(draws)).squareRoot()
      #expect(abs(Double(count) / Double(draws) - expected) <= slack)
    }
    #expect(counts[1] == 0)
  }

  @Test("Normal numbers have mean 0, variance 1 and few outliers")
  func normal() {
    var stream = KeyedStream(seed: 4, purpose: .itemTraits)
    let values = (0..<50_000).map { _ in stream.normal() }
    let mean = values.reduce(0, +) / 50_000
    let variance = values.reduce(0) { $0 + $1 * $1 } / 50_000
    #expect(abs(mean) < 0.025)
    #expect(abs(variance - 1) < 0.035)
    #expect(abs(Double(values.filter { abs($0) > 1.96 }.count) / 50_000 - 0.05) < 0.006)
  }

  @Test("Budgets follow the weights and add up exactly")
  func budgets() {
    for lines in [0, 1, 7, 1_000, 99_999] {
      let budgets = SampleLedger.budgets(weights: [0.3, 12, 1, 1, 0.001, 4], lines: lines)
      #expect(budgets.reduce(0, +) == lines)
      #expect(budgets.allSatisfy { $0 >= 0 })
      #expect(abs(Double(budgets[1]) - Double(lines) * 12 / 18.301) <= 1)
    }
  }

  @Test("Distances by road are a quarter over the great circle")
  func distances() {
    // Paris to Berlin is 878 km as the crow flies.
    let kilometres = Place.regions[0].roadKilometres(to: Place.regions[1])
    #expect(abs(kilometres - 1.25 * 878) < 5)
    #expect(Place.regions[3].roadKilometres(to: Place.regions[3]) == 0)
  }
}
