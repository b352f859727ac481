import ArgumentParser
import RetailData

extension Session {
  /// Runs a command that Ctrl-C stops: its work is cancelled, and what it does not hand out half
  /// done ends with the status that a shell expects.
  static func untilInterrupted(
    _ options: GlobalOptions, _ body: (Session) throws -> Void
  ) throws {
    let session = Session(options)
    defer { session.progress.clear() }
    let interruption = Interruption(cancelling: session.work.cancellation)
    try withExtendedLifetime(interruption) {
      do {
        try body(session)
      } catch is CancellationError {
        throw ExitCode(Interruption.status)
      }
    }
  }
}
