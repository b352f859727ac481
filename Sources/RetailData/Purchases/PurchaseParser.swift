import Synchronization

/// Reads `purchases.csv` in chunks, in parallel, with the outcome of reading it from start to end.
///
/// A chunk's first record is taken to start behind the first line feed at its border. That is wrong
/// where a quoted field spans the border, so each guess is compared with where the chunk before
/// really ended, and a chunk that was guessed wrong is read again from the right place (speculation
/// as in Ge et al., "Speculative Distributed CSV Data Parsing", SIGMOD 2019, with verification of
/// every chunk).
struct PurchaseParser {
  let parser: PurchaseChunkParser
  /// Bytes; any size gives the same rows.
  let chunkSize: Int
  let work: WorkContext

  struct Outcome {
    let chunks: [PurchaseChunk]
    /// By worker.
    let names: [PurchaseNames]
  }

  func parse() throws -> Outcome {
    let buffer = parser.table.text.bytes.buffer
    let size = buffer.count
    let bodyStart = parser.table.bodyStart
    let count = (size - bodyStart + chunkSize - 1) / chunkSize
    let names = (0..<work.threads).map { _ in PurchaseNames(source: buffer) }
    var chunks = [PurchaseChunk?](repeating: nil, count: count)
    let firstBad = Atomic<Int>(.max)
    let bytesDone = Atomic<Int>(0)
    try chunks.withUnsafeMutableBufferPointer { chunks in
      // Each chunk is written by the worker that read it, each table used by its worker.
      nonisolated(unsafe) let chunks = chunks
      nonisolated(unsafe) let names = names
      try work.forEachChunk(of: count, chunk: 1) { worker, range in
        let number = range.lowerBound
        // Nobody will look at what follows a problem that ends the reading.
        if number > firstBad.load(ordering: .relaxed) { return }
        let chunk = parser.parse(
          from: guessedStart(number), to: border(number + 1), names: names[worker], worker: worker)
        if chunk.problemCount > 0, parser.stopsAtProblem {
          firstBad.min(number, ordering: .relaxed)
        }
        chunks[number] = chunk
        let done = bytesDone.add(chunkSize, ordering: .relaxed).newValue
        report(min(done, size), of: size)
      }
    }
    return Outcome(chunks: try stitch(chunks, names: names), names: names)
  }

  /// The chunks with each starting where the one before ends.
  private func stitch(_ guesses: [PurchaseChunk?], names: [PurchaseNames]) throws
    -> [PurchaseChunk]
  {
    var chunks: [PurchaseChunk] = []
    var position = parser.table.bodyStart
    for (number, guess) in guesses.enumerated() {
      try work.checkCancelled()
      let chunk: PurchaseChunk
      if let guess, guess.start == position {
        chunk = guess
      } else if position >= border(number + 1) {
        chunk = .empty(at: position)
      } else {
        chunk = parser.parse(
          from: position, to: border(number + 1), names: names[0], worker: 0)
      }
      chunks.append(chunk)
      if chunk.problemCount > 0, parser.stopsAtProblem { break }
      position = chunk.end
    }
    return chunks
  }

  private func border(_ number: Int) -> Int {
    min(parser.table.bodyStart + number * chunkSize, parser.table.text.bytes.count)
  }

  private func guessedStart(_ number: Int) -> Int {
    if number == 0 { return parser.table.bodyStart }
    let buffer = parser.table.text.bytes.buffer
    var scanner = RecordScanner(buffer, from: border(number) - 1)
    scanner.skipLine()
    return scanner.position
  }

  private func report(_ done: Int, of total: Int) {
    work.report(
      WorkProgress(stage: "reading purchases.csv", done: done, total: total, unit: "bytes"))
  }
}
