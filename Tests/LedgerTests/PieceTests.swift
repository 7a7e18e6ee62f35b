import Amendments
import DeedbookTesting
import Effort
import Ledger
import Notation
import Terms
import Testing

/// Pieces against the conformed copies they stand for.
struct PieceTests {
    /// What the pieces and the conformed copy both say of one subject on a day.
    struct Answer: Hashable {
        var id: TermID
        var state: String
        var values: [String]
        var grade: SourceGrade?
        var isReported: Bool
        var governing: Position?
    }

    /// What a conformed copy answers, without a word of the code under test.
    static func answers(of copy: ConformedCopy) throws -> [String: Answer] {
        var answers: [String: Answer] = [:]
        for term in copy.terms {
            answers["\(term.identity) #status"] = Answer(
                id: term.id, state: term.status.rawValue, values: [], grade: nil,
                isReported: false, governing: term.causes.first?.position)
            let waiting = term.conditionalChanges.sorted { $0.event.position < $1.event.position }
            if let first = waiting.first {
                answers["\(term.identity) #waiting"] = Answer(
                    id: term.id, state: "conditional",
                    values: waiting.map { "\($0.event.position.number) \($0.effect.word.rawValue)" }
                        .sorted(),
                    grade: nil, isReported: false, governing: first.event.position)
            }
            for field in term.fields {
                if let best = field.competing.first,
                    let schema = term.kind.definition.field(field.name)
                {
                    answers["\(term.identity) \(field.name)#reports"] = Answer(
                        id: term.id, state: "reported",
                        values: field.competing.compactMap { report in
                            report.value.map {
                                "\(report.event?.position.number ?? 0) \(report.grade.rawValue) "
                                    + written($0, schema)
                            }
                        }, grade: best.grade, isReported: true, governing: best.event?.position)
                }
                let schema = try #require(term.kind.definition.field(field.name))
                let values = field.isIndeterminate ? field.candidates.map(\.value) : [field.value]
                answers["\(term.identity) \(field.name)"] = Answer(
                    id: term.id,
                    state: field.isIndeterminate ? "indeterminate" : word(of: field.value),
                    values: values.map { $0.map { written($0, schema) } ?? "null" },
                    grade: field.grade, isReported: field.isReported,
                    governing: field.governing.position)
            }
        }
        return answers
    }

    static func answers(of pieces: [TermPiece], on day: Day) throws -> [String: Answer] {
        var answers: [String: Answer] = [:]
        for piece in pieces where piece.days.contains(day) {
            let key = "\(piece.term) \(piece.subject.text)"
            #expect(answers[key] == nil, "two pieces of \(key) on \(day)")
            answers[key] = Answer(
                id: piece.id, state: piece.state.rawValue, values: try values(of: piece),
                grade: piece.subject == .status || piece.subject == .waiting ? nil : piece.grade,
                isReported: piece.isReported,
                governing: governing(of: piece))
        }
        return answers
    }

    /// The event it comes from; of the changes that wait, the first.
    private static func governing(of piece: TermPiece) -> Position? {
        guard case .waiting(let changes) = piece.answer else { return piece.governing }
        return changes.map(\.governing).min()
    }

    private static func values(of piece: TermPiece) throws -> [String] {
        func written(_ value: ValueState) throws -> String {
            let name = try #require(piece.subject.field)
            return Self.written(value, try #require(piece.kind.definition.field(name)))
        }
        switch piece.answer {
        case .status: return []
        case .value(let value): return [try written(value)]
        case .oneOf(let values): return try values.map { try $0.map(written) ?? "null" }
        case .reports(let reports):
            return try reports.map {
                "\($0.governing.number) \($0.grade.rawValue) \(try written($0.value))"
            }
        case .places(let places):
            return places.map { "\($0.party) \($0.successors) \($0.isCertain) \($0.formerNames)" }
        case .waiting(let changes):
            return changes.map { "\($0.governing.number) \($0.effect.word.rawValue)" }.sorted()
        }
    }

    private static func written(_ value: ValueState, _ schema: FieldSchema) -> String {
        CanonicalJSON.text(of: schema.codec.encode(value))
    }

    private static func word(of value: ValueState) -> String {
        switch value {
        case .stated: "stated"
        case .between: "between"
        case .about: "about"
        case .redacted: "redacted"
        case .undisclosed: "undisclosed"
        case .unknown: "unknown"
        case .silent: "silent"
        case .none: "none"
        case .sameAs: "same-as"
        }
    }
}

extension PieceTests {
    /// Where recordings end.
    static func boundaries(of story: Story) -> [Position] {
        let events = story.events
        return events.indices.filter {
            $0 + 1 == events.count || events[$0 + 1].recording.key != events[$0].recording.key
        }.map { events[$0].position }
    }

