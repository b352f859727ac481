/// When the next frame is drawn: at once after a key, never more often than a screen can show, and
/// not for every step of what goes on in the background.
struct FramePace {
  /// Seconds from one frame to the next, at least.
  private static let frame = 0.016
  /// The same where only the progress of background work is new: nobody reads faster, and a key
  /// must not wait for the end of such a frame's time.
  private static let progressFrame = 0.1
  /// Seconds that a frame waits for answers that are nearly there, so that quick ones show at once
  /// instead of after a flicker of stale figures.
  private static let patience = 0.003

  private enum News { case none, progress, change }

  private var news = News.none
  private var lastFrame = ContinuousClock.now
  private var lastProgressFrame = ContinuousClock.now

  /// Whether anything has happened since the last frame.
  var isDirty: Bool { news != .none }

  /// Whether a frame may be drawn now.
  var isDue: Bool { remaining <= 0 }

  /// Seconds to wait for more events before drawing; nil where there is nothing to draw.
  func wait(awaitsAnswers: Bool) -> Double? {
    isDirty ? max(0, remaining, awaitsAnswers ? Self.patience : 0) : nil
  }

  mutating func note(_ message: Message) {
    switch message {
    // A plan is what somebody waits for, and so is how good it is; neither comes often.
    case .event, .command, .finished, .planning(_, .figures), .planning(_, .point): news = .change
    case .progress, .planning, .judging: if news == .none { news = .progress }
    }
  }

  mutating func drawn() {
    switch news {
    case .progress: lastProgressFrame = .now
    case .none, .change: lastFrame = .now
    }
    news = .none
  }

  private var remaining: Double {
    news == .progress
      ? Self.progressFrame - seconds(since: max(lastFrame, lastProgressFrame))
      : Self.frame - seconds(since: lastFrame)
  }

  private func seconds(since moment: ContinuousClock.Instant) -> Double {
    moment.duration(to: .now) / .seconds(1)
  }
}
