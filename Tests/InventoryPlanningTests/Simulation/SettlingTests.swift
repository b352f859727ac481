import RetailData
import Synchronization
import Testing

@testable import InventoryPlanning

/// The last step of calibration in a shop of a few levels, which takes longest of all.
@Suite struct SettlingTests {
  /// It says that it goes on, and once nobody wants it, it is over at once: before a tenth of a
  /// second, or of what the whole of it takes where a machine is that slow.
  @Test func tellsOfItsTriesAndStops() throws {
    let shop = TinyShop(seed: 2, items: 3, facilities: 2)
    let clock = ContinuousClock()
    let counts = Mutex<[Int]>([])
    let begun = Mutex<ContinuousClock.Instant?>(nil)
    try calibrate(shop) { progress in
      guard progress.unit == "tries" else { return }
      counts.withLock { $0.append(progress.done) }
      begun.withLock { $0 = $0 ?? clock.now }
    }
    let whole = try #require(begun.withLock { $0 }).duration(to: clock.now)
    let told = counts.withLock { $0 }
    #expect(told.count > 10)
    #expect(Set(told).count == told.count)

    let cancellation = Cancellation()
    let cancelled = Mutex<ContinuousClock.Instant?>(nil)
    #expect(throws: CancellationError.self) {
      try calibrate(shop, cancellation) { progress in
        guard progress.unit == "tries" else { return }
        cancelled.withLock { $0 = $0 ?? clock.now }
        cancellation.cancel()
      }
    }
    let waited = try #require(cancelled.withLock { $0 }).duration(to: clock.now)
    #expect(waited < max(.milliseconds(100), whole / 10))
  }

  private func calibrate(
    _ shop: TinyShop, _ cancellation: Cancellation = Cancellation(),
    report: @escaping @Sendable (WorkProgress) -> Void
  ) throws {
    var effort = Calibrator.Effort()
    effort.days = 60
    effort.rounds = 1
    let simulator = try shop.simulator(seed: 1)
    _ = try Calibrator(simulator, effort: effort).calibrated(
      shop.localPolicy(simulator), name: "local",
      prices: SharedPrices(facilities: simulator.world.facilityCount),
      work: WorkContext(threads: 2, cancellation: cancellation, report: report))
  }
}