    static func reading(of story: Story, at position: Position) -> AgreementReading {
        let vantage = Vantage(on: "2020-01-01", recordedAt: position)
        return AgreementReading("story", history: story.events, from: vantage)
    }

    @Test(arguments: 0..<16)
    func `on every day pieces say what the conformed copy says`(_ seed: Int) throws {
        let story = try RandomHistory(seed: seed, length: 9, revises: seed % 2 == 1).story
        let kept = PieceHistory.pieces(of: "story", history: story.events) { _ in nil }
        var random = Seeded(UInt64(seed))
        for position in Self.boundaries(of: story) {
            let reading = Self.reading(of: story, at: position)
            let pieces = Pieces.of(reading)
            let known = kept.filter { $0.isKnown(at: position) }.map(\.piece)
            #expect(Set(known) == Set(pieces), "seed \(seed) at \(position)")
            #expect(known.count == pieces.count)
            for _ in 0..<12 {
                let day = Day("2019-06-01").adding(days: Int.random(in: 0...2800, using: &random))
                let moment = story.on(day, recordedAt: position.number)
                let expected = try Self.answers(of: moment.copy)
                let found = try Self.answers(of: pieces, on: day)
                #expect(found == expected, "seed \(seed) at \(position) on \(day)")
            }
        }
    }

    @Test(arguments: 0..<Rounds.of(100))
    func `recording by recording the pieces stay those of the whole agreement`(_ seed: Int) {
        let story = Story(
            [Sample.opened(0, from: CivilDate(OracleTests.epoch))]
                + OracleTests.changes(UInt64(seed)).map(OracleTests.recording))
        let kept = PieceHistory.pieces(of: "story", history: story.events) { _ in nil }
        for position in Self.boundaries(of: story) {
            let known = kept.filter { $0.isKnown(at: position) }.map(\.piece)
            let pieces = Pieces.of(Self.reading(of: story, at: position))
            #expect(Set(known) == Set(pieces), "seed \(seed) at \(position)")
        }
    }

    @Test(arguments: 0..<40)
    func `a number that puts earlier instruments in another order changes their pieces`(
        _ seed: Int
    ) {
        var random = Seeded(UInt64(seed))
        let day = CivilDate(OracleTests.epoch)
        let amendments = (1...6).shuffled(using: &random).map { number in
            let signed = OracleTests.epoch.adding(days: Int.random(in: 0...9, using: &random))
            return Sample.amended(
                RecordingKey("number-\(number)") ?? "number", to: number, from: "2025-03-01",
                number: Bool.random(using: &random) ? number : nil, signed: CivilDate(signed))
        }
        let story = Story([Sample.opened(0, from: day)] + amendments)
        let kept = PieceHistory.pieces(of: "story", history: story.events) { _ in nil }
        for position in Self.boundaries(of: story) {
            let known = kept.filter { $0.isKnown(at: position) }.map(\.piece)
            let pieces = Pieces.of(Self.reading(of: story, at: position))
            #expect(Set(known) == Set(pieces), "seed \(seed) at \(position)")
        }
    }

