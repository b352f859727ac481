/// The names that the analyst's files use (item, customer, facility …), numbered from 0 in the
/// order of their first appearance. Everything else in Echelon speaks of the numbers.
public struct Identifiers: Sendable {
  public let names: StringColumn
  /// Open addressing, a power of two of slots at most half full: number + 1, or 0 where empty.
  public let slots: Column<UInt32>

  public var count: Int { names.count }

  public subscript(number: Int) -> String { names[number] }

  /// Takes columns of the shape above, as read from a cache or a parser.
  public init(names: StringColumn, slots: Column<UInt32>) {
    self.names = names
    self.slots = slots
  }

  /// Numbers `names` by their position. Where a name stands twice the first number is found.
  public init(_ names: StringColumn) {
    let capacity = Identifiers.slotCount(for: names.count)
    let slots = Column<UInt32>(count: capacity) { slots in
      for number in 0..<names.count {
        let name = names.utf8(at: number)
        var slot = Int(truncatingIfNeeded: Identifiers.hash(name)) & (capacity - 1)
        while slots[slot] != 0, !Identifiers.equal(names.utf8(at: Int(slots[slot]) - 1), name) {
          slot = (slot + 1) & (capacity - 1)
        }
        if slots[slot] == 0 { slots[slot] = UInt32(number + 1) }
      }
    }
    self.init(names: names, slots: slots)
  }

  public init(_ names: some Sequence<String>) {
    self.init(StringColumn(names))
  }

  /// The number of `name`, or nil where the data does not have it.
  public func number(of name: String) -> Int? {
    var name = name
    return name.withUTF8 { number(ofUTF8: $0) }
  }

  public func number(ofUTF8 name: UnsafeBufferPointer<UInt8>) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Identifiers.hash(name)) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if Identifiers.equal(names.utf8(at: number), name) { return number }
      slot = (slot + 1) & mask
    }
    return nil
  }

  static func slotCount(for count: Int) -> Int {
    var capacity = 16
    while capacity < 2 * count { capacity *= 2 }
    return capacity
  }

  /// FNV-1a over 8-byte words (the last one padded with zeros), finished with a multiply-shift so
  /// that low bits are usable.
  @inlinable
  public static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(name.count)
    guard let start = UnsafeRawPointer(name.baseAddress) else { return finished(hash) }
    var position = 0
    while position + 8 <= name.count {
      hash = mixed(hash, (start + position).loadUnaligned(as: UInt64.self))
      position += 8
    }
    if position < name.count {
      hash = mixed(hash, lastWord(start + position, count: name.count - position))
    }
    return finished(hash)
  }

  /// The first `count` (1...7) bytes, little-endian, without touching the bytes behind them.
  @inlinable
  static func lastWord(_ start: UnsafeRawPointer, count: Int) -> UInt64 {
    var word: UInt64 = 0
    var position = 0
    if count & 4 != 0 {
      word = UInt64(UInt32(littleEndian: start.loadUnaligned(as: UInt32.self)))
      position = 4
    }
    if count & 2 != 0 {
      let pair = (start + position).loadUnaligned(as: UInt16.self)
      word |= UInt64(UInt16(littleEndian: pair)) << UInt64(position * 8)
      position += 2
    }
    if count & 1 != 0 {
      word |= UInt64((start + position).load(as: UInt8.self)) << UInt64(position * 8)
    }
    return word
  }

  @inlinable
  static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0x0000_0100_0000_01b3
    return product ^ (product >> 29)
  }

  @inlinable
  static func finished(_ hash: UInt64) -> UInt64 {
    let product = (hash ^ (hash >> 32)) &* 0x9e37_79b9_7f4a_7c15
    return product ^ (product >> 29)
  }

  @inlinable
  static func equal(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    guard left.count == right.count else { return false }
    guard let first = UnsafeRawPointer(left.baseAddress),
      let second = UnsafeRawPointer(right.baseAddress)
    else { return true }
    var position = 0
    while position + 8 <= left.count {
      let word = (first + position).loadUnaligned(as: UInt64.self)
      if word != (second + position).loadUnaligned(as: UInt64.self) { return false }
      position += 8
    }
    let rest = left.count - position
    return lastWord(first + position, count: rest) == lastWord(second + position, count: rest)
  }
}
