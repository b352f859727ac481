import Foundation
import RetailData
import Testing

@testable import Recommendations

@Suite struct ModelCacheTests {
  private let work = WorkContext(threads: 2)
  private let purchases = Shops.random(seed: 41, customers: 80, items: 40, lines: 1_200)

  /// But for rhythms, which are learned as fast as they would be read.
  private static let learned = Method.allCases.filter { $0.isLearned && $0 != .buyAgain }

  private func factory() throws -> RecommenderFactory {
    let counts = try CoPurchases(purchases, work: work)
    return RecommenderFactory(purchases: purchases, coPurchases: counts, lists: counts)
  }

  /// The model, and whether it had to be trained.
  private func model(
    _ method: Method, in cache: CacheDirectory, fingerprint: UInt64 = 7,
    _ parameters: RecommenderParameters = RecommenderParameters().quick
  ) throws -> (model: TrainedModel, wasTrained: Bool) {
    let reports = Counter()
    let watched = WorkContext(threads: 2) { progress in
      if progress.unit != "bytes" { reports.increment() }
    }
    let training = try #require(Training(method, parameters: parameters))
    let (model, problem) = try factory().model(
      training, keptIn: ModelCache(in: cache, fingerprint: fingerprint), work: watched)
    #expect(problem == nil)
    return (model, reports.count > 0)
  }

  private func expectTrained(
    _ method: Method, in cache: CacheDirectory, fingerprint: UInt64 = 7,
    _ parameters: RecommenderParameters = RecommenderParameters().quick
  ) throws {
    let wasTrained = try model(method, in: cache, fingerprint: fingerprint, parameters).wasTrained
    #expect(wasTrained)
  }

  private func lists(_ model: TrainedModel) throws -> [[Recommendation]] {
    let parameters = RecommenderParameters().quick
    let recommender = try factory().with(model)
      .make(model.training.method, parameters: parameters, work: work)
    return (0..<80).map { recommender.recommend(to: $0, limit: 5, mode: .all) }
  }

  @Test(arguments: learned)
  func whatIsLoadedIsWhatWasLearned(method: Method) throws {
    try withTemporaryCache { cache, _ in
      let first = try model(method, in: cache)
      let second = try model(method, in: cache)
      #expect(first.wasTrained && !second.wasTrained)
      let (learned, loaded) = (try lists(first.model), try lists(second.model))
      #expect(learned == loaded)
      // Other data.
      try expectTrained(method, in: cache, fingerprint: 8)
      try expectTrained(method, in: cache)
    }
  }

  @Test func otherParametersAreLearnedAnew() throws {
    try withTemporaryCache { cache, _ in
      var other = RecommenderParameters().quick
      other.ridge = 17
      other.factorization.iterations = 3
      other.autoencoder.units = 7
      for method in Self.learned {
        try expectTrained(method, in: cache)
        try expectTrained(method, in: cache, other)
        let again = try model(method, in: cache, other)
        #expect(!again.wasTrained)
      }
    }
  }

  @Test(arguments: learned)
  func aDamagedFileIsLearnedAnew(method: Method) throws {
    try withTemporaryCache { cache, directory in
      let whole = try lists(try model(method, in: cache).model)
      let path = "\(directory)/.echelon-cache/model-\(method.rawValue).echelon"
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      for place in stride(from: 70, to: bytes.count, by: bytes.count / 6) {
        var damaged = bytes
        damaged[place] ^= 0x40
        try damaged.write(to: URL(fileURLWithPath: path))
        let again = try lists(try model(method, in: cache).model)
        #expect(again == whole)
        try bytes.prefix(place).write(to: URL(fileURLWithPath: path))
        try expectTrained(method, in: cache)
      }
    }
  }

  @Test func withoutAFingerprintNothingIsKept() throws {
    try withTemporaryCache { cache, _ in
      try expectTrained(.linearAutoencoder, in: cache, fingerprint: 0)
      try expectTrained(.linearAutoencoder, in: cache, fingerprint: 0)
    }
  }
}
