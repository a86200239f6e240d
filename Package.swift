// swift-tools-version:6.1
import PackageDescription

/// The rooms of the house. Arrows point one way:
/// gongshi → Pipeline → {Ingest, Reconcile, Compute, Emit, Store} → Definitions → Figures.
let package = Package(
  name: "gongshi",
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .target(name: "Definitions", dependencies: ["Figures", .product(name: "Yams", package: "Yams")]),
    .target(name: "Figures"),
    .testTarget(name: "FiguresTests", dependencies: ["Figures"]),
    .testTarget(name: "DefinitionsTests", dependencies: ["Definitions"]),
  ],
  swiftLanguageModes: [.v6]
)
