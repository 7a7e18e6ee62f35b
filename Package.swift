// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "deedbook",
    products: [
        .library(name: "Deedbook", targets: ["Deedbook"]),
        .library(name: "DeedbookTesting", targets: ["DeedbookTesting"]),
        .executable(name: "deedbook", targets: ["Program"]),
    ],
    dependencies: [
        // The first element of a sorted collection of which something holds.
        .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
        // The command line.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // SHA-256 and Ed25519.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        // The requests and answers that Hummingbird takes and gives.
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        // Hummingbird wants a logger; it gets one that is silent.
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        // The connections under Hummingbird and AsyncHTTPClient.
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        // The errors of TLS.
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        // Exact fractions of shares and money.
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
        // SQLite.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // The witness's server; without its default traits, which bring what is not used here.
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        // HTML from templates.
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        // The journal's YAML.
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // What asks a witness.
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    ],
    targets: [
        // L0: notation, values and terms. Pure.
        .target(name: "Notation"),
        .testTarget(name: "NotationTests", dependencies: ["Effort", "Notation"]),

        .target(
            name: "Terms",
            dependencies: ["Notation", .product(name: "BigInt", package: "BigInt")]
        ),
        .testTarget(
            name: "TermsTests", dependencies: ["Effort", "Notation", "Terms"],
            exclude: ["Fixtures"]),

        .target(name: "Clauses"),
        .testTarget(name: "ClausesTests", dependencies: ["Clauses", "Effort"]),

        .target(
            name: "Transparency",
            dependencies: ["Terms", .product(name: "Crypto", package: "swift-crypto")]
        ),
        .testTarget(
            name: "TransparencyTests", dependencies: ["Subprocesses", "Terms", "Transparency"],
            exclude: ["Vectors", "independent_check.py", "tiles_client.py"]),

        // L1: the closed set of events and what each does.
        .target(name: "Amendments", dependencies: ["Notation", "Terms"]),
        .testTarget(
            name: "AmendmentsTests",
            dependencies: ["Amendments", "Notation", "Terms"],
            exclude: ["Golden"]
        ),

        // L2: what an open contracting process says, as recordings. Pure.
        .target(name: "OCDS", dependencies: ["Amendments", "Notation", "Terms"]),
        .testTarget(
            name: "OCDSTests", dependencies: ["Amendments", "Notation", "OCDS", "Terms"],
            exclude: ["Fixtures"]),

        // L2: fold, conformed copy, redline, validation. Pure.
        .target(
            name: "Ledger",
            dependencies: [
                "Amendments", "Notation", "Terms",
                .product(name: "Algorithms", package: "swift-algorithms"),
            ]
        ),
        .testTarget(
            name: "LedgerTests",
            dependencies: [
                "Amendments", "DeedbookTesting", "Effort", "EventStore", "Ledger",
                "StoreConformance", "Notation", "Questions", "Terms", "Transparency",
            ]
        ),

        // L2: the store's promises and stored bytes; what audits them.
        .target(
            name: "EventStore",
            dependencies: ["Amendments", "Ledger", "Notation", "Terms", "Transparency"]
        ),
        .target(
            name: "Audit",
            dependencies: [
                "Amendments", "EventStore", "Ledger", "Notation", "Terms", "Transparency",
            ]
        ),

        // L2: one kind of answer each, over what the ledger reads. Pure.
        .target(name: "Conflicts", dependencies: ["Amendments", "Ledger", "Terms"]),
        .testTarget(
            name: "ConflictsTests",
            dependencies: [
                "Amendments", "Conflicts", "DeedbookTesting", "Effort", "Ledger", "Terms",
            ]
        ),

        .target(
            name: "Deadlines",
            dependencies: [
                "Amendments", "Ledger", "Terms",
                .product(name: "Algorithms", package: "swift-algorithms"),
            ]
        ),
        .testTarget(
            name: "DeadlinesTests",
            dependencies: [
                "Amendments", "Deadlines", "DeedbookTesting", "Effort", "Ledger", "Terms",
            ]
        ),

        .target(
            name: "Payments",
            dependencies: ["Amendments", "Ledger", "Notation", "Terms"]
        ),
        .testTarget(
            name: "PaymentsTests",
            dependencies: [
                "Amendments", "DeedbookTesting", "Effort", "Journal", "Ledger", "Notation",
                "Payments", "Terms",
            ]
        ),

        .target(
            name: "Portfolio",
            dependencies: ["Amendments", "EventStore", "Ledger", "Notation", "Terms"]
        ),
        .testTarget(
            name: "PortfolioTests",
            dependencies: [
                "Amendments", "DeedbookTesting", "Effort", "EventStore", "Ledger", "Portfolio",
                "Questions", "Terms",
            ]
        ),

        // L3: the book, and what a person may ask of it, in types.
        .target(
            name: "Questions",
            dependencies: [
                "Amendments", "Conflicts", "Deadlines", "EventStore", "Ledger", "Notation",
                "Payments", "Portfolio", "Terms",
            ]
        ),
        .testTarget(
            name: "QuestionsTests",
            dependencies: [
                "Amendments", "Conflicts", "Deadlines", "DeedbookTesting", "Effort", "EventStore",
                "Ledger", "Notation", "Payments", "Portfolio", "Questions", "Terms", "Transparency",
            ]
        ),

        // L3: the clock of the system, and which day it is in a zone.
        .target(name: "SystemTime", dependencies: ["Questions", "Terms"]),

        // L3: stores, journal, rendering, tests to call.
        .target(name: "SQLiteGuards"),

        .target(name: "NewFileSignals"),

        .target(name: "NewFiles", dependencies: ["NewFileSignals"]),
        .testTarget(name: "NewFilesTests", dependencies: ["NewFiles"]),

        .target(
            name: "StoreSQLite",
            dependencies: [
                "Amendments", "Audit", "EventStore", "Ledger", "NewFiles", "Notation", "Portfolio",
                "SQLiteGuards", "Terms", "Transparency",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "StoreSQLiteTests",
            dependencies: [
                "Amendments", "Audit", "Conflicts", "Deadlines", "DeedbookTesting", "Effort",
                "EventStore", "Ledger", "Notation", "Payments", "Portfolio", "Questions",
                "Rendering", "StoreConformance", "StoreSQLite", "Subprocesses", "Terms",
                "Transparency",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),

        .target(
            name: "StoreConformance",
            dependencies: [
                "Amendments", "Audit", "EventStore", "Ledger", "Notation", "Terms", "Transparency",
            ]
        ),

        .target(
            name: "Journal",
            dependencies: [
                "Amendments", "Clauses", "Ledger", "Notation", "Terms", "Transparency",
                .product(name: "Algorithms", package: "swift-algorithms"),
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        .testTarget(
            name: "JournalTests",
            dependencies: [
                "Amendments", "DeedbookTesting", "Effort", "EventStore", "Journal", "Ledger",
                "Notation", "Questions", "Subprocesses", "Terms",
            ]
        ),

        .target(
            name: "Rendering",
            dependencies: [
                "Amendments", "Audit", "Conflicts", "Deadlines", "EventStore", "Ledger", "Notation",
                "Payments", "Portfolio", "Questions", "Terms", "Transparency",
                .product(name: "Algorithms", package: "swift-algorithms"),
                .product(name: "Mustache", package: "swift-mustache"),
            ]
        ),
        .testTarget(
            name: "RenderingTests",
            dependencies: [
                "Amendments", "DeedbookTesting", "EventStore", "Journal", "Ledger", "Notation",
                "Portfolio", "Questions", "Rendering", "Subprocesses", "Terms",
            ]
        ),

        // Every reader of a term's life, asked side by side.
        .testTarget(
            name: "ReadersTests",
            dependencies: [
                "Amendments", "Conflicts", "Deadlines", "DeedbookTesting", "Effort", "Ledger",
                "Payments", "Portfolio", "Rendering", "Terms",
            ]
        ),

        .target(
            name: "DeedbookTesting",
            dependencies: ["Amendments", "Journal", "Ledger", "Notation", "Terms"]
        ),
        .testTarget(
            name: "DeedbookTestingTests",
            dependencies: [
                "Amendments", "Conflicts", "Deadlines", "DeedbookTesting", "Effort", "EventStore",
                "Ledger", "Notation", "Payments", "Portfolio", "Questions", "Terms",
            ],
            exclude: ["Clauses", "Harbor"]
        ),

        .target(
            name: "Witness",
            dependencies: [
                "Transparency",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]
        ),
        .testTarget(
            name: "WitnessTests",
            dependencies: ["StoreSQLite", "Transparency", "Witness"]
        ),

        // L4: the subcommands; knows EventStore, no backend.
        .target(
            name: "DeedbookCommands",
            dependencies: [
                "Amendments", "Audit", "Clauses", "Conflicts", "EventStore", "Journal", "Ledger",
                "NewFiles", "Notation", "OCDS", "Payments", "Portfolio", "Questions", "Rendering",
                "SystemTime", "Terms", "Transparency",
                .product(name: "Algorithms", package: "swift-algorithms"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .testTarget(
            name: "DeedbookCommandsTests",
            dependencies: [
                "Amendments", "Audit", "DeedbookCommands", "EventStore", "Journal", "Ledger",
                "Notation", "Questions", "Rendering", "StoreConformance", "StoreSQLite",
                "Subprocesses", "Terms", "Transparency", "Program",
            ],
            exclude: ["Golden", "second_verifier.py"]
        ),

        // L4: what `import Deedbook` gives.
        .target(
            name: "Deedbook",
            dependencies: [
                "Amendments", "Conflicts", "Deadlines", "EventStore", "Journal", "Ledger",
                "Notation", "Payments", "Portfolio", "Questions", "StoreSQLite", "SystemTime",
                "Terms", "Transparency",
            ]
        ),
        .testTarget(name: "DeedbookTests", dependencies: ["Deedbook", "Program", "Subprocesses"]),

        // L5: @main, picks the store. Its product is `deedbook`; a target of that name would share its folders with
        // `Deedbook` where file names have no case.
        .executableTarget(
            name: "Program",
            dependencies: [
                "DeedbookCommands", "EventStore", "StoreSQLite", "SystemTime", "Terms",
                "Transparency", "Witness",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        // Not part of the product: how work grows with its input, and inputs at random, for tests of that.
        .target(name: "Effort", path: "Tests/Effort"),

        // Not part of the product: how tests run other programs.
        .target(name: "Subprocesses", path: "Tests/Subprocesses"),
        .testTarget(name: "SubprocessesTests", dependencies: ["Program", "Subprocesses"]),

        // Not part of the product: what Tools/faults kills and starves.
        .executableTarget(
            name: "faultwriter",
            dependencies: [
                "Amendments", "Audit", "EventStore", "Ledger", "Questions", "StoreSQLite", "Terms",
            ],
            path: "Tools/Faultwriter"
        ),
        .testTarget(name: "FaultTests", dependencies: ["Program", "Subprocesses", "faultwriter"]),

        // Not part of the product: what Tools/benchmark runs.
        .executableTarget(
            name: "measurements",
            dependencies: [
                "Amendments", "EventStore", "Ledger", "StoreSQLite", "Notation", "Portfolio",
                "Questions", "Terms", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Tools/Measurements"
        ),

        // Not part of the product: hostile inputs, for Tools/fuzz and for a short run in the tests.
        .target(
            name: "Fuzzing",
            dependencies: [
                "Amendments", "Audit", "Effort", "EventStore", "Journal", "Ledger", "Notation",
                "OCDS", "Terms", "Transparency",
            ],
            path: "Tools/Fuzzing"
        ),
        .executableTarget(name: "fuzzer", dependencies: ["Fuzzing"], path: "Tools/Fuzzer"),
        .testTarget(
            name: "FuzzTests",
            dependencies: ["Effort", "Fuzzing", "Transparency"]
        ),
    ]
)

for target in package.targets {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
            .treatAllWarnings(as: .error),
        ]
    // Tools/test asks for it: the suite spends its time in our code, and unoptimized it takes twice as long. Tests
    // themselves and what others wrote stay as they are. No package that depends on this one sees these flags.
    if Context.environment["DEEDBOOK_OPTIMIZED"] != nil, target.type != .test {
        target.swiftSettings?.append(
            .unsafeFlags(["-O", "-whole-module-optimization", "-num-threads", "2"]))
    }
}
