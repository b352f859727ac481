import Foundation
import RetailData
import Testing

@testable import Recommendations

@Suite struct RepeatMathTests {
  @Test func pairsCountDaysAndGaps() {
    let days: [Double] = [3, 3.4, 10, 10.2, 31]
    let pair = RepeatPair(item: 0, times: days.map { Timestamp(seconds: UInt32($0 * 86_400)) })
    let gaps = [log(7.0), log(21.0)]
    let mean = (gaps[0] + gaps[1]) / 2
    #expect(pair.days == 3 && pair.first.day == 3 && pair.last.day == 31)
    #expect(abs(pair.gapSum - 2 * mean) < 1e-12)
    let squares = gaps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    #expect(abs(pair.gapSquares - squares) < 1e-12)
  }

  /// Against the integral of the log-normal density, by Simpson's rule.
  @Test(arguments: [(20.0, 7.0), (29, 1), (60, 30)])
  func whenDueIsTheConditionalProbability(age: Double, horizon: Double) {
    let normal = RepeatGap.LogNormal(mean: log(30), variance: 0.09)
    let gap = RepeatGap(regular: normal, irregular: normal, regularity: 0.3)
    func density(_ x: Double) -> Double {
      let z = (log(x) - log(30)) / 0.3
      return exp(-z * z / 2) / (x * 0.3 * (2 * Double.pi).squareRoot())
    }
    func integral(_ from: Double, _ to: Double) -> Double {
      let steps = 20_000
      let width = (to - from) / Double(steps)
      return (0...steps).reduce(0) { sum, step in
        let factor = step == 0 || step == steps ? 1.0 : step % 2 == 1 ? 4 : 2
        return sum + factor * density(from + Double(step) * width)
      } * width / 3
    }
    let expected = integral(age, age + horizon) / integral(age, 2_000)
    #expect(abs(gap.whenDue(age: age, horizon: horizon) - expected) < 1e-6)
    #expect(abs(gap.typicalDays - 30) < 1e-9)
  }

  /// With one column that is 0 or 1 the optimum is known: the log-odds of the two groups.
  @Test func logisticFitFindsLogOdds() throws {
    let counts = [(value: 0.0, yes: 30, no: 90), (value: 1.0, yes: 120, no: 40)]
    var rows: [Double] = []
    var labels: [Bool] = []
    for count in counts {
      for index in 0..<count.yes + count.no {
        rows += [1, count.value]
        labels.append(index < count.yes)
      }
    }
    let fit = try LogisticFit.fit(
      rows: Column(rows), columns: 2, labels: labels, ridge: 1e-9, work: WorkContext(threads: 2))
    #expect(abs(fit.weights[0] - log(30.0 / 90)) < 1e-6)
    #expect(abs(fit.weights[1] - log(120.0 / 40) + log(30.0 / 90)) < 1e-6)
  }

  /// Where one column separates the labels, the ridge keeps the weights finite.
  @Test func separableDataHaveAFit() throws {
    let rows: [Double] = (0..<200).flatMap { index -> [Double] in [1, index < 100 ? -1 : 1] }
    let fit = try LogisticFit.fit(
      rows: Column(rows), columns: 2, labels: (0..<200).map { $0 >= 100 }, ridge: 1,
      work: WorkContext(threads: 1))
    #expect(fit.weights.allSatisfy(\.isFinite) && fit.weights[1] > 2)
  }
}
