import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Readings of a field that compete, and of which no one chose one.
struct OpenReadingTests {
    private static func reads(_ field: String, _ others: String, _ more: String = "") -> String {
        """
        - term-interpreted: { term: fee, field: \(field), reading: as it stands, readings: [\(others)]\(more) }
        """
    }

    private func amounts(_ moment: StoryMoment) -> [String?]? {
        moment.fee?.field(.amount).map { field in
            field.isIndeterminate
                ? field.candidates.map { $0.value?.displayText } : [field.value.displayText]
        }
    }

    @Test func `what no one chose leaves open what the field says, from then on`() throws {
        let story = try recordedStory(
            fee(), chapter("letter", "2021-01-01", Self.reads("amount", "net of tax")))
        #expect(amounts(story.on("2020-12-31")) == ["USD 10"])
        #expect(amounts(story.on("2021-01-01")) == ["USD 10", "unknown"])
        #expect(
            story.on("2021-01-01").fee?.field(.amount)?.reasons
                == [.readingsCompete("letter#1")])
    }

    @Test func `a reading that is a value is one of those that the field may have`() throws {
        let story = try recordedStory(
            fee("ends: { through: 2022-07-31 }"),
            chapter("letter", "2021-01-01", Self.reads("ends", "\"through June 30, 2022\"")))
        let days: [Day] = ["2022-06-30", "2022-07-01", "2022-07-31", "2022-08-01"]
        let statuses = days.map { story.on($0).fee?.status }
        #expect(statuses == [.inForce, .indeterminate, .indeterminate, .ended])
    }

    @Test func `an end that is read otherwise in words leaves open whether it has come`() throws {
        let story = try recordedStory(
            fee("ends: { through: 2022-07-31 }"),
            chapter("letter", "2021-01-01", Self.reads("ends", "with the lease")))
        #expect(story.on("2022-07-31").fee?.status == .inForce)
        #expect(story.on("2022-08-01").fee?.status == .indeterminate)
    }

    @Test(arguments: [
        (Self.chosen, "a reading chosen"), (amends("amount: USD 20"), "the field set anew"),
    ])
    func `it is open until someone chooses, or the field is set anew`(
        _ event: String, _ what: String
    ) throws {
        let story = try recordedStory(
            fee(), chapter("letter", "2021-01-01", Self.reads("amount", "net of tax")),
            chapter("later", "2022-01-01", event))
        #expect(amounts(story.on("2021-12-31"))?.count == 2, "\(what)")
        #expect(amounts(story.on("2022-01-01"))?.count == 1, "\(what)")
    }

    private static let chosen = reads("amount", "net of tax", ", by: [a, b]")

    @Test func `a reading chosen by a party leaves nothing open`() throws {
        let story = try recordedStory(fee(), chapter("letter", "2021-01-01", Self.chosen))
        #expect(amounts(story.on("2021-01-01")) == ["USD 10"])
    }

    @Test func `what a worse source reads raises no doubt`() throws {
        let story = try recordedStory(
            fee(),
            chapter(
                "press", "2021-01-01", grade: "named-press", Self.reads("amount", "net of tax")))
        #expect(amounts(story.on("2021-01-01")) == ["USD 10"])
    }

    @Test func `recording by recording the pieces know what is open`() throws {
        let story = try recordedStory(
            fee(), chapter("more", "2020-06-01", amends("amount: USD 15")),
            chapter("letter", "2021-01-01", Self.reads("amount", "net of tax")),
            chapter("later", "2022-01-01", amends("amount: USD 20")),
            chapter("again", "2023-01-01", Self.reads("amount", "net of tax")),
            chapter("chosen", "2024-01-01", Self.chosen))
        let kept = PieceHistory.pieces(of: "story", history: story.events) { _ in nil }
        for position in PieceTests.boundaries(of: story) {
            let known = kept.filter { $0.isKnown(at: position) }.map(\.piece)
            #expect(
                Set(known) == Set(Pieces.of(PieceTests.reading(of: story, at: position))),
                "at \(position)")
        }
    }
}
