import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// The real record after the revision of April 2026: what holds, what is silent, what is known later.
struct RevisedAgreementTests {
    typealias Record = MicrosoftOpenAITests
    static let key: RecordingKey = "2026-04-27-revised-agreement"
    static let share = Record.share
    static let licence = Record.licence

    static let states: [Answer] = [
        Answer("2026-03-15", by: "2026-03-15", "hosting.first-party-products", .status(.inForce)),
        Answer(
            "2026-03-15", by: "2026-03-15", "hosting.first-party-products",
            .field(.workloads, "only first-party-products, frontier")),
        Answer("2026-05-01", by: "2026-05-01", licence, .field(.exclusivity, "non-exclusive")),
        Answer("2026-05-01", by: "2026-05-01", licence, .field(.exclusiveUntil, "none")),
        Answer("2026-05-01", by: "2026-05-01", licence, .field(.ends, "through 2032")),
        Answer("2026-04-26", Record.api, .status(.inForce)),
        Answer("2026-04-27", Record.api, .status(.ended)),
        Answer("2026-05-01", by: "2026-05-01", "agi-clause", .status(.ended)),
        Answer("2026-05-01", by: "2026-05-01", "hosting.first-party-products", .status(.ended)),
        Answer("2026-05-01", by: "2026-05-01", Record.back, .status(.ended)),
        Answer("2026-05-01", by: "2026-05-01", "distribution.any-cloud", .status(.inForce)),
        Answer("2026-05-01", by: "2026-05-01", "primary-provider.azure", .status(.inForce)),
        Answer("2026-05-01", by: "2026-05-01", "first-availability.azure", .status(.inForce)),
        Answer("2026-05-01", by: "2026-05-01", share, .field(.ends, "through 2030")),
        Answer("2026-05-01", by: "2026-05-01", share, .field(.cap, "undisclosed")),
        Answer("2026-05-01", by: "2026-05-01", share, .field(.capPeriod, "aggregate")),
        Answer("2026-05-01", by: "2026-05-01", share, .field(.rate, "undisclosed")),
        Answer(
            "2026-05-01", by: "2026-05-01", share,
            .reported(
                .rate,
                ["20% of revenue", "20% of revenue", "20% of total revenue", "none", "none"]
                    + ["undisclosed"])),
        Answer(
            "2026-05-01", by: "2026-05-01", "equity.microsoft-stake",
            .field(.percentage, "27% of OpenAI Group PBC")),
        Answer("2026-06-01", by: "2026-05-10", share, .field(.cap, "undisclosed")),
        Answer("2026-06-01", by: "2026-05-10", share, .reported(.cap, [])),
        Answer("2026-06-01", by: "2026-05-11", share, .field(.cap, "undisclosed")),
        Answer("2026-06-01", by: "2026-05-11", share, .reported(.cap, ["USD 38,000,000,000"])),
        Answer("2030-12-31", share, .status(.inForce)),
        Answer("2031-01-01", share, .status(.ended)),
        Answer("2031-01-01", licence, .status(.inForce)),
        Answer("2032-06-01", licence, .status(.inForce)),
        Answer("2032-12-31", licence, .status(.inForce)),
        Answer("2033-01-01", licence, .status(.ended)),
    ]

    static let knownLater: [Answer] = [
        Answer("2022-12-31", by: "2023-01-22", "investment.2021", .absent),
        Answer("2022-12-31", by: "2023-01-23", "investment.2021", .status(.inForce)),
        Answer("2024-12-31", by: "2025-01-20", share, .absent),
        Answer("2024-12-31", by: "2025-01-21", share, .reported(.rate, [])),
        Answer("2024-12-31", by: "2025-01-22", share, .reported(.rate, ["20% of revenue"])),
        Answer("2024-12-31", by: "2025-11-29", Record.back, .reported(.rate, [])),
        Answer("2026-04-27", by: "2026-05-10", share, .reported(.cap, [])),
        Answer("2026-04-27", by: "2026-05-11", share, .reported(.cap, ["USD 38,000,000,000"])),
    ]

    @Test(arguments: states + knownLater)
    func `what holds`(_ answer: Answer) throws { answer.check(try Record.story.get()) }

    @Test(
        arguments: [
            ("2024-12-31", "2025-11-29", []), ("2024-12-31", "2025-11-30", ["USD 493,800,000"]),
            ("2025-09-30", "2025-11-29", []), ("2025-09-30", "2025-11-30", ["USD 1,359,600,000"]),
        ] as [(Day, Day, [String])])
    func `what was paid became known later`(_ day: Day, _ by: Day, _ paid: [String]) throws {
        let term = try Record.story.get().on(day, disclosedBy: by).copy.term(Self.share)
        #expect(term?.accrued.map(\.displayText) == paid)
    }

