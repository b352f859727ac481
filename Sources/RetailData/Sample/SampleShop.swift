import Foundation

/// A complete invented shop, written as a directory of CSV files from a seed.
///
///     let summary = try SampleShop.write(
///       to: URL(fileURLWithPath: "shop"), options: .init(size: .small), work: WorkContext())
///     print(summary.lines)  // 15000
///
/// The same options give the same bytes on every machine and for any number of threads. What is
/// planted in the data (item families bought together, heavy buyers, habits, loyalties, shared
/// accounts, seasons, scarce room) is named in the `Summary` and, with `Options.truth`, written to
/// CSV files in the subdirectory `truth`. It is *not* a model of any real shop.
public enum SampleShop {
  /// Writes the shop to `directory`, whole or not at all.
  ///
  /// Needs about ten bytes of memory per purchase line. Progress counts rows.
  ///
  /// - Parameter overwriting: whether data files that stand in the directory may be replaced.
  /// - Returns: what was written and planted.
  /// - Throws: `SampleShop.Failure`, or `CancellationError`; then nothing has changed.
  @discardableResult
  public static func write(
    to directory: URL, options: Options = Options(), overwriting: Bool = false, work: WorkContext
  ) throws -> Summary {
    try options.validate()
    let output = try SampleDirectory(target: directory, overwriting: overwriting)
    do {
      let writer = try SampleWriter(options: options, output: output, work: work)
      try writer.writeTables()
      try writer.writePurchases()
      if options.truth { try writer.writeTruth() }
      try output.commit()
      return writer.summary()
    } catch {
      output.discard()
      throw error
    }
  }
}
