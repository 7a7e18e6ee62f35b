import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Differences between what was known: the same day, another knowledge.
struct RedlineLearnedTests {
    typealias Row = RedlineClassTests.Row

    static let withheld = fee("per: undisclosed")

    static let learned: [Row] = [
        Row(
            testDescription: "a change learned later is disclosed",
            chapters: [
                chapter("raise", "2021-01-01", disclosed: "2022-01-01", amends("amount: USD 20"))
            ],
            between: ("2021-06-01@2021-12-31", "2021-06-01@2022-01-01"), line: "fee.amount",
            classification: .disclosed, phase: .learned, causes: ["raise#1"]),
        Row(
            testDescription: "a report learned later is disclosed",
            opening: withheld,
            chapters: [
                chapter(
                    "leak", "2021-01-01", disclosed: "2022-01-01", grade: "named-press",
                    "- value-reported: { term: fee, field: per, value: P1M }")
            ],
            between: ("2021-06-01@2021-12-31", "2021-06-01@2022-01-01"),
            line: "fee.per reported (named-press, leak#1)", classification: .disclosed,
            phase: .learned,
            causes: ["leak#1"]),
        Row(
            testDescription: "a correction names what it corrects and itself",
            chapters: [
                RedlineClassTests.raise,
                chapter(
                    "fix", "2023-01-01", RecordEventTests.corrected("raise#1", to: "amount: USD 21")
                ),
            ],
            between: ("2022-06-01@2022-12-31", "2022-06-01@2023-01-01"), line: "fee.amount",
            classification: .corrected, phase: .learned, causes: ["raise#1", "fix#1"]),
        Row(
            testDescription: "a rescission is the cause of what comes back",
            chapters: [
                RedlineClassTests.raise,
                chapter("never", "2023-01-01", "- event-rescinded: { event: raise#1, reason: x }"),
            ],
            between: ("2022-06-01@2022-12-31", "2022-06-01@2023-01-01"), line: "fee.amount",
            classification: .corrected, phase: .learned, causes: ["opening#4", "never#1"]),
        Row(
            testDescription: "a rescinded rescission is the cause of what it took away",
            chapters: [
                RedlineClassTests.raise,
                chapter("never", "2023-01-01", "- event-rescinded: { event: raise#1, reason: x }"),
                chapter("back", "2024-01-01", "- event-rescinded: { event: never#1, reason: x }"),
            ],
            between: ("2022-06-01@2023-12-31", "2022-06-01@2024-01-01"), line: "fee.amount",
            classification: .corrected, phase: .learned, causes: ["raise#1", "back#1"]),
        Row(
            testDescription: "a rescinded term never was, and the rescission says so",
            opening: "",
            chapters: [
                chapter("fee", "2021-01-01", fee()),
                chapter("never", "2023-01-01", "- event-rescinded: { event: fee#1, reason: x }"),
            ],
            between: ("2022-06-01@2022-12-31", "2022-06-01@2023-01-01"), line: "fee.status",
            classification: .corrected, phase: .learned, causes: ["never#1"]),
        Row(
            testDescription: "a withdrawn report is gone because it was withdrawn",
            opening: withheld,
            chapters: [
                chapter(
                    "leak", "2021-01-01", grade: "named-press",
                    "- value-reported: { term: fee, field: per, value: P1M }"),
                chapter("no", "2023-01-01", "- report-withdrawn: { event: leak#1, reason: x }"),
            ],
            between: ("2022-06-01@2022-12-31", "2022-06-01@2023-01-01"),
            line: "fee.per reported (named-press, leak#1)", classification: .corrected,
            phase: .learned,
            causes: ["no#1"]),
        Row(
            testDescription: "a moved day names the move",
            chapters: [
                RedlineClassTests.raise,
                chapter(
                    "move", "2023-01-01",
                    "- effective-date-moved: { event: raise#1, to: { on: 2021-01-01 } }"),
            ],
            between: ("2021-06-01@2022-12-31", "2021-06-01@2023-01-01"), line: "fee.amount",
            classification: .corrected, phase: .learned, causes: ["raise#1", "move#1"]),
        Row(
            testDescription: "a removal learned later is disclosed, its fields too",
            chapters: [
                chapter(
                    "gone", "2021-01-01", disclosed: "2022-01-01", "- term-removed: { term: fee }")
            ],
            between: ("2021-06-01@2021-12-31", "2021-06-01@2022-01-01"), line: "fee.amount",
            classification: .disclosed, phase: .learned, causes: ["gone#1"]),
        Row(
            testDescription: "a rescinded correction names the rescission",
            chapters: [
                RedlineClassTests.raise,
                chapter(
                    "fix", "2023-01-01", RecordEventTests.corrected("raise#1", to: "amount: USD 21")
                ),
                chapter("back", "2024-01-01", "- event-rescinded: { event: fix#1, reason: x }"),
            ],
            between: ("2022-06-01@2023-12-31", "2022-06-01@2024-01-01"), line: "fee.amount",
            classification: .corrected, phase: .learned, causes: ["raise#1", "back#1"]),
        Row(
            testDescription: "a correction back again names the rescission of its rescission",
            chapters: [
                RedlineClassTests.raise,
                chapter(
                    "fix", "2023-01-01", RecordEventTests.corrected("raise#1", to: "amount: USD 21")
                ),
                chapter("back", "2024-01-01", "- event-rescinded: { event: fix#1, reason: x }"),
                chapter("again", "2024-02-01", "- event-rescinded: { event: back#1, reason: x }"),
            ],
            between: ("2022-06-01@2024-01-31", "2022-06-01@2024-02-01"), line: "fee.amount",
            classification: .corrected, phase: .learned, causes: ["raise#1", "fix#1", "again#1"]),
        Row(
            testDescription: "a withdrawn move names the rescission",
            chapters: [
                RedlineClassTests.raise,
                chapter(
                    "move", "2023-01-01",
                    "- effective-date-moved: { event: raise#1, to: { on: 2024-01-01 } }"),
                chapter("back", "2023-06-01", "- event-rescinded: { event: move#1, reason: x }"),
            ],
            between: ("2022-06-01@2023-05-31", "2022-06-01@2023-06-01"), line: "fee.amount",
            classification: .corrected, phase: .learned, causes: ["raise#1", "back#1"]),
        Row(
            testDescription: "the rescission of a moved start names itself",
            opening: "",
            chapters: [
                chapter("fee", "2021-01-01", fee()),
                chapter(
                    "move", "2023-01-01",
                    "- effective-date-moved: { event: fee#1, to: { on: 2024-01-01 } }"),
                chapter("back", "2023-06-01", "- event-rescinded: { event: move#1, reason: x }"),
            ],
            between: ("2022-06-01@2023-05-31", "2022-06-01@2023-06-01"), line: "fee.status",
            classification: .corrected, phase: .learned, causes: ["fee#1", "back#1"]),
        Row(
            testDescription: "positions show what was recorded later",
            chapters: [RedlineClassTests.raise],
            between: ("2022-06-01@#4", "2022-06-01@#5"), line: "fee.amount",
            classification: .disclosed, phase: .learned, causes: ["raise#1"]),
    ]