    @Test func `what the revision does not address is flagged, and goes on`() throws {
        let copy = try Record.story.get().on("2026-05-01", disclosedBy: "2026-05-01").copy
        for id in ["license.research", "commitment.azure", "agi-pursuit", "license.gpt-3"]
            as [TermID]
        {
            let term = try #require(copy.term(id))
            #expect(term.status == .inForce, "\(id)")
            #expect(term.silentSince.map(\.recording.key) == [Self.key], "\(id)")
        }
        let stake = copy.term("equity.microsoft-stake")
        let restated = (stake?.reaffirmedBy ?? []) + (stake?.fields.flatMap(\.reaffirmedBy) ?? [])
        #expect(restated.contains { $0.recording.key == Self.key })
        let rate = copy.term(Self.share)?.field(.rate)
        #expect(rate?.reaffirmedBy.contains { $0.recording.key == Self.key } == true)
    }

    @Test func `the research licence keeps the limb that does not hang on AGI`() throws {
        let story = try Record.story.get()
        let before = story.on("2026-04-26").copy.term("license.research")?.field(.ends)
        let after = story.on("2026-05-01").copy.term("license.research")?.field(.ends)
        #expect(before?.value.displayText == "the first of: upon agi, through 2030")
        #expect(after?.value.displayText == "through 2030")
        #expect(after?.reasons.contains(.rebased("agi")) == true)
        #expect(after?.furtherCauses.map(\.recording.key) == [Self.key])
    }

    @Test func `the dispute is threatened, then mooted without a release`() throws {
        let story = try Record.story.get()
        #expect(story.on("2026-03-17").copy.dispute("frontier-on-aws") == nil)
        let before = story.on("2026-03-18").copy.dispute("frontier-on-aws")
        #expect(before?.stage == .threatened)
        #expect(before?.resolution == nil)
        let after = story.on("2026-05-01", disclosedBy: "2026-05-01").copy
            .dispute("frontier-on-aws")
        #expect(after?.resolution?.manner == .mooted)
        #expect(after?.resolution?.released == .unknown)
    }

    @Test func `what began with the revision began as announced`() throws {
        let copy = try Record.story.get().on("2026-05-01", disclosedBy: "2026-05-01").copy
        for id in ["distribution.any-cloud", "primary-provider.azure", "first-availability.azure"]
            as [TermID]
        {
            #expect(copy.term(id)?.since == "2026-04-27", "\(id)")
            #expect(copy.term(id)?.reasons.contains(.announced("2026-04-27")) == true, "\(id)")
        }
        let exclusivity = copy.term(Self.licence)?.field(.exclusivity)
        #expect(exclusivity?.reasons.contains(.announced("2026-04-27")) == true)
    }

    @Test func `the redline across the revision says all of it, and nothing else of the licence`()
        throws
    {
        let story = try Record.story.get()
        let redline = story.redline(from: story.on("2026-04-26"), to: story.on("2026-04-28"))
        func changes(_ term: TermID) -> [String] {
            redline.lines.filter {
                $0.path.subject == .term(term) && !$0.path.facet.contains("(")
            }.map { line in
                let after = line.after?.displayText ?? "nothing"
                return "\(line.path.facet): \(line.before?.displayText ?? "nothing") → \(after)"
            }
        }
        #expect(
            changes(Self.licence) == [
                "exclusive-until: upon agi → none", "exclusivity: exclusive → non-exclusive",
            ])
        #expect(
            changes(Self.share) == [
                "cap: none → undisclosed", "cap-period: nothing → aggregate",
                "ends: upon agi → through 2030",
            ])
        let status = redline.lines.filter { $0.path.facet == FacetPath.status }
        func subjects(_ classification: RedlineLine.Classification) -> [String] {
            status.filter { $0.classification == classification }.map(\.path.subject.label)
        }
        #expect(
            subjects(.removed) == [
                "agi-clause", "api.azure-exclusivity", "hosting.first-party-products",
                "revenue-share.microsoft-to-openai",
            ])
        #expect(
            subjects(.added) == [
                "distribution.any-cloud", "first-availability.azure", "primary-provider.azure",
            ])
        let agi = redline.lines.first { $0.path.description == "condition agi.state" }
        #expect(agi?.after?.displayText == "removed")
        let before = redline.lines.first { $0.path.description == "dispute frontier-on-aws.state" }
        #expect(before?.after?.displayText == "mooted, not released as far as known")
    }
}
