import Recommendations
import RetailData
import Synchronization

/// The model of repeat purchases behind due dates: learned when it is first asked for, and then
/// there for every customer. A reference, so that all copies of an analysis learn it once.
final class RepeatShelf: Sendable {
  private let purchases: Purchases
  private let end: Timestamp?
  private let model = Mutex<RepeatModel?>(nil)

  init(of dataset: Dataset) {
    purchases = dataset.purchases
    end = dataset.end
  }

  /// Waits while it is learned. Going to another customer meanwhile does not stop that: the next
  /// one needs it as well.
  func model(threads: Int) throws -> RepeatModel {
    try model.withLock { model in
      if let model { return model }
      let learned = try RepeatModel.train(
        on: purchases, end: end ?? Timestamp(seconds: 0),
        horizonDays: Double(RepeatCalibration.usualHorizon), work: WorkContext(threads: threads))
      model = learned
      return learned
    }
  }
}
