/// Many strings in one run of UTF-8 bytes: `offsets[i] ..< offsets[i + 1]` is string `i`.
public struct StringColumn: RandomAccessCollection, Sendable {
  /// All strings' UTF-8, one after the other. At most 4 GiB.
  public let bytes: Column<UInt8>
  /// `count + 1` byte positions, nondecreasing, starting at 0.
  public let offsets: Column<UInt32>

  /// Takes columns of the shape above, as read from a cache or a parser.
  public init(bytes: Column<UInt8>, offsets: Column<UInt32>) {
    precondition(!offsets.isEmpty, "a string column has one offset more than it has strings")
    self.bytes = bytes
    self.offsets = offsets
  }

  public init(_ strings: some Sequence<String>) {
    var bytes: [UInt8] = []
    var offsets: [UInt32] = [0]
    for string in strings {
      bytes.append(contentsOf: string.utf8)
      offsets.append(UInt32(bytes.count))
    }
    self.init(bytes: Column(bytes), offsets: Column(offsets))
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { offsets.count - 1 }

  public subscript(position: Int) -> String {
    String(decoding: utf8(at: position), as: UTF8.self)
  }

  /// The bytes of one string, valid as long as the column.
  @inlinable
  public func utf8(at position: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      rebasing: bytes.buffer[Int(offsets[position])..<Int(offsets[position + 1])])
  }
}
