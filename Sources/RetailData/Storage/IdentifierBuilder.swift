/// Numbers names in the order of their first appearance.
struct IdentifierBuilder {
  private var bytes: [UInt8] = []
  private var offsets: [UInt32] = [0]
  /// Open addressing, at most half full: number + 1 in the low half, the name's hash in the high
  /// half; 0 where empty.
  private var slots = [UInt64](repeating: 0, count: 16)

  var count: Int { offsets.count - 1 }

  /// Starts with the names of `identifiers`.
  init(_ identifiers: Identifiers? = nil) {
    guard let identifiers else { return }
    for number in 0..<identifiers.count { _ = insert(identifiers.names.utf8(at: number)) }
  }

  /// The number of `name`, and whether it is new.
  mutating func insert(_ name: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
    let hash = UInt32(truncatingIfNeeded: Identifiers.hash(name))
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if UInt32(truncatingIfNeeded: slots[slot] >> 32) == hash {
        let number = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
        if isEqual(number, name) { return (number, false) }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    bytes.append(contentsOf: name)
    offsets.append(UInt32(bytes.count))
    slots[slot] = UInt64(hash) << 32 | UInt64(count)
    if 2 * count > slots.count { grow() }
    return (count - 1, true)
  }

  mutating func insert(_ name: String) -> (number: Int, isNew: Bool) {
    var name = name
    return name.withUTF8 { insert($0) }
  }

  func number(of name: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = UInt32(truncatingIfNeeded: Identifiers.hash(name))
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
      if UInt32(truncatingIfNeeded: slots[slot] >> 32) == hash, isEqual(number, name) {
        return number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  subscript(number: Int) -> String {
    String(
      decoding: bytes[Int(offsets[number])..<Int(offsets[number + 1])], as: UTF8.self)
  }

  func build() -> Identifiers {
    let names = StringColumn(bytes: Column(bytes), offsets: Column(offsets))
    let capacity = Identifiers.slotCount(for: count)
    let column = Column<UInt32>(count: capacity) { target in
      for slot in slots where slot != 0 {
        var place = Int(slot >> 32) & (capacity - 1)
        while target[place] != 0 { place = (place + 1) & (capacity - 1) }
        target[place] = UInt32(truncatingIfNeeded: slot)
      }
    }
    return Identifiers(names: names, slots: column)
  }

  private func isEqual(_ number: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(offsets[number])
    let end = Int(offsets[number + 1])
    return bytes.withUnsafeBufferPointer {
      Identifiers.equal(UnsafeBufferPointer(rebasing: $0[start..<end]), name)
    }
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    for slot in slots where slot != 0 {
      var place = Int(slot >> 32) & (larger.count - 1)
      while larger[place] != 0 { place = (place + 1) & (larger.count - 1) }
      larger[place] = slot
    }
    slots = larger
  }
}
