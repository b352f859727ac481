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
      for place in peak.middles() where peak.add(point(place)) { break }
      #expect(peak.top.value + peak.rise() >= most - 1e-9)
    }
    // 30 halvings of 8 and slopes of at most 7.
    #expect(abs(peak.top.value - most) < 1e-6)
  }

  /// A line through two points bounds what lies beyond them, and on both sides of the peak no more
  /// is possible than where two such lines cross.
  @Test func whatCameBeforeBoundsARise() {
    var peak = ConcavePeak(ConcavePeak.Point(place: 0, value: 0))
    for (place, value) in [(1.0, 2.0), (3.0, 4.0)] {
      let isHigher = peak.add(ConcavePeak.Point(place: place, value: value))
      #expect(isHigher)
    }
    // It came up by 1 a step at last, and by 2 before: between 1 and 3 it may have been at 6.
    #expect(peak.rise(upTo: 3) == 2)
    #expect(peak.rise(upTo: 4) == 2)
    #expect(peak.rise(upTo: 9) == 6)
    let isHigher = peak.add(ConcavePeak.Point(place: 3.5, value: 3))
    #expect(!isHigher)
    // Down by 2 a step from 3, seen from the other side: the lines cross at 2.5, at height 5.
    #expect(peak.rise() == 1)
    #expect(peak.middles() == [2, 3.25])
    #expect(peak.middles(worth: 0.75) == [2])
    #expect(peak.middles(worth: 1).isEmpty)
  }

  @Test func oneSideAloneSaysNothing() {
    var peak = ConcavePeak(ConcavePeak.Point(place: 1, value: 5))
    #expect(peak.rise() == 0)
    #expect(peak.rise(upTo: 2) == .infinity)
    let isHigher = peak.add(ConcavePeak.Point(place: 2, value: 4))
    #expect(!isHigher)
    #expect(peak.rise() == .infinity)
    #expect(peak.middles() == [1.5])
  }
}
