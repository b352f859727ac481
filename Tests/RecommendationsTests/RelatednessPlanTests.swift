import RetailData
import Testing

@testable import Recommendations

@Suite struct RelatednessPlanTests {
  private func plan(
    _ from: Relatedness, _ wanted: Relatedness, unit: PurchaseUnit = .distinct,
    lengths: (Int, Int) = (50, 50)
  ) -> RelatednessPlan {
    RelatednessPlan.change(
      from: RecommenderParameters(relatedness: from, listLength: lengths.0),
      to: RecommenderParameters(relatedness: wanted, listLength: lengths.1),
      indexedUnit: unit, indexedLength: 50)
  }

  @Test func onlyWhatMattersIsRecomputed() {
    let usual = Relatedness()
    #expect(plan(usual, usual) == .nothing)
    #expect(plan(usual, Relatedness(kappa: 20)) == .rescore)
    #expect(plan(usual, Relatedness(metric: .llr)) == .rescore)
    #expect(plan(usual, Relatedness(score: .ratio)) == .rescore)
    #expect(plan(usual, Relatedness(unit: .lines)) == .rebuild)
    #expect(plan(Relatedness(unit: .lines), Relatedness(unit: .lines), unit: .lines) == .nothing)
    #expect(plan(usual, usual, lengths: (50, 20)) == .rescore)
    #expect(plan(usual, usual, lengths: (50, 51)) == .rebuild)
  }

  @Test func whatTheMetricIgnoresChangesNothing() {
    let cosine = Relatedness(metric: .cosine)
    let other = Relatedness(metric: .cosine, score: .ratio, kappa: 3, unit: .lines)
    #expect(plan(cosine, other) == .nothing)
    let ratio = Relatedness(score: .ratio)
    #expect(plan(ratio, Relatedness(score: .ratio, kappa: 99)) == .nothing)
    #expect(
      plan(Relatedness(metric: .naive), Relatedness(metric: .naive, unit: .lines)) == .nothing)
  }

  @Test func withoutAnIndexThereIsNothingToScore() {
    let parameters = RecommenderParameters()
    #expect(
      RelatednessPlan.change(from: nil, to: parameters, indexedUnit: nil, indexedLength: 0)
        == .rebuild)
    #expect(
      RelatednessPlan.change(
        from: nil, to: parameters, indexedUnit: .distinct, indexedLength: 50) == .rescore)
  }
}
