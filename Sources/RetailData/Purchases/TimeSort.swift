/// Sorts keys of 32 bits of time and 32 bits of position: by time, equal times by position.
enum TimeSort {
  /// Scratch memory of one worker.
  struct Scratch {
    fileprivate var keys: [UInt64] = []
    fileprivate var counts: [Int] = []

    init() {}
  }

  private static let fewKeys = 24
  /// From here on a radix sort pays for its tables.
  private static let manyKeys = 2_048
  private static let digitBits: UInt64 = 11

  /// Sorts `keys`, whose positions (low halves) rise.
  static func sort(_ keys: UnsafeMutableBufferPointer<UInt64>, _ scratch: inout Scratch) {
    if isSorted(keys) { return }
    if keys.count <= fewKeys {
      insertionSort(keys)
    } else if keys.count < manyKeys {
      var keys = keys
      keys.sort()
    } else {
      radixSort(keys, &scratch)
    }
  }

  private static func isSorted(_ keys: UnsafeMutableBufferPointer<UInt64>) -> Bool {
    var position = 1
    while position < keys.count {
      if keys[position - 1] > keys[position] { return false }
      position += 1
    }
    return true
  }

  private static func insertionSort(_ keys: UnsafeMutableBufferPointer<UInt64>) {
    for end in 1..<keys.count {
      let key = keys[end]
      var place = end
      while place > 0, keys[place - 1] > key {
        keys[place] = keys[place - 1]
        place -= 1
      }
      keys[place] = key
    }
  }

  /// By the digits of the time, lowest first. Each pass is stable, so equal times stay in the order
  /// of their positions.
  private static func radixSort(
    _ keys: UnsafeMutableBufferPointer<UInt64>, _ scratch: inout Scratch
  ) {
    var least = UInt64.max
    var most: UInt64 = 0
    for key in keys {
      least = min(least, key >> 32)
      most = max(most, key >> 32)
    }
    scratch.keys.pad(to: keys.count, with: 0)
    scratch.counts = [Int](repeating: 0, count: 1 << Int(digitBits))
    scratch.keys.withUnsafeMutableBufferPointer { other in
      var from = keys
      var to = UnsafeMutableBufferPointer(rebasing: other[..<keys.count])
      var shift: UInt64 = 0
      while (most - least) >> shift != 0 {
        pass(from, to, least: least, shift: shift, counts: &scratch.counts)
        swap(&from, &to)
        shift += digitBits
      }
      if from.baseAddress != keys.baseAddress { _ = keys.update(fromContentsOf: from) }
    }
  }

  private static func pass(
    _ from: UnsafeMutableBufferPointer<UInt64>, _ to: UnsafeMutableBufferPointer<UInt64>,
    least: UInt64, shift: UInt64, counts: inout [Int]
  ) {
    let mask: UInt64 = (1 << digitBits) - 1
    counts.withUnsafeMutableBufferPointer { counts in
      counts.update(repeating: 0)
      for key in from { counts[Int(((key >> 32) - least) >> shift & mask)] += 1 }
      var start = 0
      for digit in 0..<counts.count {
        (counts[digit], start) = (start, start + counts[digit])
      }
      for key in from {
        let digit = Int(((key >> 32) - least) >> shift & mask)
        to[counts[digit]] = key
        counts[digit] += 1
      }
    }
  }
}
