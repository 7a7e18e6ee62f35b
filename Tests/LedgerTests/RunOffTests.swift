import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// What goes on for a time after the agreement ends, and reads differently then.
struct RunOffTests {
    private static func licence(_ more: String) -> String {
        """
        - term-added:
            term: licence
            kind: license-grant
            set:
              { grantor: a, grantee: b, subject: The marks, exclusivity: exclusive, \(more) }
        - term-added:
            term: exit
            kind: termination-right
            set: { holder: a, ground: material-breach, cure: P30D }
        """
    }

    private static let ended = chapter(
        "ended", "2022-01-01", kind: "notice",
        "- agreement-terminated: { by: a, ground: material-breach, under: exit }")

    @Test func `a licence with a run-off goes on that long, in the form stated for it`() throws {
        let story = try recordedStory(
            Self.licence("run-off: P18M, run-off-exclusivity: non-exclusive"), Self.ended)
        story.on("2021-12-31").expect("licence", .exclusivity, .exclusive)
        let after = story.on("2022-01-01")
        after.expect("licence", .inForce)
        after.expect("licence", .exclusivity, .nonExclusive)
        let field = try #require(after.copy.term("licence")?.field(.exclusivity))
        #expect(field.reasons == [.inRunOff(.runOffExclusivity, "ended#1")])
        #expect(field.furtherCauses.map(\.reference) == ["opening#4", "ended#1"])
        story.on("2023-06-30").expect("licence", .inForce)
        story.on("2023-07-01").expect("licence", .ended)
    }

    @Test func `without a run-off the licence ends with the agreement, as it read`() throws {
        let story = try recordedStory(
            Self.licence("run-off-exclusivity: non-exclusive"), Self.ended)
        story.on("2022-01-01").expect("licence", .ended)
        story.on("2022-01-01").expect("licence", .exclusivity, .exclusive)
    }

    @Test func `a run-off whose length is withheld leaves the end open`() throws {
        let story = try recordedStory(Self.licence("run-off: undisclosed"), Self.ended)
        story.on("2022-01-01").expect("licence", .indeterminate)
    }

    @Test func `what the termination states goes before what the term states itself`() throws {
        let story = try recordedStory(
            Self.licence("run-off: P18M"),
            chapter(
                "ended", "2022-01-01", kind: "notice",
                "- agreement-terminated: { by: a, ground: mutual, run-off: { licence: P3M } }"))
        story.on("2022-03-31").expect("licence", .inForce)
        story.on("2022-04-01").expect("licence", .ended)
    }

    @Test func `where the day of the end is not known exactly, both forms stand`() throws {
        let story = try recordedStory(
            Self.licence("run-off: P18M, run-off-exclusivity: non-exclusive"),
            chapter(
                "ended", "2022-01", disclosed: "2022-01-01", kind: "notice",
                "- agreement-terminated: { by: a, ground: convenience }"))
        let field = try #require(story.on("2022-01-15").copy.term("licence")?.field(.exclusivity))
        #expect(
            field.candidates.map(\.value)
                == [.stated(.choice("exclusive")), .stated(.choice("non-exclusive"))])
        story.on("2022-02-01").expect("licence", .exclusivity, .nonExclusive)
    }

    @Test func `the right that a termination uses is a right of termination`() throws {
        let story = try Story(
            recordings(yaml: [
                firstChapter(fee()),
                chapter("ended", "2022-01-01", "- agreement-terminated: { under: fee }"),
            ]))
        #expect(story.violations.map(\.message) == ["term 'fee' is a fee, not a termination-right"])
    }

    @Test func `a standard ground is part of what an event did, in words`() {
        #expect(
            AgreementTerminated(ground: "long-stop").effectInWords
                == "which terminated the agreement for long-stop")
        #expect(
            AgreementTerminated(ground: "By letter").effectInWords
                == "which terminated the agreement")
    }
}
