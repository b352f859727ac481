// swift-tools-version: 6.0
import PackageDescription

// A package of its own, so that building Echelon builds no benchmark.
let package = Package(
  name: "echelon-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "echelon", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "bench",
      dependencies: [
        .product(name: "RetailData", package: "echelon"),
        .product(name: "Recommendations", package: "echelon"),
        .product(name: "InventoryPlanning", package: "echelon"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ])
  ]
)
