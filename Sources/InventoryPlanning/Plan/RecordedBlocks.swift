import Synchronization

/// What a plan does item by item, noted once somebody asks: most answers of a solve are gone
/// before anybody looks at more than their cost.
final class RecordedBlocks: Sendable {
  private enum Stage {
    case pending(@Sendable () -> [BlockPlan])
    case noted([BlockPlan])
  }

  private let stage: Mutex<Stage>

  init(_ note: @escaping @Sendable () -> [BlockPlan]) {
    stage = Mutex(.pending(note))
  }

  var blocks: [BlockPlan] {
    stage.withLock { stage in
      switch stage {
      case .noted(let blocks): return blocks
      case .pending(let note):
        let blocks = note()
        stage = .noted(blocks)
        return blocks
      }
    }
  }
}
