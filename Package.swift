// swift-tools-version: 6.2
import PackageDescription

/// The one place that says which module may import which (see docs/decisions and CONTRIBUTING):
/// caseload → CaseloadCommand → Store, Exchange, Screens, Terminal → Core, Cells.
let package = Package(
  name: "caseload",
  products: [
    .executable(name: "caseload", targets: ["caseload"]),
    .executable(name: "caseload-bench", targets: ["caseload-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .target(name: "Cells"),
    .target(name: "CaseloadCore", resources: [.embedInCode("Text/nl.txt")]),
    .target(
      name: "CaseloadExchange",
      dependencies: ["CaseloadCore", "CZip", "CExpat", .product(name: "TOMLKit", package: "TOMLKit")]),
    .target(
      name: "CaseloadStore",
      dependencies: [
        "CaseloadCore",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(name: "CaseloadScreens", dependencies: ["CaseloadCore", "Cells"]),
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CZip"),
    .systemLibrary(name: "CExpat"),
    .target(name: "CTerminalGuard"),
    .target(name: "CaseloadTerminal", dependencies: ["Cells", "CNcurses", "CTerminalGuard"]),
    .target(
      name: "CaseloadCommand",
      dependencies: [
        "CaseloadCore", "Cells", "CaseloadExchange", "CaseloadStore", "CaseloadScreens",
        "CaseloadTerminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ]),
    .executableTarget(name: "caseload", dependencies: ["CaseloadCommand"]),
    .executableTarget(
      name: "caseload-bench",
      dependencies: ["CaseloadCommand", "CaseloadCore", "CaseloadScreens", "CaseloadStore", "Cells"]),
    .testTarget(name: "CellsTests", dependencies: ["Cells"]),
    .testTarget(name: "CaseloadCoreTests", dependencies: ["CaseloadCore"]),
    .testTarget(
      name: "CaseloadExchangeTests", dependencies: ["CaseloadExchange", "CaseloadCore", "CZip"]),
    .executableTarget(
      name: "store-kill-helper", dependencies: ["CaseloadStore", "CaseloadCore"],
      path: "Tests/Support/store-kill-helper"),
    .target(
      name: "CFaultDisk", path: "Tests/Support/CFaultDisk", linkerSettings: [.linkedLibrary("sqlite3")]),
    .testTarget(
      name: "CaseloadStoreTests",
      dependencies: [
        "CaseloadStore", "CaseloadCore", "CFaultDisk", "store-kill-helper",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "CaseloadScreensTests", dependencies: ["CaseloadScreens", "CaseloadCore", "Cells"],
      exclude: ["Snapshots"]),
    .testTarget(
      name: "CaseloadTerminalTests", dependencies: ["CaseloadTerminal", "Cells", "CTerminalGuard"]),
    .testTarget(
      name: "CaseloadCommandTests",
      dependencies: [
        "CaseloadCommand", "CaseloadCore", "CaseloadExchange", "CaseloadStore", "CaseloadTerminal", "Cells",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "EndToEndTests", dependencies: ["caseload", "store-kill-helper"]),
  ],
  swiftLanguageModes: [.v6]
)

// A warning is an error in our own modules, here, so that every build is the check.
for target in package.targets where target.type != .system {
  target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
}
