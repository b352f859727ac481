import Synchronization

/// What background threads have to tell the UI thread: put in by any of them, taken out by one.
final class MessageQueue: Sendable {
  private let messages = Mutex<[Message]>([])
  private let wake: @Sendable () -> Void

  /// `wake` is called after a message went in, on the thread that put it there.
  init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  func put(_ message: Message) {
    let wasEmpty = messages.withLock { messages in
      defer { messages.append(message) }
      return messages.isEmpty
    }
    if wasEmpty { wake() }
  }

  /// Everything since the last time, oldest first; of several progress reports, and of several
  /// plans, of one piece of work only the latest.
  func takeAll() -> [Message] {
    let taken = messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
    var latest: [WorkID: Int] = [:]
    for (index, message) in taken.enumerated() {
      if let id = message.superseded { latest[id] = index }
    }
    return taken.enumerated().filter { index, message in
      message.superseded.map { latest[$0] == index } ?? true
    }.map(\.element)
  }
}

extension Message {
  /// The work whose next message of this kind says all that this one does; a piece of work sends
  /// only one such kind.
  fileprivate var superseded: WorkID? {
    switch self {
    case .progress(let id, _), .planning(let id, .figures): id
    case .event, .command, .planning, .judging, .finished: nil
    }
  }
}
