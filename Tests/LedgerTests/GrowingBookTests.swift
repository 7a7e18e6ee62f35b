import Amendments
import DeedbookTesting
import Effort
import EventStore
import Ledger
import Questions
import StoreConformance
import Terms
import Testing

/// Looking through many recordings at once finds what looking at each finds.
@Suite(.serialized) struct GrowingBookTests {
    /// Recordings that were right one after the other, in another order, so that many are wrong.
    private static func shuffled(_ seed: Int) throws -> [Recording] {
        var random = Seeded(UInt64(seed) &+ 77)
        let all = try RandomHistory(seed: seed, length: 14, revises: seed % 2 == 0).recordings
        return Array(all.prefix(1)) + all.dropFirst().shuffled(using: &random)
    }

    /// What is wrong with each recording after those before it.
    private static func violations(of yaml: [String]) throws -> [[Violation]] {
        var growing = GrowingAgreement("story", history: [])
        var end = 0
        return try recordings(yaml: yaml).map { recording in
            let header = RecordingHeader(
                of: recording, recorder: "ana", recordedAt: Instant(microseconds: 0))
            let new = recording.events(from: Position(end + 1), under: header)
            end += new.count
            return growing.add(new)
        }
    }

    @Test(arguments: 0..<60)
    func `each recording has the same problems as alone after those before it`(
        _ seed: Int
    ) throws {
        var history: [RecordedEvent] = []
        var growing = GrowingAgreement("story", history: [])
        for recording in try Self.shuffled(seed) {
            let header = RecordingHeader(
                of: recording, recorder: "ana", recordedAt: Instant(microseconds: 0))
            let new = recording.events(from: Position(history.count + 1), under: header)
            let alone = Validation.violations(
                of: "story", history: history + new, from: history.count)
            let found = growing.add(new)
            #expect(found == alone, "\(recording.key)")
            history += new
        }
    }

    @Test(arguments: [
        // A payee from later on, and the payer from earlier on.
        ["2023-01-01", amends("payee: c"), "2022-01-01", amends("payer: c")],
        // From a day that is known only by its month, or by when it was announced.
        ["2023-03", amends("payee: c"), "2022-01-01", amends("payer: c")],
        ["announced: 2023-01-01", amends("payee: c"), "2022-01-01", amends("payer: c")],
        // A term that reads as another later, which reads as the first earlier.
        [
            "2023-01-01", amends("amount: { same-as: other/amount }"), "2022-01-01",
            "- term-amended: { term: other, set: { amount: { same-as: fee/amount } } }",
        ],
        // A bound on a bound later, which is on the first earlier.
        [
            "2023-01-01", "- term-amended: { term: cap, set: { on: floor } }", "2022-01-01",
            "- term-amended: { term: floor, set: { on: cap } }",
        ],
    ])
    func `two amendments that cannot both hold are refused in either order`(
        _ rows: [String]
    ) throws {
        let first = firstChapter(
            """
            - party-admitted: { party: c, name: C }
            \(fee())
            - term-added: { term: other, kind: fee, set: { payer: a, payee: b, amount: USD 3 } }
            - term-added: { term: cap, kind: cap, set: { on: fee, amount: USD 5 } }
            - term-added: { term: floor, kind: floor, set: { on: fee, amount: USD 1 } }
            """)
        let later = chapter("later", rows[0], disclosed: "2024-01-01", rows[1])
        let earlier = chapter("earlier", rows[2], disclosed: "2024-01-01", rows[3])
        for order in [[later, earlier], [earlier, later]] {
            let found = try Self.violations(of: [first] + order)
            #expect(found.map(\.isEmpty) == [true, true, false], "\(found)")
        }
    }

    @Test func `a debt to oneself that begins when something for a time ends is refused`() throws {
        let found = try Self.violations(of: [
            firstChapter("- party-admitted: { party: c, name: C }\n" + fee()),
            chapter(
                "window", "2022-01-01",
                amends("payer: c", "lasts: { through: 2022-12-31 }")),
            chapter("bad", "2022-06-01", amends("payee: a")),
        ])
        #expect(found[0].isEmpty && found[1].isEmpty)
        #expect(
            found[2].map(\.message) == [
                "payer and payee of 'fee' are one party, 'a', on 2023-01-01"
            ])
    }

    @Test func `what is refused of new recordings alone is found in every one`() async throws {
        let clock = TestClock()
        var growing = GrowingBook(over: Book(store: InMemoryStore(clock: { clock.now() })))
        var found: [String] = []
        for recording in try recordings(yaml: [
            firstChapter(fee()), chapter("mark", "2021-01-01", amends("amount: DEM 20")),
            chapter("minus", "2022-01-01", amends("amount: USD -1")),
            chapter("fine", "2023-01-01", amends("amount: USD 30")),
        ]) {
            found += try await growing.add(recording, by: "ana").map(\.event.description)
        }
        #expect(found == ["mark#1", "minus#1"])
    }

    @Test func `what the store refuses is a reason, and nothing is added`() async throws {
        let clock = TestClock()
        let book = Book(store: InMemoryStore(clock: { clock.now() }))
        var growing = GrowingBook(over: book)
        let all = try recordings(yaml: [
            firstChapter(fee()), chapter("raise", "2022-01-01", amends("amount: USD 20")),
            chapter("order", "2023-01-01", "- payload-redacted: { event: none#1, authority: x }"),
            chapter("bad", "2022-02-01", "- term-removed: { term: fees }"),
            chapter("later", "2023-02-01", amends("amount: USD 30")),
        ])
        var found: [String] = []
        for recording in all {
            found += try await growing.add(recording, by: "ana").map {
                "\($0.event): \($0.message)"
            }
        }
        #expect(found == ["order#1: unknown event 'none#1'", "bad#1: unknown term 'fees'"])
        #expect(try await growing.add(all[1], by: "ana") == [])
        var other = all[1]
        other.disclosed = "2022-01-02"
        await #expect(throws: DeedbookError.self) { try await growing.add(other, by: "ana") }
        #expect(try await book.head().number == 7)
    }

    /// One agreement of so many recordings, each with ten terms.
    private static func additions(_ count: Int) -> [[RecordedEvent]] {
        var position = 1
        return (0..<count).map { number in
            var recording = recorded(
                RecordingKey("r\(number)") ?? "r", signed: "2020-01-01",
                effective: .on("2020-01-01"))
            if number == 0 {
                recording.events += [
                    Event(AgreementRecorded(title: "Story", zone: "UTC")),
                    Event(PartyAdmitted(party: "a", name: "A")),
                    Event(PartyAdmitted(party: "b", name: "B")),
                ]
            }
            recording.events += (0..<10).map { term in
                Event(
                    TermAdded(
                        term: TermID("t\(number)-\(term)") ?? "t", kind: .fee,
                        set: fields([.payer: "a", .payee: "b", .amount: "USD 10"])))
            }
            let header = RecordingHeader(
                of: recording, recorder: "ana", recordedAt: Instant(microseconds: 0))
            defer { position += recording.events.count }
            return recording.events(from: Position(position), under: header)
        }
    }

    @Test func `the work grows as the recordings`() {
        let growth = Growth.eightfold(25, of: Self.additions) { recordings in
            var growing = GrowingAgreement("story", history: [])
            let found = recordings.flatMap { growing.add($0) }
            #expect(found.isEmpty, "\(found.first?.message ?? "")")
        }
        #expect(Growth.isLinear(growth), "eight times the recordings take \(growth) times the work")
    }
}
