/// The best few of many candidates in bounded memory: by score, and at equal scores by `order`,
/// the smaller first. Every place number may be offered once.
struct BestList<Payload> {
  struct Entry {
    let score: Double
    let order: Int32
    let payload: Payload

    @inline(__always)
    func isBetter(than other: Entry) -> Bool {
      score > other.score || (score == other.score && order < other.order)
    }
  }

  private let limit: Int
  /// A heap with the worst entry on top.
  private var heap: [Entry] = []

  init(limit: Int) {
    self.limit = max(limit, 0)
    heap.reserveCapacity(self.limit)
  }

  /// Whether a candidate with this score and order would be taken.
  @inline(__always)
  func takes(score: Double, order: Int32) -> Bool {
    if heap.count < limit { return true }
    guard let worst = heap.first else { return false }
    return score > worst.score || (score == worst.score && order < worst.order)
  }

  @inline(__always)
  mutating func offer(score: Double, order: Int32, payload: @autoclosure () -> Payload) {
    if takes(score: score, order: order) {
      insert(Entry(score: score, order: order, payload: payload()))
    }
  }

  /// The entries, best first; the list is empty afterwards.
  mutating func drain() -> [Entry] {
    // The heap is half sorted already: the worst goes to the end, and so on.
    var end = heap.count - 1
    while end > 0 {
      heap.swapAt(0, end)
      siftDown(0, before: end)
      end -= 1
    }
    let sorted = heap
    heap = []
    return sorted
  }

  private mutating func insert(_ entry: Entry) {
    if heap.count < limit {
      heap.append(entry)
      siftUp(heap.count - 1)
    } else {
      heap[0] = entry
      siftDown(0, before: heap.count)
    }
  }

  private mutating func siftUp(_ start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      if !heap[parent].isBetter(than: heap[child]) { return }
      heap.swapAt(parent, child)
      child = parent
    }
  }

  private mutating func siftDown(_ start: Int, before end: Int) {
    var parent = start
    while true {
      var worst = parent
      let left = 2 * parent + 1
      if left < end, heap[worst].isBetter(than: heap[left]) { worst = left }
      if left + 1 < end, heap[worst].isBetter(than: heap[left + 1]) { worst = left + 1 }
      if worst == parent { return }
      heap.swapAt(parent, worst)
      parent = worst
    }
  }
}
