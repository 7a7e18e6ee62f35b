import Amendments
import DeedbookTesting
import EventStore
import Ledger
import Questions
import Terms
import Testing

/// The redlines of the invented licence, and what a book refuses to add to it.
struct HarborRedlineTests {
    let story: Story

    init() throws { story = try given(folder: HarborTests.folder) }

    /// `path: before → after`, the way the expectations are written.
    private func lines(_ from: StoryMoment, _ to: StoryMoment) -> [String] {
        story.redline(from: from, to: to).lines.map { line in
            let before = line.before?.displayText ?? "nothing"
            let after = line.after?.displayText ?? "nothing"
            return "\(line.path): \(before) → \(after)"
        }
    }

    @Test func `two amendments take effect on one day`() {
        let found = lines(story.on("2024-06-30"), story.on("2024-07-01"))
        #expect(
            found == [
                "fee.support.amount: EUR 18,000 → EUR 25,000",
                "royalty.lens-modules.rate: 4.5% of net sales → 5% of net sales",
            ])
    }

    @Test func `a step beneath the side letter is no difference`() {
        #expect(lines(story.on("2024-12-31"), story.on("2025-01-01")) == [])
    }

    @Test func `the end of the side letter names the window, the step and its correction`() {
        let redline = story.redline(from: story.on("2025-02-28"), to: story.on("2025-03-01"))
        #expect(redline.lines.map(\.path.description) == ["royalty.lens-modules.rate"])
        #expect(redline.lines.first?.before?.displayText == "3% of net sales")
        #expect(redline.lines.first?.after?.displayText == "6.5% of net sales")
        #expect(
            redline.lines.first?.causes.map(\.reference) == [
                "2024-10-20-harbor-temporary-rate#1", "2023-01-10-harbor-licence#8",
                "2025-06-02-harbor-rate-correction#1",
            ])
    }

    @Test func `scheduled steps come on their day`() {
        let redline = story.redline(from: story.on("2026-12-31"), to: story.on("2027-01-01"))
        #expect(
            lines(story.on("2026-12-31"), story.on("2027-01-01")) == [
                "distribution.north.exclusivity: exclusive → non-exclusive",
                "royalty.lens-modules.rate: 6.5% of net sales → 7% of net sales",
            ])
        #expect(redline.lines.map(\.classification) == [.scheduledStep, .scheduledStep])
    }

    @Test func `three terms end with 2029`() {
        let redline = story.redline(from: story.on("2029-12-31"), to: story.on("2030-01-01"))
        let ended = redline.lines.filter { $0.path.facet == FacetPath.status }
        #expect(
            ended.map(\.path.subject) == [
                .term("distribution.iberia"), .term("distribution.north"),
                .term("royalty.lens-modules"),
            ])
        #expect(ended.allSatisfy { $0.classification == .ended })
        #expect(Set(redline.lines.map(\.path.subject)) == Set(ended.map(\.path.subject)))
    }

    @Test func `what was learned on one day`() {
        let guarantee = story.redline(
            from: story.on("2024-03-01", disclosedBy: "2024-10-01"),
            to: story.on("2024-03-01", disclosedBy: "2024-10-02"))
        #expect(guarantee.lines.map(\.path.description) == ["royalty.lens-modules.minimum"])
        #expect(guarantee.lines.first?.after?.displayText == "EUR 400,000")
        #expect(guarantee.lines.map(\.phase) == [.learned])
        let rate = story.redline(
            from: story.on("2025-03-01", disclosedBy: "2025-06-01"),
            to: story.on("2025-03-01", disclosedBy: "2025-06-02"))
        #expect(rate.lines.map(\.path.description) == ["royalty.lens-modules.rate"])
        #expect(rate.lines.map(\.classification) == [.corrected])
    }

    /// An event of a recording agreed on 2025-07-01, and words of the reason why it is refused.
    @Test(arguments: [
        (
            "effective: { on: 2023-01-15 }, set: { rate: 1% of net sales }",
            "does not exist on 2023-01-15"
        ),
        (
            "effective: { on: 2030-02-01 }, set: { rate: 1% of net sales }",
            "has ended by 2030-02-01"
        ),
        (
            "effective: { on: 2026-01-01 }, set: { rate: 1% of net sales }, onward: { wipes: [] }",
            "does not acknowledge exactly what it wipes"
        ),
    ])
    func `is refused`(_ event: String, _ reason: String) throws {
        try withKnownIssue {
            _ = try addition(event)
        } matching: { issue in
            issue.description.contains(reason)
        }
    }

    private func addition(_ event: String) throws -> Story {
        let drafts = try recordings(yaml: [
            """
            recording: 2025-07-01-addition
            agreement: harbor-lumen
            instrument: { kind: amendment, title: Another, effective: { on: 2025-07-01 } }
            disclosed: 2025-07-01
            sources: [{ id: draft, grade: executed-text, publisher: invented for tests }]
            events:
              - term-amended: { term: royalty.lens-modules, \(event) }
            """
        ])
        return given(try recordings(folder: HarborTests.folder) + drafts)
    }

    @Test func `an acknowledged onward change wipes the step it names`() throws {
        let changed = try addition(
            "effective: { on: 2026-01-01 }, set: { rate: 1% of net sales }, "
                + "onward: { wipes: [2023-01-10-harbor-licence#9] }")
        changed.on("2028-01-01").expect(HarborTests.royalty, .rate, "1% of net sales")
    }

    @Test func `amendments may arrive in any order`() throws {
        var recordings = try recordings(folder: HarborTests.folder)
        recordings.swapAt(2, 3)
        let swapped = given(recordings)
        for day in ["2024-05-01", "2024-07-01", "2024-12-01", "2025-06-01"] as [Day] {
            let (one, other) = (swapped.on(day).copy, story.on(day).copy)
            #expect(one.facets.mapValues(\.value) == other.facets.mapValues(\.value))
        }
    }

    @Test func `a back-dated amendment that makes a later was wrong names both`() async throws {
        var recordings = try recordings(folder: HarborTests.folder)
        var first = try #require(recordings[2].events[0].payload as? TermAmended)
        first.was = fields([.rate: "4% of net sales"])
        recordings[2].events[0].payload = first
        let book = Book(store: InMemoryStore(clock: { Instant(microseconds: 0) }))
        for recording in recordings[..<3] { _ = try await book.record(recording, by: "ana") }
        let error = await #expect(throws: DeedbookError.self) {
            try await book.record(recordings[3], by: "ana")
        }
        let violations: [Violation] = if case .invalid(_, let found)? = error { found } else { [] }
        #expect(violations.map(\.event) == ["2024-05-20-harbor-amendment-2#1"])
        #expect(violations.map(\.other) == ["2024-03-15-harbor-amendment-1#1"])
    }
}
