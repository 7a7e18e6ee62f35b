import Amendments
import DeedbookTesting
import Effort
import Ledger
import Terms
import Testing

/// What holds of every redline, over random histories and random pairs of vantages.
struct RedlineLawTests {
    /// A random history and two points in it.
    static func pair(_ seed: Int) -> (story: Story, from: StoryMoment, to: StoryMoment) {
        var random = Seeded(UInt64(seed) &+ 77)
        let changes = OracleTests.changes(UInt64(seed))
        let story = Story(
            [Sample.opened(0, from: CivilDate(OracleTests.epoch))]
                + changes.map(OracleTests.recording))
        func moment() -> StoryMoment {
            let day = OracleTests.epoch.adding(days: Int.random(in: 0...60, using: &random))
            let disclosed =
                Bool.random(using: &random)
                ? OracleTests.epoch.adding(days: Int.random(in: 0...60, using: &random)) : nil
            let recorded =
                Bool.random(using: &random)
                ? Int.random(in: 4...max(4, story.head.number), using: &random) : nil
            return story.on(day, disclosedBy: disclosed, recordedAt: recorded)
        }
        return (story, moment(), moment())
    }

    /// Applies lines one after the other, each where its `before` is what stands there.
    private static func patched(
        _ values: [FacetPath: ValueState], by lines: [RedlineLine]
    ) -> [FacetPath: ValueState] {
        var values = values
        var left = lines
        while let index = left.firstIndex(where: { values[$0.path] == $0.before }) {
            values[left[index].path] = left[index].after
            left.remove(at: index)
        }
        return left.isEmpty ? values : [:]
    }

    @Test(arguments: 0..<Rounds.of(150))
    func `a copy does not differ from itself`(_ seed: Int) {
        let (story, from, _) = Self.pair(seed)
        let redline = story.redline(from: from, to: from)
        #expect(redline.lines.isEmpty)
        #expect(redline.restated.isEmpty)
    }

    @Test(arguments: 0..<Rounds.of(150))
    func `read backwards it is the redline the other way round`(_ seed: Int) {
        let (story, from, to) = Self.pair(seed)
        let forward = story.redline(from: from, to: to).lines
        let backward = story.redline(from: to, to: from).lines
        func key(_ line: RedlineLine) -> String {
            "\(line.path) \(line.phase) \(line.before?.displayText ?? "-") \(line.after?.displayText ?? "-")"
        }
        #expect(
            forward.map { key($0.inverted) }.sorted() == backward.map(key).sorted(), "seed \(seed)")
    }

    @Test(arguments: 0..<Rounds.of(150))
    func `applied to the first copy it gives the second`(_ seed: Int) {
        let (story, from, to) = Self.pair(seed)
        let values = Self.patched(
            from.copy.facets.mapValues(\.value), by: story.redline(from: from, to: to).lines)
        #expect(values == to.copy.facets.mapValues(\.value), "seed \(seed)")
    }

    @Test(arguments: 0..<Rounds.of(150))
    func `every line names a cause`(_ seed: Int) {
        let (story, from, to) = Self.pair(seed)
        for line in story.redline(from: from, to: to).lines {
            #expect(!line.causes.isEmpty, "seed \(seed): \(line.path)")
        }
    }

    @Test(arguments: 0..<Rounds.of(60))
    func `folding event by event is folding them all`(_ seed: Int) {
        let story = Self.pair(seed).story
        var state = AgreementState(id: "story")
        for event in story.events {
            state.apply(event)
            let whole = story.at(event.position.number)
            let full = AgreementReading(
                "story", history: whole.events, from: Vantage(on: OracleTests.epoch))
            #expect(state.terms.keys == full.state.terms.keys)
            #expect(
                state.term(Sample.term)?.assertions == full.state.term(Sample.term)?.assertions,
                "seed \(seed) at \(event.position)")
        }
    }
}
