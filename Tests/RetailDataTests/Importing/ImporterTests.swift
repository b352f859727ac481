import Foundation
import Testing

@testable import RetailData

@Suite struct ImporterTests {
  /// Line 2 is kept, every other line has something about it.
  private static let export = """
    InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country,Clerk
    1,10A,CUP  ,6,2010-12-01 08:26:00,2.00,7,United Kingdom,x
    C2,10A,CUP,-6,2010-12-01 09:00:00,2.00,7,United Kingdom,x
    C3,10A,CUP,-6,2010-12-01 09:00:00,2.00,,United Kingdom,x
    4,10A,CUP,0,2010-12-01 10:00:00,2.00,,United Kingdom,x
    5,POST,POSTAGE,0,2010-12-01 10:00:00,18.00,7,France,x
    6,10A,CUP,-1,2010-12-01 10:00:00,0.00,7,France,x
    7,10A,CUP,1,2010-12-01 10:00:00,0.00,7,France,x
    8,10A,CUP,one,2010-12-01 10:00:00,1.00,7,France,x
    9,10A,CUP,1,2010-12-32 10:00:00,1.00,7,France,x
    1,10A,CUP  ,6,2010-12-01 08:26:00,2.00,7,United Kingdom,x
    10,11,"BOX, ""SMALL"" RED",2,2010-12-02 11:00:00,3.50,7,France,x
    11,10A,MUG,1,2010-12-03 11:00:00,5.00,8,united-kingdom,x

    """

  @Test func countsEveryRowOnceUnderItsReason() throws {
    let directory = try TemporaryDirectory(["export.csv": Self.export])
    let options = ImportOptions(
      preset: .onlineRetail, skippedRowsFile: directory.file("skipped.csv"))
    let report = try Importer(options: options).run(
      file: directory.file("export.csv"), into: directory.file("shop"))
    #expect(report.rowsRead == 12)
    #expect(report.rowsKept == 4)
    #expect(
      report.skipped.map { "\($0.reason.rawValue): \($0.rows.count) \($0.rows.lines)" } == [
        "bad row: 2 [9, 10]", "cancellation: 2 [3, 4]", "no customer: 1 [5]",
        "not a product: 1 [6]", "quantity not positive: 1 [7]", "price not positive: 1 [8]",
      ])
    #expect(report.duplicatesKept.count == 1)
    #expect(report.duplicatesKept.lines == [11])
    #expect(report.customersInSeveralRegions == 1)
    #expect((report.items, report.customers, report.regions) == (2, 2, 3))
    #expect(report.unusedColumns == ["Clerk"])
    #expect(report.problems.map(\.column) == [11, 13])
    let list = try String(contentsOfFile: directory.file("skipped.csv"), encoding: .utf8)
    #expect(list.split(separator: "\n").count == 9)
    #expect(
      list.hasPrefix(
        """
        line,reason,row
        3,cancellation,"C2,10A,CUP,-6,2010-12-01 09:00:00,2.00,7,United Kingdom,x"
        """))
  }

  @Test func writesADirectoryThatOpens() throws {
    let directory = try TemporaryDirectory(["export.csv": Self.export])
    let report = try Importer(options: ImportOptions(preset: .onlineRetail)).run(
      file: directory.file("export.csv"), into: directory.file("shop"))
    let data = try Dataset.open(directory: directory.file("shop"))
    #expect(data.notices.isEmpty)
    #expect(data.purchases.count == report.rowsKept)
    #expect(Array(data.items.ids.names) == ["10A", "11"])
    #expect(Array(data.items.titles) == ["CUP", "BOX, \"SMALL\" RED"])
    #expect(Array(data.items.prices) == [2, 3.5])
    #expect(data.network.regions.map(\.name) == ["United Kingdom", "France", "united-kingdom"])
    #expect(data.network.regions.map(\.id) == ["united-kingdom", "france", "united-kingdom-2"])
    #expect(Array(data.customers.regions) == [0, 2])
    #expect(Array(data.purchases.orderIDs) == ["1", "10", "11"])
    let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
    #expect(Set(names) == ["export.csv", "shop"])
  }

  @Test func columnsByName() throws {
    let directory = try TemporaryDirectory([
      "export.csv": "who;what,when\n", "good.csv": "who,item_id,when,g\nann,X,2011-01-01,toys\n",
    ])
    let columns = ImportColumns(customer: "who", time: "when", category: "g")
    let importer = Importer(options: ImportOptions(columns: columns))
    let report = try importer.run(file: directory.file("good.csv"), into: directory.file("shop"))
    #expect(report.files == ["items.csv", "purchases.csv"])
    #expect(
      try String(contentsOfFile: directory.file("shop/items.csv"), encoding: .utf8)
        == "item_id,category\nX,toys\n")
    #expect(
      try String(contentsOfFile: directory.file("shop/purchases.csv"), encoding: .utf8)
        == "customer_id,item_id,purchased_at\nann,X,2011-01-01T00:00:00Z\n")
    let error = #expect(throws: DataProblem.self) {
      try importer.run(file: directory.file("export.csv"), into: directory.file("other"))
    }
    #expect(error?.expected == "a column who")
    #expect(error?.found == "the columns \"who;what\", \"when\"")
    #expect(!FileManager.default.fileExists(atPath: directory.file("other")))
  }

  @Test func replacesDataOnlyWhereAllowed() throws {
    let directory = try TemporaryDirectory(["export.csv": Self.export])
    let shop = directory.file("shop")
    try FileManager.default.createDirectory(atPath: shop, withIntermediateDirectories: false)
    try directory.write("packed", to: "shop/purchases.csv.gz")
    try directory.write("kept", to: "shop/notes.txt")
    var options = ImportOptions(preset: .onlineRetail)
    let error = #expect(throws: DataProblem.self) {
      try Importer(options: options).run(file: directory.file("export.csv"), into: shop)
    }
    #expect(error?.found == "data already there")
    #expect(error?.advice.contains("--overwrite") == true)
    options.overwrites = true
    _ = try Importer(options: options).run(file: directory.file("export.csv"), into: shop)
    let names = try FileManager.default.contentsOfDirectory(atPath: shop)
    #expect(
      Set(names)
        == ["items.csv", "customers.csv", "regions.csv", "purchases.csv", "notes.txt"])
  }

  @Test func nothingKeptIsAnError() throws {
    let directory = try TemporaryDirectory([
      "export.csv": "customer_id,item_id,purchased_at\n,a,2011-01-01\n"
    ])
    let error = #expect(throws: DataProblem.self) {
      try Importer().run(file: directory.file("export.csv"), into: directory.file("shop"))
    }
    #expect(error?.found == "1 row: 1 no customer")
    #expect(!FileManager.default.fileExists(atPath: directory.file("shop")))
  }

  private static let realFile = ProcessInfo.processInfo.environment["ECHELON_ONLINE_RETAIL"]

  @Test(.enabled(if: realFile != nil)) func onlineRetail() throws {
    let directory = try TemporaryDirectory()
    let report = try Importer(options: ImportOptions(preset: .onlineRetail)).run(
      file: try #require(Self.realFile), into: directory.file("shop"))
    // Counted with a few lines of Python over the same file.
    #expect(report.rowsRead == 541_909)
    #expect(report.skipped.map(\.rows.count) == [9_288, 134_697, 1_554, 33])
    #expect(report.rowsKept == 396_337)
  }
}
