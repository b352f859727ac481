/// The text of fields: in place, except where doubled quotes must become single ones.
struct TextArena: ~Copyable {
  private var copies: [UnsafeMutableBufferPointer<UInt8>] = []

  /// The text of a field, valid until `clear` and as long as the file is.
  mutating func text(of field: FieldRange, in bytes: UnsafeBufferPointer<UInt8>)
    -> UnsafeBufferPointer<UInt8>
  {
    let raw = UnsafeBufferPointer(rebasing: bytes[field.start..<field.end])
    return field.hasDoubledQuotes ? singleQuotes(raw) : raw
  }

  mutating func clear() {
    if copies.isEmpty { return }
    for copy in copies { copy.deallocate() }
    copies.removeAll(keepingCapacity: true)
  }

  deinit {
    for copy in copies { copy.deallocate() }
  }

  private mutating func singleQuotes(_ raw: UnsafeBufferPointer<UInt8>)
    -> UnsafeBufferPointer<UInt8>
  {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: raw.count)
    var length = 0
    var position = 0
    while position < raw.count {
      copy[length] = raw[position]
      length += 1
      position += raw[position] == .quote ? 2 : 1
    }
    copies.append(copy)
    return UnsafeBufferPointer(rebasing: copy[..<length])
  }
}
