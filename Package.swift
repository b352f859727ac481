// swift-tools-version: 6.0
import PackageDescription

/// Every Swift target is held to the same language rules.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let database = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

let package = Package(
  name: "echelon",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "RetailData", targets: ["RetailData"]),
    .library(name: "Recommendations", targets: ["Recommendations"]),
    .library(name: "InventoryPlanning", targets: ["InventoryPlanning"]),
    .library(name: "ScenarioStore", targets: ["ScenarioStore"]),
    .library(name: "TerminalUI", targets: ["TerminalUI"]),
    .executable(name: "echelon", targets: ["echelon"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // System libraries and C. No pkgConfig for ncurses: it warns on every build and loses the
    // flags that make wide characters visible; shim.h sets them instead.
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"]), .brew(["ncurses"])]),
    .systemLibrary(name: "CBLAS", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "CTerminalGuard"),

    // The libraries: they know no screen.
    .target(
      name: "RetailData", dependencies: ["CZlib"], swiftSettings: strict,
      linkerSettings: [.linkedLibrary("z")]),
    .target(
      name: "Recommendations", dependencies: ["RetailData", "CBLAS"], swiftSettings: strict,
      linkerSettings: [
        .linkedLibrary("openblas", .when(platforms: [.linux])),
        .linkedFramework("Accelerate", .when(platforms: [.macOS])),
      ]),
    .target(name: "InventoryPlanning", dependencies: ["RetailData"], swiftSettings: strict),
    .target(
      name: "ScenarioStore", dependencies: ["RetailData", "InventoryPlanning", database],
      swiftSettings: strict),

    // The screen: only TerminalDriver knows that it is drawn by ncurses.
    .target(name: "TerminalUI", swiftSettings: strict),
    .target(
      name: "TerminalDriver", dependencies: ["TerminalUI", "CNcurses", "CTerminalGuard"],
      swiftSettings: strict,
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .target(
      name: "Workbench",
      dependencies: [
        "TerminalUI", "RetailData", "Recommendations", "InventoryPlanning", "ScenarioStore",
      ], swiftSettings: strict),
    .executableTarget(
      name: "echelon",
      dependencies: [
        "Workbench", "TerminalUI", "TerminalDriver", "RetailData", "Recommendations",
        "InventoryPlanning", "ScenarioStore", argumentParser,
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["RetailData"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "RetailDataTests", dependencies: ["RetailData", "CZlib", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RecommendationsTests", dependencies: ["Recommendations", "RetailData", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "InventoryPlanningTests",
      dependencies: ["InventoryPlanning", "RetailData", "TestSupport"], swiftSettings: strict),
    // Saves scenarios until it is killed: what the tests of durability start.
    .executableTarget(
      name: "ScenarioWriter", dependencies: ["ScenarioStore"], path: "Tests/ScenarioWriter",
      swiftSettings: strict),
    .testTarget(
      name: "ScenarioStoreTests",
      dependencies: [
        "ScenarioStore", "ScenarioWriter", "InventoryPlanning", "RetailData", "TestSupport",
        database,
      ], swiftSettings: strict),
    .testTarget(
      name: "TerminalUITests", dependencies: ["TerminalUI", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TerminalDriverTests", dependencies: ["TerminalDriver", "TerminalUI", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: [
        "Workbench", "TerminalUI", "RetailData", "Recommendations", "InventoryPlanning",
        "ScenarioStore", "TestSupport",
      ],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["echelon", "InventoryPlanning", "RetailData", "TestSupport"],
      swiftSettings: strict),
  ]
)
