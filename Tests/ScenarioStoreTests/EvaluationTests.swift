import Foundation
import ScenarioStore
import Testing

@Suite("Kept evaluations")
struct EvaluationTests {
  @Test func theyComeBackWithWhatMadeThem() throws {
    let workspace = try Workspace()
    var evaluation = StoredEvaluation(
      evaluated: Sample.moment, dataName: "shop", fingerprint: .max, seed: .max,
      parameters: ["metric": "corrected", "kappa": "10"],
      results: [
        .init(
          method: "related-items", mode: "new", metric: "hit@6", value: 0.25, low: 0.2, high: 0.3,
          customers: 400),
        .init(
          method: "bestsellers", mode: "again", metric: "ndcg@6", value: nil, low: nil, high: nil,
          customers: 0),
      ])
    let first = try workspace.store.save(evaluation)
    evaluation.evaluated += 1
    evaluation.parameters = [:]
    try workspace.store.save(evaluation)
    let kept = try workspace.store.evaluations()
    #expect(kept.map(\.evaluation.parameters.count) == [0, 2])
    #expect(kept[0].evaluation == evaluation)
    #expect(kept[1].id == first)
    try workspace.store.deleteEvaluation(first)
    #expect(try workspace.store.evaluations().count == 1)
    #expect(try workspace.plainSQL("SELECT count(*) FROM evaluation_results") == [2])
  }
}
