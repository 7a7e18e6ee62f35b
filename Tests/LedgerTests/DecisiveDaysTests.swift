import Amendments
import DeedbookTesting
import Effort
import Ledger
import Terms
import Testing

/// What decides an answer about some days, folded, gives the answer that the whole history gives.
struct DecisiveDaysTests {
    private static let agreement: AgreementID = "story"

    /// A random history of everything, among plain amendments of two terms: of a fee that has no other, and of one
    /// of which other things are said too.
    ///
    /// - Parameter isRising: whether most plain amendments take effect after those before.
    static func history(seed: Int, isRising: Bool = false) throws -> [RecordedEvent] {
        var random = Seeded(UInt64(seed) &+ 7_000)
        let grown = try RandomHistory(seed: seed, length: 8, revises: true).recordings
        func day() -> Day {
            Day("2020-01-02").adding(days: Int.random(in: 0...2200, using: &random))
        }
        let starts = ["", ", starts: { upon: merger }", ", starts: { on: 2020-06 }"][seed % 3]
        let dues = chapter(
            "dues", "2020-01-03",
            "- term-added: { term: dues, kind: fee, set: { payer: a, payee: b, amount: USD 1, per: P1Y\(starts) } }"
        )
        let isNumbered = seed.isMultiple(of: 4)
        let steps = (1...14).map { number -> String in
            // Half-way, one in five is restated under another id.
            if seed.isMultiple(of: 5), number == 7 { return Self.restatement(on: day()) }
            let own = seed.isMultiple(of: 5) && number > 7 ? "charge" : "dues"
            let term = Int.random(in: 0..<5, using: &random) == 0 ? "fee" : own
            let fields = ["amount: USD \(Int.random(in: 1...3, using: &random))", "per: P1M"]
            let sides = ["payer: b", "payee: a", "payer: a", "payee: b"]
            let set =
                switch Int.random(in: 0..<8, using: &random) {
                case 0, 1: fields.joined(separator: ", ")
                case 2: sides[Int.random(in: 0..<4, using: &random)]
                default: fields[Int.random(in: 0..<5, using: &random) / 4]
                }
            let effective =
                isRising
                ? Day("2020-01-02").adding(
                    days: number * 150 + Int.random(in: 0..<250, using: &random)) : day()
            return chapter(
                "plain-\(number)", "\(effective)", signed: "\(isRising ? effective : day())",
                disclosed: "\(day())",
                number: isNumbered
                    ? isRising
                        ? number + Int.random(in: 0...2, using: &random)
                        : Int.random(in: 1...40, using: &random) : nil,
                "- term-amended: { term: \(term), set: { \(set) } }")
        }
        var plain = try DeedbookTesting.recordings(yaml: [dues] + steps)
        var recordings = [grown[0], plain.removeFirst()]
        var rest = Array(grown.dropFirst())
        while !plain.isEmpty || !rest.isEmpty {
            let takesPlain = rest.isEmpty || !plain.isEmpty && Bool.random(using: &random)
            recordings.append(takesPlain ? plain.removeFirst() : rest.removeFirst())
        }
        return Story(recordings).events
    }

    private static func restatement(on day: Day) -> String {
        chapter(
            "restated", "\(day)", disclosed: "\(day)",
            """
            - agreement-restated:
                terms:
                  - { term: charge, kind: fee, set: { payer: a, payee: b, amount: USD 2, per: P1Y } }
                moved: { dues: charge }
            """)
    }

    private static func ends(of history: [RecordedEvent]) -> [Position] {
        zip(history, history.dropFirst()).compactMap { event, next in
            event.recording.key == next.recording.key ? nil : event.position
        } + [history[history.count - 1].position]
    }

    @Test(arguments: 0..<Rounds.of(60))
    func `from every vantage, copies, redlines and histories are those of the fold`(
        seed: Int
    ) throws {
        let history = try Self.history(seed: seed)
        var random = Seeded(UInt64(seed))
        let index = StepIndex(of: history)
        for _ in 0..<10 {
            let days = (0..<2).map { _ in
                Day("2020-01-02").adding(days: Int.random(in: -10...2300, using: &random))
            }.sorted()
            let position = try #require(Self.ends(of: history).randomElement(using: &random))
            let disclosed =
                Bool.random(using: &random)
                ? nil
                : Day("2020-01-02").adding(days: Int.random(in: 0...2300, using: &random))
            let vantage = Vantage(on: days[0], disclosedBy: disclosed, recordedAt: position)
            let term = (["fee", "dues", "charge", "grant"] as [TermID]).randomElement(
                using: &random)
            let decisive = StepSelection(index: index, history: history)
                .events(on: DecisiveDays(days[0]...days[1], wholeTerm: term), from: vantage)
            let (all, some) = (Told(history, vantage), Told(decisive, vantage))
            #expect(some.copy(on: days[0]) == all.copy(on: days[0]), "\(seed) \(vantage)")
            #expect(some.copy(on: days[1]) == all.copy(on: days[1]), "\(seed) \(vantage)")
            #expect(some.redline(days) == all.redline(days), "\(seed) \(vantage) \(days)")
            #expect(some.steps(days) == all.steps(days), "\(seed) \(vantage) \(days)")
            if let term {
                #expect(some.view.history(of: term) == all.view.history(of: term), "\(seed)")
            }
        }
    }

