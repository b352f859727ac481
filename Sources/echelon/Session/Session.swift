import Foundation
import Recommendations
import RetailData

/// What one run of a batch command works with: its options, turned into things.
struct Session {
  let options: GlobalOptions
  let progress: ProgressLine
  let work: WorkContext

  init(_ options: GlobalOptions) {
    self.options = options
    let progress = ProgressLine(isEnabled: StandardStreams.showsProgress && !options.quiet)
    self.progress = progress
    work = WorkContext(
      threads: options.threads ?? WorkContext.availableThreads, report: progress.show)
  }

  /// Reads the data that the options name, and says what was left out of it.
  func openDataset(rebuildingCache: Bool = false) throws -> Dataset {
    let directory = try DataLocation.resolve(option: options.data)
    let dataset = try Dataset.open(
      directory: directory,
      options: OpenOptions(skipBadRows: options.skipBadRows, rebuildCache: rebuildingCache),
      work: work)
    progress.clear()
    for notice in dataset.notices where notice.rows > 0 {
      note("\(notice.file): \(notice.message)")
    }
    return dataset
  }

  /// All related-items lists, from the cache beside the data where it has them.
  func index(
    of dataset: Dataset, unit: PurchaseUnit, listLength: Int, rebuilding: Bool = false,
    counts: () throws -> CoPurchases
  ) throws -> RelatednessIndex {
    let directory = try DataLocation.resolve(option: options.data)
    let kept = try RelatednessIndex.kept(
      in: CacheDirectory(forData: directory), fingerprint: dataset.fingerprint,
      names: RelatednessLedger.Names(dataset), unit: unit, listLength: listLength,
      rebuilding: rebuilding, work: work, counts: counts)
    progress.clear()
    if let update = kept.update { note(update.sentence) }
    if let problem = kept.problem { note("the related-items lists are not kept: \(problem)") }
    return kept.index
  }

  /// The lists of all items under one relatedness.
  func lists(
    of dataset: Dataset, by relatedness: Relatedness, length: Int, rebuilding: Bool = false,
    counts: () throws -> CoPurchases
  ) throws -> ScoredLists {
    guard relatedness.sequence.isPlain else {
      return try counts().scored(by: relatedness, length: length, work: work)
    }
    return try index(
      of: dataset, unit: relatedness.unit, listLength: length, rebuilding: rebuilding,
      counts: counts
    ).scored(by: relatedness, length: length, work: work)
  }

  /// The factory with the model that a learned method needs, from the cache beside the data where it
  /// has it; as it is for any other method.
  func withModel(
    for method: Method, parameters: RecommenderParameters, of dataset: Dataset,
    _ factory: RecommenderFactory
  ) throws -> RecommenderFactory {
    guard let training = Training(method, parameters: parameters) else { return factory }
    let (model, problem) = try factory.model(training, keptIn: models(of: dataset), work: work)
    progress.clear()
    if let problem { note("what \(method.rawValue) learned is not kept: \(problem)") }
    return factory.with(model)
  }

  /// Where what is learned of the data is kept.
  func models(of dataset: Dataset) throws -> ModelCache? {
    ModelCache(
      in: CacheDirectory(forData: try DataLocation.resolve(option: options.data)),
      fingerprint: dataset.fingerprint)
  }

  /// Says something on standard error that is not a result, unless asked to be quiet.
  func note(_ text: String) {
    guard !options.quiet else { return }
    progress.clear()
    FileHandle.standardError.write(Data((text.printable + "\n").utf8))
  }
}
