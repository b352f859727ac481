/// One label a row out of a small set (category, brand): a code per row, a name per code.
public struct CodedColumn: Sendable {
  /// Index into `labels`, or -1 where the row has none.
  public let codes: Column<Int32>
  public let labels: StringColumn

  public init(codes: Column<Int32>, labels: StringColumn) {
    self.codes = codes
    self.labels = labels
  }

  /// Codes `values` in the order of first appearance; empty strings count as none.
  public init(_ values: some Sequence<String>) {
    var numbers: [String: Int32] = [:]
    var labels: [String] = []
    let codes = values.map { value -> Int32 in
      if value.isEmpty { return -1 }
      if let number = numbers[value] { return number }
      let number = Int32(labels.count)
      numbers[value] = number
      labels.append(value)
      return number
    }
    self.init(codes: Column(codes), labels: StringColumn(labels))
  }

  /// The label of a row, or nil where it has none.
  public subscript(row: Int) -> String? {
    codes[row] < 0 ? nil : labels[Int(codes[row])]
  }
}
