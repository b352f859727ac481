import Recommendations
import RetailData
import TerminalUI

/// Everything the workbench knows: the screen is a function of it, and of nothing else.
struct Model: Sendable {
  var size: Size
  /// What is opened, as the title bar calls it.
  let dataName: String
  /// Its path: what the session remembers it by.
  let dataKey: String
  var theme: Theme = .dark
  var phase = Phase.loading(nil)

  /// The screen in front, and for each screen the pages drilled into, the last in front.
  var screen = ScreenName.items
  var stacks: [ScreenName: [Page]]
  /// Of screens that Enter led to: where it was pressed.
  var originOfScreen: [ScreenName: ScreenOrigin] = [:]

  var parameters = Parameters()
  var planning = Planning()
  var simulation = SimulationDesk()
  var shelf = ScenarioShelf()
  var lab = Lab()
  var edits = EditHistory()
  /// The parameter that + and - step.
  var parameter = ParameterName.metric
  var isPanelOpen = false
  /// Whether the analyst stopped the index; it is not begun again by itself then.
  var isRelatingStopped = false
  /// What is to be learned though no method on screen was chosen that needs it.
  var requestedTrainings: [Training] = []

  var prompt: Prompt?
  /// First visible line of the help; nil while it is closed.
  var helpTop: Int?

  var answers = Answers()
  /// The search whose answer will move the selection.
  var pendingFind: FindQuestion?
  /// What runs in the background.
  var running: [WorkID: Running] = [:]
  var lastWork: WorkID = 0
  /// Said in the status line until the next key.
  var notice: Notice?
  /// The commands so far, and those that are still to be run.
  var log = CommandLog()
  var replay = Replay()
  /// What the session remembered; used once the data is there.
  var remembered: SessionRecord?

  enum Phase: Sendable {
    case loading(WorkProgress?)
    case failed(Failure)
    case open(Workspace)
  }

  struct Running: Sendable {
    enum Purpose: Hashable, Sendable {
      case open, count, relate
      case index(PurchaseUnit, Int)
      case learn(Training)
      case answer(AnyQuestion)
      case prepare, solve, refine, digest, simulate, judge
      case keep, load
      case export

      var isLearning: Bool {
        if case .learn = self { true } else { false }
      }

      var isIndex: Bool {
        if case .index = self { true } else { false }
      }
    }

    let purpose: Purpose
    var progress: WorkProgress?
  }

  struct Notice: Hashable, Sendable {
    let text: String
    var isProblem = false
  }

  init(size: Size, dataName: String, dataKey: String = "", remembered: SessionRecord? = nil) {
    self.size = size
    self.dataName = dataName
    self.dataKey = dataKey
    self.remembered = remembered
    stacks = Dictionary(
      uniqueKeysWithValues: ScreenName.allCases.map { ($0, [Page($0.home)]) })
  }
}

extension Model {
  var workspace: Workspace? {
    if case .open(let workspace) = phase { workspace } else { nil }
  }

  /// The page in front.
  var page: Page {
    get { stacks[screen]?.last ?? Page(screen.home) }
    set {
      stacks[screen, default: []].replaceLast(with: newValue)
    }
  }

  var depth: Int { stacks[screen]?.count ?? 1 }

  mutating func say(_ text: String) { notice = Notice(text: text) }

  mutating func complain(_ text: String) { notice = Notice(text: text, isProblem: true) }

  /// Numbers a new piece of work, and waits for it from now on.
  mutating func begin(_ purpose: Running.Purpose) -> WorkID {
    lastWork += 1
    running[lastWork] = Running(purpose: purpose)
    return lastWork
  }

  func isRunning(_ purpose: Running.Purpose) -> Bool {
    running.values.contains { $0.purpose == purpose }
  }
}

extension Array {
  /// Puts `element` where the last one is; into an empty array, as its only one.
  fileprivate mutating func replaceLast(with element: Element) {
    if !isEmpty { removeLast() }
    append(element)
  }
}
