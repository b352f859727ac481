import Foundation

/// A thread that can be waited for until nothing of it is left: not even a reference to what it
/// ran, which Foundation's `Thread` may hold a little longer.
struct JoinableThread {
  private let thread: pthread_t

  /// Starts `body`, with the caller's priority. Nil where the system has no thread left to give:
  /// then the work must be done without it.
  init?(_ body: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Box(body))
    #if canImport(Darwin)
      var created: pthread_t?
      let status = pthread_create(&created, nil, { Box.run($0) }, box.toOpaque())
    #else
      var created = pthread_t()
      let status = pthread_create(&created, nil, { Box.run($0) }, box.toOpaque())
    #endif
    guard status == 0 else {
      box.release()
      return nil
    }
    #if canImport(Darwin)
      guard let created else { return nil }
    #endif
    thread = created
  }

  /// Waits until the thread has ended. To be called once.
  func join() { pthread_join(thread, nil) }

  /// What crosses pthread's untyped pointer.
  private final class Box {
    private let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }

    static func run(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
      guard let pointer else { return nil }
      Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().body()
      return nil
    }
  }
}
