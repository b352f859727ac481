/// Numbers the names of one worker's rows, a batch at a time.
///
/// A lookup is two dependent cache misses (slot, then name). One after the other they cost more than
/// all other work on a row; in a batch the loads of different rows overlap. Names of up to 15 bytes
/// are compared as two words, longer ones byte by byte.
///
/// Names are kept as windows onto the source text, which must outlive the table.
final class NameTable {
  private(set) var count = 0
  /// Open addressing, at most half full: number + 1 in the low half, the name's hash in the high
  /// half; 0 where empty.
  private var slots: UnsafeMutableBufferPointer<UInt64>
  private var names: UnsafeMutableBufferPointer<Name>
  private let source: UnsafeBufferPointer<UInt8>
  private var copies: [UnsafeMutableBufferPointer<UInt8>] = []
  // Scratch of one batch.
  private let keys: UnsafeMutablePointer<Key>
  private let found: UnsafeMutablePointer<UInt64>

  static let batchSize = 1_024

  /// Length and first 15 bytes; of a longer name 255 and its hash.
  private struct Key {
    var low: UInt64
    var high: UInt64
    var hash: UInt32
  }

  private struct Name {
    var low: UInt64
    var high: UInt64
    var text: UnsafeBufferPointer<UInt8>
  }

  private static let longest = 15
  private static let longMark: UInt64 = 0xff << 56

  init(source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    slots = .allocate(capacity: 1_024)
    slots.initialize(repeating: 0)
    names = .allocate(capacity: 512)
    keys = .allocate(capacity: Self.batchSize)
    found = .allocate(capacity: Self.batchSize)
  }

  deinit {
    slots.deallocate()
    names.deallocate()
    keys.deallocate()
    found.deallocate()
    for copy in copies { copy.deallocate() }
  }

  subscript(number: Int) -> UnsafeBufferPointer<UInt8> { names[number].text }

  /// Writes the numbers of `texts`, at most a batch of them; an empty text is -1.
  func number(
    _ texts: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>,
    into numbers: UnsafeMutableBufferPointer<Int32>
  ) {
    let mask = slots.count - 1
    for row in 0..<texts.count { keys[row] = key(of: texts[row]) }
    for row in 0..<texts.count {
      // The next slots are mostly in the same cache line, so probing costs no further miss.
      let hash = keys[row].hash
      var place = Int(hash) & mask
      while slots[place] != 0, UInt32(truncatingIfNeeded: slots[place] >> 32) != hash {
        place = (place + 1) & mask
      }
      found[row] = slots[place]
    }
    for row in 0..<texts.count {
      let key = keys[row]
      let number = Int(UInt32(truncatingIfNeeded: found[row])) - 1
      if number >= 0, isEqual(number, key, texts[row]) {
        numbers[row] = Int32(truncatingIfNeeded: number)
      } else {
        numbers[row] = texts[row].isEmpty ? -1 : Int32(insert(texts[row], key))
      }
    }
  }

  @inline(__always)
  private func key(of text: UnsafeBufferPointer<UInt8>) -> Key {
    var key = Key(low: 0, high: 0, hash: 0)
    if text.count <= Self.longest, let start = UnsafeRawPointer(text.baseAddress) {
      if text.count >= 8 {
        key.low = start.loadUnaligned(as: UInt64.self)
        key.high = Identifiers.lastWord(start + 8, count: text.count - 8)
      } else {
        key.low = Identifiers.lastWord(start, count: text.count)
      }
      key.high |= UInt64(text.count) << 56
    } else {
      key.low = Identifiers.hash(text)
      key.high = Self.longMark
    }
    let mixed = (key.low ^ (key.high &* 0xff51_afd7_ed55_8ccd)) &* 0x9e37_79b9_7f4a_7c15
    key.hash = UInt32(truncatingIfNeeded: mixed >> 32)
    return key
  }

  @inline(__always)
  private func isEqual(_ number: Int, _ key: Key, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let name = names[number]
    guard name.low == key.low, name.high == key.high else { return false }
    return key.high != Self.longMark || Identifiers.equal(name.text, text)
  }

  /// The number of a name that is new, or shares its hash with another.
  private func insert(_ text: UnsafeBufferPointer<UInt8>, _ key: Key) -> Int {
    let mask = slots.count - 1
    var place = Int(key.hash) & mask
    while slots[place] != 0 {
      let number = Int(UInt32(truncatingIfNeeded: slots[place])) - 1
      if UInt32(truncatingIfNeeded: slots[place] >> 32) == key.hash, isEqual(number, key, text) {
        return number
      }
      place = (place + 1) & mask
    }
    names[count] = Name(low: key.low, high: key.high, text: lasting(text))
    count += 1
    slots[place] = UInt64(key.hash) << 32 | UInt64(count)
    if 2 * count >= slots.count { grow() }
    return count - 1
  }

  /// A text that stands in the source, or a copy of one that does not.
  private func lasting(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    if let start = text.baseAddress, let first = source.baseAddress, start >= first,
      start < first + source.count
    {
      return text
    }
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
    _ = copy.initialize(fromContentsOf: text)
    copies.append(copy)
    return UnsafeBufferPointer(copy)
  }

  private func grow() {
    let larger = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: slots.count * 2)
    larger.initialize(repeating: 0)
    for slot in slots where slot != 0 {
      var place = Int(slot >> 32) & (larger.count - 1)
      while larger[place] != 0 { place = (place + 1) & (larger.count - 1) }
      larger[place] = slot
    }
    slots.deallocate()
    slots = larger
    let room = UnsafeMutableBufferPointer<Name>.allocate(capacity: larger.count / 2)
    _ = room.moveInitialize(fromContentsOf: UnsafeMutableBufferPointer(rebasing: names[..<count]))
    names.deallocate()
    names = room
  }
}
