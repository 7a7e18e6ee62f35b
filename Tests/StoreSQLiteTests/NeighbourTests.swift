import Amendments
import Conflicts
import DeedbookTesting
import Effort
import EventStore
import GRDB
import Ledger
import Questions
import StoreSQLite
import Terms
import Testing

/// The table of what agreements have in common: what it lets a store leave out changes no answer.
struct NeighbourTests {
    private static func grant(
        _ agreement: String, from grantor: String, to grantee: String,
        _ exclusivity: String = "exclusive"
    ) throws -> Recording {
        try PieceTableTests.recording(
            "grant-\(agreement)", on: "2020-01-01", of: agreement,
            """
            - agreement-recorded: { title: \(agreement), zone: UTC }
            - party-admitted: { party: \(grantor), name: \(grantor) }
            - party-admitted: { party: \(grantee), name: \(grantee) }
            - term-added:
                term: grant
                kind: license-grant
                set: { grantor: \(grantor), grantee: \(grantee), subject: Moulds, exclusivity: \(exclusivity) }
            """)
    }

    /// Agreements between a few parties, and what changes who has to do with whom.
    private static func recordings(seed: Int) throws -> [Recording] {
        var random = Seeded(UInt64(seed))
        func party() -> String { "p\(Int.random(in: 1...9, using: &random))" }
        func agreement() -> String { "a\(Int.random(in: 1...8, using: &random))" }
        let grants = try (1...8).map {
            try grant("a\($0)", from: party(), to: party(), "exclusive")
        }
        let later = try (1...12).map { number -> Recording in
            let events = [
                "- party-admitted: { party: \(party()), name: Later }",
                "- party-succeeded: { party: \(party()), successor: \(party()), name: Heir }",
                "- term-amended: { term: grant, set: { grantee: \(party()) } }",
                "- value-reported: { term: grant, field: grantee, value: \(party()) }",
                "- event-corrected: { event: grant-\(agreement())#4, reason: x, replacement: { term-added: "
                    + "{ term: grant, kind: license-grant, set: { grantor: \(party()), grantee: \(party()), "
                    + "subject: Moulds, exclusivity: sole } } } }",
                "- scope-defined: { scope: tools, within: [moulds] }",
                "- payload-redacted: { event: grant-\(agreement())#4, authority: x }",
            ]
            return try PieceTableTests.recording(
                "later-\(number)", on: "2021-01-01", of: agreement(),
                events[Int.random(in: events.indices, using: &random)])
        }
        return grants + later
    }

    @Test(arguments: 0..<20)
    func `conflicts of one agreement are those of a book that reads every agreement`(
        seed: Int
    ) async throws {
        let scratch = try Scratch()
        let (store, plain) = (
            try scratch.open(), InMemoryStore(clock: { Instant(microseconds: 0) })
        )
        for recording in try Self.recordings(seed: seed) {
            // What cannot be is taken by neither.
            guard (try? await plain.append(recording, by: "clerk", expecting: [:])) != nil else {
                continue
            }
            _ = try await store.append(recording, by: "clerk", expecting: [:])
        }
        #expect(await store.pieceFaults() == [])
        let (book, whole) = (Book(store: store), Book(store: plain))
        let days = ("2020-06-01" as Day)..."2022-06-01"
        for agreement in try await book.agreements(at: nil) {
            let view = try await book.reading(of: agreement, from: Vantage(on: "2022-01-01"))
            let event = try await store.events(of: agreement, through: nil)
            let ground = event.reduce(into: Set<CommonGround>()) { $0.formUnion($1.commonGround) }
            for party in view.state.parties.keys { #expect(ground.contains(.party(party))) }
            let (own, other) = (
                try await book.conflicts(of: [agreement], from: Vantage(on: .first), over: days),
                try await whole.conflicts(of: [agreement], from: Vantage(on: .first), over: days)
            )
            #expect(own.read == other.read)
            for part in [\ConflictReport.conflicts, \.settled, \.faint, \.gaps] {
                #expect(own[keyPath: part].map(\.rule) == other[keyPath: part].map(\.rule))
                #expect(own[keyPath: part].map(\.days) == other[keyPath: part].map(\.days))
            }
            #expect(own.hidden == other.hidden)
        }
    }

    @Test func `an agreement far off is not read`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        for recording in [
            try Self.grant("near", from: "a", to: "b"),
            try Self.grant("nearer", from: "a", to: "c"),
            try Self.grant("far", from: "d", to: "e"),
        ] {
            _ = try await store.append(recording, by: "clerk", expecting: [:])
        }
        let near = try #require(try await store.neighbours(on: [.party("a"), .vocabulary]))
        #expect(near.map(\.id) == ["near", "nearer"])
        #expect(near.map(\.version) == [4, 4])
        #expect(near.map(\.begins) == [Position(1), Position(5)])
        let report = try await Book(store: store).conflicts(
            of: ["near"], from: Vantage(on: .first), over: ("2021-01-01" as Day)..."2021-01-01")
        #expect(report.read == ["near", "nearer"])
        #expect(report.conflicts.map(\.rule) == [.doubleExclusive])
    }

    @Test func `a book of before has none, and answers`() async throws {
        let scratch = try Scratch()
        try await PieceTableTests.told(scratch.open())
        try await scratch.raw().write { db in try db.execute(sql: "DROP TABLE common") }
        let old = try scratch.open(.readOnly)
        #expect(try await old.neighbours(on: [.party("a")]) == nil)
        let report = try await Book(store: old).conflicts(
            of: ["story"], from: Vantage(on: .first), over: ("2021-01-01" as Day)..."2021-01-01")
        #expect(report.read == ["story"])
    }

    @Test func `drafts are among the neighbours`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        _ = try await store.append(
            try Self.grant("near", from: "a", to: "b"), by: "clerk", expecting: [:])
        let book = try await Book(store: store).proposing(
            [try Self.grant("draft", from: "a", to: "c")], by: "clerk",
            at: Instant(microseconds: 0))
        let report = try await book.conflicts(
            of: ["near"], from: Vantage(on: .first), over: ("2021-01-01" as Day)..."2021-01-01")
        #expect(report.read == ["draft", "near"])
        #expect(report.conflicts.map(\.rule) == [.doubleExclusive])
    }
}
