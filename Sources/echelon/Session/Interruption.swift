import Dispatch
import Foundation
import RetailData

/// Ctrl-C while something is computed that is worth having half done: the first one asks the work
/// to stop, a second one ends the program.
final class Interruption {
  /// What a shell expects of a program that SIGINT ended.
  static let status: Int32 = 128 + SIGINT

  private let source: any DispatchSourceSignal

  /// Listens until the value is gone.
  init(cancelling cancellation: Cancellation) {
    // A source sees the signal beside, not in place of, what it does to the process.
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler {
      if cancellation.isCancelled { _exit(Interruption.status) }
      cancellation.cancel()
    }
    source.resume()
  }

  deinit {
    source.cancel()
    signal(SIGINT, SIG_DFL)
  }
}
