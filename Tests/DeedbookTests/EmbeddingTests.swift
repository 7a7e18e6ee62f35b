import Deedbook
import Foundation
import Testing

/// A book as a program embeds it, with nothing imported but `Deedbook`.
struct EmbeddingTests {
    private static let licence = """
        recording: 2025-01-10-licence
        agreement: acme-lumen
        instrument: { kind: definitive, title: Licence, signed: 2025-01-10, effective: { on: 2025-02-01 } }
        disclosed: 2025-01-10
        sources:
          - { id: contract, grade: executed-text, publisher: the parties }
        events:
          - agreement-recorded: { title: Acme and Lumen, zone: Europe/Berlin }
          - party-admitted: { party: acme, name: Acme GmbH, role: licensor }
          - party-admitted: { party: lumen, name: Lumen SA, role: licensee }
          - term-added:
              term: license.lenses
              kind: license-grant
              set: { grantor: acme, grantee: lumen, subject: lenses, ends: { through: 2025-12-31 } }
          - term-added:
              term: royalty.lenses
              kind: royalty
              set: { payer: lumen, payee: acme, rate: 4% of net sales, per: P1Q }
        """

    private static let royalty = TermAmended(
        term: "royalty.lenses", set: RawFields(["rate": Node.string("3% of net sales")]))

    /// The same made in code: the royalty falls to 3%.
    private static let amendment = Recording(
        key: "2025-06-01-amendment", agreement: "acme-lumen",
        instrument: Instrument(
            kind: .amendment, title: "Amendment", effective: .on("2025-07-01")),
        disclosed: "2025-06-01",
        sources: [Source(id: "amendment", grade: .executedText, publisher: "the parties")],
        events: [Event(stating: royalty)])

    private static func given() async throws -> Book {
        let book = Book.inMemory()
        try await book.record(yaml: licence, by: "ana")
        try await book.record(amendment, by: "ana")
        return book
    }

    @Test func `a file is made, written to, and opened again to be read`() async throws {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-embedding-\(UUID().uuidString).deedbook").path
        defer {
            for end in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: path + end)
            }
        }
        #expect(throws: DeedbookError.self) { try Book.open(path: path) }
        #expect(!FileManager.default.fileExists(atPath: path))

        let made = try Book.create(path: path)
        let receipt = try await made.record(yaml: Self.licence, by: "ana")
        #expect(receipt.first == Position(1) && receipt.last == Position(5))

        let read = try Book.open(path: path)
        #expect(try await read.head() == Position(5))
        await #expect(throws: DeedbookError.self) {
            try await read.record(Self.amendment, by: "ana")
        }

        let writable = try Book.open(path: path, writable: true)
        try await writable.record([Self.amendment], by: "ana")
        #expect(try await read.head() == Position(6))
    }

    @Test func `a recording has the instant of the clock that the book is given`() async throws {
        let instant = try #require(Instant("2025-06-02T09:00:00Z"))
        let book = Book.inMemory(clock: { instant })
        let receipt = try await book.record(yaml: Self.licence, by: "ana")
        #expect(receipt.recordedAt == instant)
        // Whose clock says years later is asked about it.
        let leap = try #require(Instant("2029-01-01T00:00:00Z"))
        await #expect(throws: DeedbookError.clockAhead(now: leap, last: instant, at: Position(5))) {
            try await book.record([Self.amendment], by: "ana", at: leap)
        }
    }

    @Test func `terms, redline and reasons are asked without a moment`() async throws {
        let book = try await Self.given()
        let terms = try await book.answer(TermsQuestion(of: "acme-lumen", on: "2025-07-01"))
        let rate = terms.content.copy.term("royalty.lenses")?.field(.rate)?.agreed
        #expect(rate?.displayText == "3% of net sales")

        let redline = try await book.answer(
            DiffQuestion(of: "acme-lumen", from: "2025-06-30", to: "2025-07-01"))
        // It was disclosed before, and took effect between the two days.
        #expect(redline.content.lines.map(\.classification) == [.scheduledStep])
        let cause = try #require(redline.content.lines.first?.causes.last)
        #expect(cause.recording.key == "2025-06-01-amendment")
        #expect(cause.event.statement as? TermAmended == Self.royalty)

        let why = try await book.answer(
            WhyQuestion(Subject("royalty.lenses", field: .rate), of: "acme-lumen", on: "2025-07-01")
        )
        #expect(
            why.content.explanation.events.contains { $0.recording.key == "2025-06-01-amendment" })
    }

    @Test func `a calendar, a payment, conflicts and a search are asked in the same way`()
        async throws
    {
        let book = try await Self.given()
        let calendar = try await book.answer(
            CalendarQuestion(of: ["acme-lumen"], from: "2025-12-01", to: "2025-12-31"))
        #expect(calendar.content.deadlines.contains { $0.term == "license.lenses" })

        let figures = try FiguresFile.read(
            "period,base,amount\n2025-07/2025-09,net sales,EUR 1000.00\n")
        let payable = try await book.answer(
            PayableQuestion("royalty.lenses", of: "acme-lumen", figures: figures))
        #expect(payable.content.payable.currency.code == "EUR")
        // The quarters of the term do not begin with those of the year.
        #expect(payable.content.payable.agreed.lines.count == 2)

        let conflicts = try await book.answer(ConflictsQuestion(days: .on("2025-07-01")))
        #expect(conflicts.content.conflicts.isEmpty)

        let found = try await book.answer(
            FindQuestion(try TermPredicate("kind = royalty"), on: "2025-07-01"))
        #expect(found.content.matches.map(\.id) == ["royalty.lenses"])
    }

    @Test func `what cannot be read is refused with its line, and nothing is recorded`()
        async throws
    {
        let book = Book.inMemory()
        let broken = Self.licence.replacing("kind: royalty", with: "kind: roialty")
        let refused = await #expect(throws: DeedbookError.self) {
            try await book.record(yaml: broken, by: "ana")
        }
        #expect(refused?.kind == .invalid)
        #expect(refused?.problems().compactMap(\.mark?.line) == [17])
        #expect(try await book.head() == Position(0))

        let missing = await #expect(throws: DeedbookError.self) {
            try await book.record(contentsOf: "no/such/folder", by: "ana")
        }
        #expect(missing?.kind == .missing)
    }
}
