import Foundation
import Synchronization
import TestSupport
import Testing

@testable import RetailData

@Suite struct DatasetCacheTests {
  private let work = WorkContext(threads: 2)

  private func open(
    _ directory: TemporaryDirectory, _ change: (inout OpenOptions) -> Void = { _ in }
  )
    throws -> Dataset
  {
    var options = OpenOptions(userCache: directory.file("xdg"))
    change(&options)
    return try Dataset.open(directory: directory.path, options: options, work: work)
  }

  private func cacheFile(_ directory: TemporaryDirectory) -> String {
    directory.file(".echelon-cache/dataset.echelon")
  }

  @Test func cacheHoldsEverything() throws {
    let directory = try TemporaryDirectory(SmallShop.files)
    let first = try open(directory)
    #expect(FileManager.default.fileExists(atPath: cacheFile(directory)))
    let cached = try open(directory)
    #expect(cached.everything == first.everything)
    #expect(cached.fingerprint == first.fingerprint)
    #expect(cached.name == first.name)
    #expect(cached.notices == first.notices)
    #expect(try open(directory) { $0.useCache = false }.everything == first.everything)
  }

  /// Other contents under the old size and time go unseen, because the file is not read at all.
  @Test func aFreshCacheIsUsedWithoutReadingTheFiles() throws {
    let directory = try TemporaryDirectory(SmallShop.files)
    let items = directory.file("items.csv")
    let old = Date(timeIntervalSince1970: 1_000_000)
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: items)
    let first = try open(directory)
    let changed = SmallShop.files["items.csv"]?.replacingOccurrences(of: "Cup,", with: "Mug,")
    try directory.write(try #require(changed), to: "items.csv")
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: items)
    #expect(try open(directory).everything == first.everything)
    #expect(try open(directory) { $0.rebuildCache = true }.fingerprint == first.fingerprint)
    #expect(try open(directory) { $0.useCache = false }.items.titles[1] == "Mug")
  }

  /// What was read is no version of the files: it must not be kept, nor anything made of it.
  @Test func filesThatChangeWhileTheyAreReadAreNotKept() throws {
    let directory = try TemporaryDirectory(SmallShop.files)
    let items = directory.file("items.csv")
    let touches = Mutex(1_000_000.0)
    let touching = WorkContext(threads: 1) { _ in
      let time = touches.withLock { time in
        time += 1
        return Date(timeIntervalSince1970: time)
      }
      try? FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: items)
    }
    let options = OpenOptions(userCache: directory.file("xdg"))
    let data = try Dataset.open(directory: directory.path, options: options, work: touching)
    #expect(data.fingerprint == 0)
    #expect(!FileManager.default.fileExists(atPath: cacheFile(directory)))
  }

  @Test func aChangedFileIsReadAgain() throws {
    let directory = try TemporaryDirectory(SmallShop.files)
    let first = try open(directory)
    let changed = SmallShop.files["items.csv"]?.replacingOccurrences(of: "Cup,", with: "Mug,")
    try directory.write(try #require(changed), to: "items.csv")
    let second = try open(directory)
    #expect(second.items.titles[1] == "Mug")
    #expect(second.fingerprint != first.fingerprint)
  }

  @Test func newTimesOnTheSameContentsKeepTheCache() throws {
    let directory = try TemporaryDirectory(SmallShop.files)
    let first = try open(directory)
    let before = FileStamp(path: cacheFile(directory))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000)],
      ofItemAtPath: directory.file("items.csv"))
    let second = try open(directory)
    #expect(second.fingerprint == first.fingerprint)
    #expect(FileStamp(path: cacheFile(directory)) == before)
    // The new time is remembered.
    let cache = CacheDirectory(forData: directory.path)
    let remembered = try SourceFingerprint(from: cache, work: work)
    #expect(try remembered?.stillHolds(for: DataDirectory(path: directory.path)) == true)
  }

  @Test func aRemovedOrAddedFileIsNoticed() throws {
    let directory = try TemporaryDirectory(SmallShop.files)
    let first = try open(directory)
    try FileManager.default.removeItem(atPath: directory.file("inventory.csv"))
    let second = try open(directory)
    #expect(second.network.inventory.isEmpty)
    #expect(second.fingerprint != first.fingerprint)
  }

  @Test func everyDamageIsFoundAndRepaired() throws {
    let directory = try TemporaryDirectory(SmallShop.files)
    let expected = try open(directory).everything
    let whole = try Data(contentsOf: URL(fileURLWithPath: cacheFile(directory)))
    var random = SeededGenerator(seed: 11)
    var damaged: [Data] = [Data(), whole.prefix(7), whole.prefix(63), whole + [0]]
    for length in stride(from: 64, to: whole.count, by: 251) {
      damaged.append(whole.prefix(length))
    }
    for _ in 0..<300 {
      var copy = whole
      copy[Int.random(in: 0..<whole.count, using: &random)] ^=
        1 << UInt8.random(in: 0..<8, using: &random)
      damaged.append(copy)
    }
    for (number, bytes) in damaged.enumerated() {
      try bytes.write(to: URL(fileURLWithPath: cacheFile(directory)))
      #expect(try open(directory).everything == expected, "damage \(number)")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: cacheFile(directory))) == whole)
  }

  /// A file with right hashes but numbers that point nowhere.
  @Test func hostileNumbersAreRefused() throws {
    let directory = try TemporaryDirectory(SmallShop.files)
    let data = try open(directory)
    let honest = DatasetCache.encode(data, skipped: 0)
    for name in honest.sections.map(\.name) {
      for value in [UInt8(0x7f), 0xff] {
        let hostile = honest.replacing(name, with: value)
        let path = directory.file("hostile")
        try hostile.write(to: path, work: work)
        let file = try SectionFile(path: path, version: DatasetCache.version, work: work)
        // Either it is refused, or every number in it leads somewhere.
        if let found = try DatasetCache.decode(file, name: "", work: work)?.data {
          #expect(found.items.ids.number(of: "nothing of that name") == nil)
          for line in 0..<found.purchases.count {
            #expect(found.items.ids[Int(found.purchases.items[line])].count < 1_000)
          }
          for position in 0..<found.purchases.count {
            let line = Int(found.purchases.linesByItem[position])
            #expect(line < found.purchases.count)
          }
        }
      }
    }
    let pointers = [
      "lines.items", "lines.customerOffsets", "lines.linesByItem", "lines.customersByItem",
      "lines.itemOffsets", "customers.ids.slots", "items.categories.codes", "deliveries.numbers",
      "items.handling", "lines.orders", "items.titles.offsets",
    ]
    for name in pointers {
      try honest.replacing(name, with: 0x7f).write(to: directory.file("hostile"), work: work)
      let file = try SectionFile(
        path: directory.file("hostile"), version: DatasetCache.version, work: work)
      #expect(try DatasetCache.decode(file, name: "", work: work) == nil, "\(name)")
    }
  }

  @Test func aDirectoryThatTakesNoCacheUsesTheUsersOne() throws {
    let directory = try TemporaryDirectory(SmallShop.files)
    // A file in its place: no directory can be made, whoever runs the test.
    try directory.write("", to: ".echelon-cache")
    let first = try open(directory)
    #expect(first.notices.allSatisfy { !$0.message.contains("cached") })
    let candidates = CacheDirectory(forData: directory.path, userCache: directory.file("xdg"))
    let place = try #require(candidates.candidates.last)
    #expect(FileManager.default.fileExists(atPath: "\(place)/dataset.echelon"))
    #expect(try open(directory).everything == first.everything)
  }

  @Test func noPlaceForTheCacheIsANotice() throws {
    let directory = try TemporaryDirectory(SmallShop.files)
    try directory.write("", to: ".echelon-cache")
    try directory.write("", to: "xdg")
    let data = try open(directory)
    #expect(data.items.count == 3)
    #expect(data.notices.last?.message.hasPrefix("nothing cached, opening will be slow") == true)
  }

  @Test func whatAKilledProcessLeftIsRemoved() throws {
    let directory = try TemporaryDirectory(SmallShop.files)
    _ = try open(directory)
    // No system gives out a process number as large as this.
    try directory.write("half", to: ".echelon-cache/.dataset.echelon.2000000000.7.tmp")
    let ours = ".dataset.echelon.\(getpid()).7.tmp"
    try directory.write("half", to: ".echelon-cache/\(ours)")
    _ = try open(directory) { $0.rebuildCache = true }
    let names = try FileManager.default.contentsOfDirectory(
      atPath: directory.file(".echelon-cache"))
    #expect(Set(names) == ["dataset.echelon", "sources.echelon", ours])
  }

  @Test func skippedRowsDoNotHideFromAStrictOpening() throws {
    let directory = try TemporaryDirectory(SmallShop.files)
    try directory.write(
      "customer_id,item_id,purchased_at\nann,tea,2011-02-28\nann,tea,yesterday\n",
      to: "purchases.csv")
    let skipped = try open(directory) { $0.skipBadRows = true }
    #expect(skipped.purchases.count == 1)
    let again = try open(directory) { $0.skipBadRows = true }
    #expect(again.notices == skipped.notices)
    #expect(throws: DataProblem.self) { try open(directory) }
  }
}
