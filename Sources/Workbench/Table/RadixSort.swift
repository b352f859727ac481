/// Least-significant-digit radix sort of rows by 64-bit keys: stable, linear, and it skips digits
/// that all keys share (small integers take two passes instead of six).
///
/// Knuth, The Art of Computer Programming 3, section 5.2.5.
func radixSorted(rows: [Int32], keys: [UInt64]) -> [Int32] {
  precondition(rows.count == keys.count, "one key a row")
  let digitBits = 11
  let digits = 1 << digitBits
  let mask = UInt64(digits - 1)
  var rows = rows
  var keys = keys
  var nextRows = [Int32](repeating: 0, count: rows.count)
  var nextKeys = [UInt64](repeating: 0, count: keys.count)
  let first = keys.first ?? 0
  let differing = keys.reduce(UInt64(0)) { $0 | ($1 ^ first) }
  for shift in stride(from: 0, to: 64, by: digitBits) {
    if differing >> UInt64(shift) & mask == 0 { continue }
    var starts = [Int](repeating: 0, count: digits + 1)
    for key in keys { starts[Int(key >> UInt64(shift) & mask) + 1] += 1 }
    for digit in 0..<digits { starts[digit + 1] += starts[digit] }
    for index in 0..<rows.count {
      let digit = Int(keys[index] >> UInt64(shift) & mask)
      nextRows[starts[digit]] = rows[index]
      nextKeys[starts[digit]] = keys[index]
      starts[digit] += 1
    }
    swap(&rows, &nextRows)
    swap(&keys, &nextKeys)
  }
  return rows
}
