/// RFC 4180 as plainly as it can be written: one state machine over an array of bytes. Slow on
/// purpose; only for well-formed text.
enum ReferenceCSV {
  static func records(_ text: [UInt8]) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var inQuotes = false
    var isStarted = false
    var index = 0
    func next() -> UInt8? { index + 1 < text.count ? text[index + 1] : nil }
    func endField() {
      record.append(String(decoding: field, as: UTF8.self))
      field = []
    }
    func endRecord() {
      if isStarted {
        endField()
        records.append(record)
      }
      record = []
      isStarted = false
    }
    while index < text.count {
      let byte = text[index]
      if inQuotes {
        if byte == UInt8(ascii: "\"") {
          if next() == UInt8(ascii: "\"") {
            field.append(byte)
            index += 1
          } else {
            inQuotes = false
          }
        } else {
          field.append(byte)
        }
      } else if byte == UInt8(ascii: "\"") {
        inQuotes = true
        isStarted = true
      } else if byte == UInt8(ascii: ",") {
        isStarted = true
        endField()
      } else if byte == UInt8(ascii: "\n") {
        endRecord()
      } else if byte == UInt8(ascii: "\r"), next() == UInt8(ascii: "\n") || next() == nil {
        index += next() == nil ? 0 : 1
        endRecord()
      } else {
        isStarted = true
        field.append(byte)
      }
      index += 1
    }
    endRecord()
    return records
  }
}