    @Test(arguments: RedlineClassTests.effects + learned)
    func `a line of a redline`(_ row: Row) throws {
        let story = try given(yaml: [firstChapter(row.opening)] + row.chapters)
        let (from, to) = (try moment(row.between.0, story), try moment(row.between.1, story))
        let redline = story.redline(from: from, to: to)
        let line = try #require(
            redline.lines.first { $0.path.description == row.line }, "\(redline.lines.map(\.path))")
        #expect(line.classification == row.classification)
        #expect(line.phase == row.phase)
        #expect(line.causes.map(\.reference) == row.causes)
        let back = story.redline(from: to, to: from)
        let inverse = back.lines.first { $0.path.description == row.line }
        #expect(inverse?.before == line.after)
        #expect(inverse?.after == line.before)
        #expect(inverse?.causes.map(\.reference) == row.causes)
    }

    private func moment(_ vantage: String, _ story: Story) throws -> StoryMoment {
        let vantage = try #require(Vantage(vantage))
        return story.on(
            vantage.on, disclosedBy: vantage.disclosedBy, recordedAt: vantage.recordedAt?.number)
    }

    @Test func `what was learned is shown before what took effect`() throws {
        let story = try recordedStory(
            fee(),
            chapter("raise", "2021-01-01", disclosed: "2022-01-01", amends("amount: USD 20")),
            chapter("more", "2022-06-01", amends("amount: USD 30")))
        let redline = story.redline(
            from: story.on("2021-06-01", disclosedBy: "2021-06-01"),
            to: story.on("2022-06-01", disclosedBy: "2022-06-01"))
        #expect(redline.lines.map(\.phase) == [.learned, .tookEffect])
        #expect(redline.lines.map { $0.before?.displayText } == ["USD 10", "USD 20"])
        #expect(redline.lines.map { $0.after?.displayText } == ["USD 20", "USD 30"])
        let back = story.redline(
            from: story.on("2022-06-01", disclosedBy: "2022-06-01"),
            to: story.on("2021-06-01", disclosedBy: "2021-06-01"))
        #expect(back.lines.map(\.phase) == [.tookEffect, .learned])
        #expect(back.lines.map { $0.after?.displayText } == ["USD 20", "USD 10"])
    }

    @Test func `what changed and changed back is hidden, and shown by steps`() throws {
        let story = try recordedStory(
            fee(),
            chapter(
                "rebate", "2021-01-01", amends("amount: USD 5", "lasts: { through: 2021-12-31 }")))
        let (from, to) = (story.on("2020-06-01"), story.on("2022-06-01"))
        #expect(story.redline(from: from, to: to).lines.isEmpty)
        let steps = story.steps(from: from, to: to)
        #expect(steps.map(\.after.vantage.on) == ["2021-01-01", "2022-01-01"])
        #expect(steps.flatMap(\.lines).map { $0.after?.displayText } == ["USD 5", "USD 10"])
    }

    @Test func `steps show what was learned on one day`() throws {
        let story = try recordedStory(
            fee(),
            chapter("raise", "2021-01-01", disclosed: "2022-01-01", amends("amount: USD 20")))
        let (from, to) = (
            story.on("2021-06-01", disclosedBy: "2021-06-01"),
            story.on("2021-06-01", disclosedBy: "2022-06-01")
        )
        #expect(story.steps(from: from, to: to).map { $0.lines.count } == [1])
        #expect(story.steps(from: to, to: from).map { $0.lines.count } == [1])
    }
}
