// swift-tools-version:6.1
import PackageDescription

/// The rooms of the house. Arrows point one way:
/// gongshi → Pipeline → {Ingest, Reconcile, Compute, Emit, Store} → Definitions → Figures.
let package = Package(
  name: "gongshi",
  products: [.executable(name: "gongshi", targets: ["gongshi"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .executableTarget(
      name: "gongshi",
      dependencies: [
        "Pipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .target(
      name: "Pipeline",
      dependencies: [
        "Ingest", "Reconcile", "Compute", "Emit", "Store", "Definitions", "Figures",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(name: "Ingest", dependencies: ["CCSV", "CPCRE2", "Definitions", "Figures"]),
    .target(name: "Reconcile", dependencies: ["Definitions", "Figures"]),
    .target(name: "Compute", dependencies: ["Definitions", "Figures"]),
    .target(
      name: "Emit",
      dependencies: [
        "CWorkbook", "CXLSXWriter", "Definitions", "Figures",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "Store",
      dependencies: [
        "CSQLite", "Figures",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(name: "Definitions", dependencies: ["Figures", .product(name: "Yams", package: "Yams")]),
    .target(name: "Figures"),
    .target(name: "CWorkbook", linkerSettings: [.linkedLibrary("deflate")]),
    .systemLibrary(name: "CCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(
      name: "CPCRE2", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "TestSupport", dependencies: ["Figures"], path: "Tests/TestSupport"),
    .testTarget(name: "FiguresTests", dependencies: ["Figures"]),
    .testTarget(name: "DefinitionsTests", dependencies: ["Definitions"]),
    .testTarget(name: "IngestTests", dependencies: ["Ingest", "Definitions", "Figures"]),
    .testTarget(name: "ReconcileTests", dependencies: ["Reconcile", "Store", "Definitions", "Figures"]),
    .testTarget(name: "ComputeTests", dependencies: ["Compute", "Definitions", "Figures"]),
    .testTarget(
      name: "EmitTests",
      dependencies: ["CWorkbook", "CXLSXWriter", "Emit", "Definitions", "Figures", "TestSupport"]),
    .testTarget(name: "StoreTests", dependencies: ["Store", "Figures"]),
    .testTarget(
      name: "PipelineTests",
      dependencies: ["Pipeline", "Emit", "Ingest", "Definitions", "Figures", "TestSupport", "gongshi"],
      exclude: ["Fixtures"]),
  ],
  swiftLanguageModes: [.v6]
)
