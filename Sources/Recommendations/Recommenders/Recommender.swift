import RetailData
import Synchronization

/// Something that recommends items to customers. Made by `RecommenderFactory`.
public protocol Recommender: Sendable {
  var method: Method { get }

  /// The best `limit` items for a customer, best first. Fewer only if the shop has no more items
  /// that anybody bought and that the mode allows. The same answer every time.
  ///
  /// `term` is added to the scores of all candidates before the best are chosen.
  func recommend(
    to customer: Int, limit: Int, mode: Mode, adding term: ScoreTerm?
  ) -> [Recommendation]
}

extension Recommender {
  /// The best `limit` items for a customer by the method's own scores.
  public func recommend(to customer: Int, limit: Int, mode: Mode) -> [Recommendation] {
    recommend(to: customer, limit: limit, mode: mode, adding: nil)
  }

  /// Recommends to many customers in parallel; the answers are in the order of `customers`.
  ///
  /// Throws `CancellationError` when the work is cancelled.
  public func recommend(
    toAll customers: Range<Int>, limit: Int, mode: Mode, adding term: ScoreTerm? = nil,
    work: WorkContext
  ) throws -> [[Recommendation]] {
    let chunk = 256
    let chunks = (customers.count + chunk - 1) / chunk
    let results = Mutex([[[Recommendation]]](repeating: [], count: chunks))
    let done = Atomic<Int>(0)
    try work.forEachChunk(of: customers.count, chunk: chunk) { _, range in
      let part = range.map {
        recommend(to: customers.lowerBound + $0, limit: limit, mode: mode, adding: term)
      }
      results.withLock { $0[range.lowerBound / chunk] = part }
      let finished = done.add(range.count, ordering: .relaxed).newValue
      work.report(
        WorkProgress(
          stage: "recommending", done: finished, total: customers.count, unit: "customers"))
    }
    return results.withLock { Array($0.joined()) }
  }
}
