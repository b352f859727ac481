/// Collects strings, one a row, into a `StringColumn`.
struct StringColumnBuilder {
  private var bytes: [UInt8] = []
  private var offsets: [UInt32] = [0]

  var count: Int { offsets.count - 1 }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    offsets.append(UInt32(bytes.count))
  }

  /// Appends empty strings until there are `count`.
  mutating func pad(to count: Int) {
    while self.count < count { offsets.append(UInt32(bytes.count)) }
  }

  func build() -> StringColumn {
    StringColumn(bytes: Column(bytes), offsets: Column(offsets))
  }
}

/// Collects labels, one a row, into a `CodedColumn`; an empty label is none.
struct CodedColumnBuilder {
  private var codes: [Int32] = []
  private var labels = IdentifierBuilder()

  mutating func append(_ label: UnsafeBufferPointer<UInt8>) {
    codes.append(label.isEmpty ? -1 : Int32(labels.insert(label).number))
  }

  /// Appends rows without a label until there are `count`.
  mutating func pad(to count: Int) {
    while codes.count < count { codes.append(-1) }
  }

  func build() -> CodedColumn {
    CodedColumn(codes: Column(codes), labels: labels.build().names)
  }
}

extension Array {
  /// Appends `value` until there are `count` elements.
  mutating func pad(to count: Int, with value: Element) {
    if self.count < count { append(contentsOf: repeatElement(value, count: count - self.count)) }
  }
}
