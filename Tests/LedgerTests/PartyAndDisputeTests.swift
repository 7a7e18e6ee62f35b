import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Parties, disputes and expectations on chosen days.
struct PartyAndDisputeTests {
    private func party(_ id: PartyID, _ moment: StoryMoment) -> ConformedParty? {
        moment.copy.parties.first { $0.id == id }
    }

    @Test func `a renamed party is itself under another name`() throws {
        let story = try recordedStory(
            "", chapter("name", "2022-01-01", "- party-renamed: { party: a, name: Alpha }"))
        #expect(party("a", story.on("2021-12-31"))?.name == "A")
        #expect(party("a", story.on("2022-01-01"))?.name == "Alpha")
        let redline = story.redline(from: story.on("2021-12-31"), to: story.on("2022-01-01"))
        #expect(redline.lines.map(\.path.description) == ["party a.name"])
        #expect(redline.lines.first?.causes.map(\.reference) == ["name#1"])
    }

    @Test func `a successor takes a party's place, and the terms go on`() throws {
        let story = try recordedStory(
            fee(),
            chapter(
                "merger", "2022-01-01",
                "- party-succeeded: { party: b, successor: c, name: Gamma }"))
        #expect(party("b", story.on("2021-12-31"))?.successor == nil)
        #expect(party("c", story.on("2021-12-31")) == nil)
        #expect(party("b", story.on("2022-01-01"))?.successor == "c")
        #expect(party("c", story.on("2022-01-01"))?.name == "Gamma")
        story.on("2022-01-01").expect("fee", .inForce)
    }

    @Test
    func `what names a party that left says so until it is named or stands in its place again`()
        throws
    {
        func left(_ chapters: String...) throws -> Bool {
            let opening = firstChapter(fee())
            let leave = chapter("leave", "2022-01-01", "- party-withdrew: { party: b }")
            let story = try given(yaml: [opening, leave] + chapters)
            let day = PossibleDay("2022-01-01")
            story.on("2023-01-01").expect("fee", .inForce)
            #expect(story.on("2021-12-31").fee?.reasons == [])
            return story.on("2023-01-01").fee?.reasons == [.partyWithdrew("b", "leave#1", day)]
        }
        #expect(try left())
        #expect(try !left(chapter("new", "2022-06-01", amends("payee: b, per: P1M"))))
        #expect(
            try !left(chapter("back", "2022-06-01", "- party-admitted: { party: b, name: B }")))
        #expect(
            try !left(
                chapter(
                    "next", "2022-06-01", "- party-succeeded: { party: b, successor: c, name: C }"))
        )
    }

    @Test func `a party that withdrew is shown as withdrawn from its day`() throws {
        let story = try recordedStory(
            "", chapter("leave", "2022-01-01", "- party-withdrew: { party: b }"))
        #expect(party("b", story.on("2021-12-31"))?.hasWithdrawn == false)
        #expect(party("b", story.on("2022-01-01"))?.hasWithdrawn == true)
        #expect(party("a", story.on("2022-01-01"))?.hasWithdrawn == false)
    }

    static let dispute = [
        firstChapter(fee()),
        chapter(
            "weighed", "2022-01-01", kind: "report",
            """
            - dispute-raised:
                dispute: late-fee
                by: [b]
                against: [a]
                about: [fee]
                stage: threatened
            """),
        chapter(
            "sued", "2022-03-01", kind: "report",
            """
            - dispute-raised:
                dispute: late-fee
                by: [b]
                against: [a]
                about: [fee]
                stage: filed
                forum: the court
            """),
    ]

    private func disputed(_ chapters: String...) throws -> Story {
        try given(yaml: Self.dispute + chapters)
    }

    @Test func `a dispute is threatened, then filed`() throws {
        let story = try disputed()
        #expect(story.on("2021-12-31").copy.disputes.isEmpty)
        #expect(story.on("2022-01-01").copy.dispute("late-fee")?.stage == .threatened)
        #expect(story.on("2022-03-01").copy.dispute("late-fee")?.stage == .filed)
        #expect(story.on("2022-03-01").copy.dispute("late-fee")?.forum == "the court")
        #expect(story.on("2022-03-01").copy.dispute("late-fee")?.resolution == nil)
    }

    @Test(arguments: [
        ("settled", "yes", "settled, past claims released"),
        ("mooted", "no", "mooted, past claims not released"),
        ("mooted", "unknown", "mooted, not released as far as known"),
        ("withdrawn", "no", "withdrawn, past claims not released"),
        ("decided", "no", "decided, past claims not released"),
    ])
    func `how a dispute ends says whether claims were released`(
        _ manner: String, _ released: String, _ state: String
    ) throws {
        let story = try disputed(
            chapter(
                "end", "2022-06-01",
                "- dispute-resolved: "
                    + "{ dispute: late-fee, manner: \(manner), released: \(released) }"))
        #expect(story.on("2022-05-31").copy.dispute("late-fee")?.state == "filed")
        #expect(story.on("2022-06-01").copy.dispute("late-fee")?.state == state)
        let redline = story.redline(from: story.on("2022-05-31"), to: story.on("2022-06-01"))
        #expect(redline.lines.map(\.path.description) == ["dispute late-fee.state"])
        #expect(redline.lines.first?.after?.displayText == state)
    }

    @Test func `an expectation is never in force, and may be met`() throws {
        let story = try recordedStory(
            fee(),
            chapter(
                "said", "2022-01-01", kind: "statement",
                """
                - expectation-stated:
                    expectation: second-mill
                    text: A second mill will open.
                    by: A
                    window: { soft: 2022-03/2022-06 }
                """),
            chapter(
                "opened", "2022-05-01", kind: "statement",
                "- expectation-met: { expectation: second-mill }"))
        #expect(story.on("2021-12-31").copy.expectations.isEmpty)
        #expect(story.on("2022-04-30").copy.expectations.map(\.isMet) == [false])
        #expect(story.on("2022-05-01").copy.expectations.map(\.isMet) == [true])
        #expect(story.on("2022-05-01").copy.terms.map(\.id) == ["fee"])
        let redline = story.redline(from: story.on("2022-04-30"), to: story.on("2022-05-01"))
        #expect(redline.lines.map(\.path.description) == ["expectation second-mill.state"])
        #expect(redline.lines.first?.causes.map(\.reference) == ["opened#1"])
    }
}
