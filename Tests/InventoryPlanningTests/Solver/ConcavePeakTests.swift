import TestSupport
import Testing

@testable import InventoryPlanning

/// The search for the best price of a room, on functions whose peak is known.
@Suite("Concave peak")
struct ConcavePeakTests {
  /// The least of a few straight lines, as every bound is: concave, with corners.
  private struct Roof {
    let lines: [(slope: Double, height: Double)]

    init(_ random: inout SeededGenerator) {
      lines = (0..<5).map { number in
        (
          slope: Double.random(in: -3...3, using: &random) - Double(number) + 2,
          height: Double.random(in: 0...10, using: &random)
        )
      }
    }

    func value(at place: Double) -> Double {
      lines.map { $0.height + $0.slope * place }.min() ?? 0
    }

    /// Over [0, end]: at an end, or where two lines cross.
    func most(upTo end: Double) -> Double {
      var places = [0, end]
      for a in lines {
        for b in lines where a.slope != b.slope {
          places.append((b.height - a.height) / (a.slope - b.slope))
        }
      }
      return places.filter { (0...end).contains($0) }.map(value).max() ?? 0
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>) func nothingIsHigherThanItSays(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let roof = Roof(&random)
    let end = 8.0
    func point(_ place: Double) -> ConcavePeak.Point {
      ConcavePeak.Point(place: place, value: roof.value(at: place))
    }
    var peak = ConcavePeak(point(0))
    let most = roof.most(upTo: end)
    for place in [0.5, 1, 2, 4, 8] {
      let isHigher = peak.add(point(place))
      #expect(peak.top.value + peak.rise(upTo: end) >= most - 1e-9)
      if !isHigher { break }
    }
    for _ in 0..<30 {
      for place in peak.middles where peak.add(point(place)) { break }
      #expect(peak.top.value + peak.rise() >= most - 1e-9)
    }
    // 30 halvings of 8 and slopes of at most 7.
    #expect(abs(peak.top.value - most) < 1e-6)
  }

  @Test func oneSideAloneSaysNothing() {
    var peak = ConcavePeak(ConcavePeak.Point(place: 1, value: 5))
    #expect(peak.rise() == 0)
    #expect(peak.rise(upTo: 2) == .infinity)
    let isHigher = peak.add(ConcavePeak.Point(place: 2, value: 4))
    #expect(!isHigher)
    #expect(peak.rise() == .infinity)
    #expect(peak.middles == [1.5])
  }
}