    @Test(arguments: 0..<Rounds.of(60))
    func
        `lines added recording by recording are those of the whole history, and steps never come back`(
            seed: Int
        ) throws
    {
        let history = try Self.history(seed: seed)
        var index = StepIndex()
        var lines: Set<StepLine> = []
        for end in Self.ends(of: history) {
            let first = lines.map(\.position.number).max() ?? 0
            let change = index.add(
                history.filter { $0.position.number > first && $0.position <= end })
            #expect(lines.isSuperset(of: change.removed))
            lines.subtract(change.removed)
            #expect(lines.isDisjoint(with: change.added))
            #expect(
                change.added.allSatisfy { line in
                    line.cell == nil || !lines.contains { $0.position == line.position }
                })
            lines.formUnion(change.added)
            #expect(lines == Set(index.lines))
        }
        #expect(lines == Set(StepIndex(of: history).lines))
    }

    @Test func `of two hundred amendments of one field a day rests on three`() throws {
        let amendments = (1...200).map { number in
            chapter(
                "a\(number)", Day("2020-01-02").adding(days: number).description,
                amends("amount: USD \(number)"))
        }
        let history = try Story(
            DeedbookTesting.recordings(yaml: [firstChapter(fee())] + amendments)
        ).events
        let vantage = Vantage(on: "2020-05-01", recordedAt: history[history.count - 1].position)
        let decisive = StepSelection(index: StepIndex(of: history), history: history)
            .events(on: DecisiveDays(vantage.on...vantage.on), from: vantage)
        // The opening, what governs, what comes next, and the one after, which reads otherwise.
        #expect(decisive.count == firstEvents(of: history) + 3)
        #expect(
            Told(decisive, vantage).copy(on: vantage.on)
                == Told(history, vantage).copy(on: vantage.on))
    }

    private func firstEvents(of history: [RecordedEvent]) -> Int {
        history.prefix { $0.recording.key == history[0].recording.key }.count
    }
}

/// What is read off events from one vantage.
private struct Told {
    let view: AgreementView

    init(_ history: [RecordedEvent], _ vantage: Vantage) {
        view = AgreementView(
            "story", history: history, from: vantage,
            resolvedTo: vantage.recordedAt ?? history[history.count - 1].position,
            countsLater: false)
    }

    func copy(on day: Day) -> ConformedCopy {
        var copy = view.on(day).copy()
        copy.resolved.hiddenByDisclosure = 0
        return copy
    }

    private func redliner(_ days: [Day]) -> Redliner {
        Redliner(
            from: .init(reading: view.reading, copy: copy(on: days[0])),
            to: .init(reading: view.reading, copy: copy(on: days[1])))
    }

    func redline(_ days: [Day]) -> Redline { redliner(days).redline() }

    func steps(_ days: [Day]) -> [Redline] { redliner(days).steps() }
}

/// Reads from an index what decides an answer.
struct StepSelection {
    let index: StepIndex
    let history: [RecordedEvent]

    func events(on days: DecisiveDays, from vantage: Vantage) -> [RecordedEvent] {
        let events = Dictionary(uniqueKeysWithValues: history.map { ($0.position, $0) })
        let kinds = history.flatMap(\.event.payload.addedTerms).reduce(into: [TermID: TermKind]()) {
            $0[$1.term] = $1.kind
        }
        let cells = Dictionary(grouping: index.lines.filter { $0.cell != nil }, by: \.cell)
        var positions = Set(index.lines.filter { $0.cell == nil }.map(\.position))
        for (cell, all) in cells {
            let lines = all.filter { line in events[line.position].map(vantage.sees) ?? false }
                .sorted(by: StepLine.precedes)
            guard let cell, cell.term != days.wholeTerm else {
                positions.formUnion(lines.map(\.position))
                continue
            }
            var walk = StepWalk(
                governing: lines.last { $0.begins <= days.days.lowerBound },
                through: days.days.upperBound)
            for line in lines where line.begins > days.days.lowerBound {
                let isNeeded = walk.take(line) { position in
                    events[position]?.amended(cell.field, of: kinds[cell.term])
                }
                guard isNeeded else { break }
            }
            positions.formUnion(walk.positions)
        }
        let numbered = index.lines.filter { line in
            line.number > 0 && events[line.position].map(vantage.sees) ?? false
        }
        let highest = numbered.min { ($1.number, $0.position) < ($0.number, $1.position) }
        if let highest { positions.insert(highest.position) }
        return history.filter { positions.contains($0.position) }
    }
}