    private func dollars(_ amount: String) throws -> TermPiece.Answer {
        .value(.stated(.money(try #require(Money("USD \(amount)")))))
    }

    @Test
    func `an amendment of one field leaves the pieces of all else alone`() throws {
        let story = try recordedStory(
            """
            \(fee("per: P1M"))
            \(duration)
            """, chapter("more", "2021-01-01", amends("amount: USD 20")))
        var keeper = PieceKeeper("story", history: story.at(5).events)
        let added = keeper.add(Array(story.events.dropFirst(5)))
        let change = try #require(added)
        #expect(change.closed.map(\.answer) == [try dollars("10")])
        #expect(change.opened.map(\.answer) == [try dollars("10"), try dollars("20")])
        #expect(change.opened.map(\.days.from) == [.first, "2021-01-01"])
        #expect(change.opened.map(\.days.to) == ["2021-01-01", nil])
    }

    @Test
    func `an event that acts on others has the agreement read again`() throws {
        let correction = RecordEventTests.corrected("raise#1", to: "amount: USD 11")
        let story = try recordedStory(
            fee(), chapter("raise", "2020-06-01", amends("amount: USD 12")),
            chapter("right", "2021-01-01", correction))
        var keeper = PieceKeeper("story", history: story.at(5).events)
        #expect(keeper.add(Array(story.events.dropFirst(5))) == nil)
        let next = PieceKeeper("story", history: story.events)
        let change = PieceKeeper.change(from: keeper, to: next)
        #expect(change.opened.map(\.answer).contains(try dollars("11")))
        #expect(change.closed.map(\.answer).contains(try dollars("12")))
    }

    @Test
    func `no piece of any time keeps what was redacted later`() throws {
        let story = try recordedStory(
            fee(), chapter("secret", "2021-01-01", amends("amount: USD 99")),
            chapter("after", "2022-01-01", amends("amount: USD 20")),
            chapter("out", "2023-01-01", "- payload-redacted: { event: secret#1, authority: x }"))
        let kept = PieceHistory.pieces(of: "story", history: story.events) { _ in nil }
        #expect(!kept.map(\.piece.answer).contains(try dollars("99")))
        #expect(kept.map(\.piece.answer).contains(try dollars("20")))
        #expect(kept.contains { $0.piece.state == .redacted && $0.from == Position(5) })
    }

    /// Answers that turn on days on which nothing else governs: a report's own end, a step under a window, a
    /// reported limit, a start that waits.
    static let hidden = [
        firstChapter(
            """
            \(ConditionTests.merger)
            \(fee("per: undisclosed"))
            - term-added:
                term: grant
                kind: license-grant
                set:
                  grantor: a
                  grantee: b
                  subject: Moulds
                  exclusivity: exclusive
                  exclusive-until: undisclosed
            - term-added:
                term: later
                kind: fee
                set: { payer: a, payee: b, amount: USD 5, starts: { upon: merger } }
            """),
        chapter("step", "2021-09-01", signed: "2021-01-05", amends("per: undisclosed")),
        chapter(
            "window", "2021-06-01", signed: "2021-02-01",
            amends("per: undisclosed", "lasts: { through: 2021-12-31 }")),
        chapter(
            "said", "2021-01-01",
            """
            - value-reported: { term: fee, field: per, value: P1W }
            - value-reported: { term: grant, field: exclusive-until, value: { through: 2021-10-10 } }
            - value-reported:
                term: grant
                field: territories
                value: all
                lasts: { through: 2021-03-03 }
            """),
        chapter("raise", "2021-05-01", "- term-amended: { term: later, set: { amount: USD 6 } }"),
        chapter("met", "2021-04-04", "- condition-satisfied: { condition: merger }"),
        chapter(
            "renamed", "2021-07-07",
            """
            - term-moved: { term: fee, to: fee.monthly }
            - term-suspended: { term: later, lasts: { through: 2021-08-08 } }
            """),
        chapter("under-old-name", "2021-06-06", amends("amount: USD 11")),
        chapter("from-the-start", "2020-01-01", amends("amount: USD 12")),
        chapter(
            "over", "2021-11-11", "- agreement-terminated: { by: a, surviving: [fee.monthly] }"),
    ]

    @Test
    func `days on which an answer changes though nothing else governs begin pieces`() throws {
        let story = Story(try DeedbookTesting.recordings(yaml: Self.hidden))
        let kept = PieceHistory.pieces(of: "story", history: story.events) { _ in nil }
        for position in Self.boundaries(of: story) {
            let pieces = Pieces.of(Self.reading(of: story, at: position))
            #expect(Set(kept.filter { $0.isKnown(at: position) }.map(\.piece)) == Set(pieces))
            for offset in 0..<400 {
                let day = Day("2020-12-20").adding(days: offset)
                let expected = try Self.answers(of: story.on(day, recordedAt: position.number).copy)
                let found = try Self.answers(of: pieces, on: day)
                #expect(found == expected, "at \(position) on \(day)")
            }
        }
        let per = kept.filter { $0.to == nil && $0.piece.subject == .reports(.per) }.map(\.piece)
        #expect(per.contains { $0.isReported && $0.days.to != nil })
    }
}
