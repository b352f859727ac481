import Foundation
import RetailData
import ScenarioStore
import TerminalUI

/// The interactive program: a loop of events, messages, `update` and frames on one thread, with
/// all work on others.
public struct Workbench {
  /// What the workbench is opened on.
  public struct Options: Sendable {
    /// What the title bar calls the data until it is read.
    public var dataName: String
    /// Tells this data's session from others': its path.
    public var dataKey: String
    public var glyphs: Glyphs
    /// Threads that background work may use.
    public var threads: Int
    /// Where the session is kept; nil: nowhere.
    public var stateDirectory: URL?
    /// Where the index of related items is kept for the next time; nil: nowhere.
    public var cache: CacheDirectory?
    /// Where named what-ifs are kept; nil: nowhere.
    public var scenarios: ScenarioStore?
    /// Commands to run once the data is there, a line each: see `Replay`.
    public var replay: [String] = []
    /// Reads the data. Runs on a background thread.
    public var open: @Sendable (WorkContext) throws -> Dataset

    public init(
      dataName: String, dataKey: String, glyphs: Glyphs = .unicode,
      threads: Int = WorkContext.availableThreads, stateDirectory: URL? = nil,
      cache: CacheDirectory? = nil, scenarios: ScenarioStore? = nil,
      open: @escaping @Sendable (WorkContext) throws -> Dataset
    ) {
      self.dataName = dataName
      self.dataKey = dataKey
      self.glyphs = glyphs
      self.threads = threads
      self.stateDirectory = stateDirectory
      self.cache = cache
      self.scenarios = scenarios
      self.open = open
    }
  }

  private let display: any Display
  private let options: Options
  private let queue: MessageQueue
  private let runner: EffectRunner
  private var keeper: SessionKeeper?
  private var pauses = KeyPauses()
  private var model: Model
  private var isDone = false

  public init(display: any Display, options: Options) {
    self.display = display
    self.options = options
    queue = MessageQueue(wake: display.wake)
    runner = EffectRunner(
      queue: queue, threads: options.threads, cache: options.cache,
      scenarios: options.scenarios, open: options.open)
    let store = options.stateDirectory.map { SessionStore(directory: $0) }
    keeper = store.map { SessionKeeper($0, of: options.dataKey) }
    var model = Model(
      size: display.size, dataName: options.dataName, dataKey: options.dataKey,
      remembered: store?.read())
    model.replay = Replay(options.replay)
    model.theme = model.remembered?.theme ?? display.theme
    self.model = model
  }

  /// Runs until the analyst quits. Returns what is to be said then: that the session was not kept.
  public mutating func run() -> String? {
    if let chosen = model.remembered?.theme { display.use(chosen) }
    perform(model.start())
    display.present(view(model, glyphs: options.glyphs))
    var pace = FramePace()
    while !isDone {
      let timeout = pace.wait(awaitsAnswers: model.awaitsAnswers) ?? keeper?.wait
      let events = display.waitForEvents(timeout: timeout)
      // The terminal may have said meanwhile that its background is a light one.
      model.theme = display.theme
      let messages = queue.takeAll() + said(by: events)
      for message in messages where !isDone {
        perform(update(&model, message))
        pace.note(message)
        keeper?.note(message)
      }
      if isDone { break }
      if pace.isDue || messages.isEmpty, pace.isDirty {
        display.present(view(model, glyphs: options.glyphs))
        pace.drawn()
      }
      if keeper?.isDue == true { keeper?.keep(model.session) }
    }
    runner.cancelAll()
    runner.finishSaving()
    return keeper?.finish()
  }

  /// The events, with the pauses before them as far as they matter.
  private mutating func said(by events: [Event]) -> [Message] {
    var messages: [Message] = []
    for event in events {
      if pauses.ends(with: event), model.log.isStepping {
        messages.append(.command(name: "pause", argument: nil))
      }
      messages.append(.event(event))
    }
    return messages
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .start(let id, let work): runner.start(id, work)
      case .cancel(let id): runner.cancel(id)
      case .copy(let text): display.copyToClipboard(text)
      case .setTheme(let theme): display.use(theme)
      case .saveSession(let record): keeper?.keep(record)
      case .redraw: display.invalidate()
      case .suspend: display.suspend()
      case .quit: isDone = true
      }
    }
  }
}
