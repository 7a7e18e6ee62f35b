import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Where the sources of the real record contradict each other: both are kept, with their grades.
struct ContradictionTests {
    typealias Record = MicrosoftOpenAITests
    static let share = Record.share
    static let revised: RecordingKey = "2026-04-27-revised-agreement"

    static let terms: [Answer] = [
        // Who pays whom.
        Answer(
            "2026-05-01", by: "2026-04-28", share,
            .reported(
                .rate, ["20% of revenue", "20% of revenue", "20% of total revenue", "undisclosed"])),
        Answer(
            "2026-05-01", by: "2026-04-29", share,
            .reported(
                .rate,
                ["20% of revenue", "20% of revenue", "20% of total revenue", "none", "undisclosed"])
        ),
        // Of what the share is a share.
        Answer(
            "2026-06-01", by: "2026-05-31", share,
            .reported(
                .rate,
                [
                    "20% of ChatGPT subscription revenue", "20% of revenue", "20% of revenue",
                    "20% of total revenue", "none", "none", "undisclosed",
                ])),
        // The direction, withdrawn later.
        Answer("2026-05-12", by: "2026-05-12", share, .reported(.payer, ["microsoft"])),
        Answer("2026-05-12", by: "2026-05-12", share, .reported(.payee, ["openai"])),
        Answer("2026-05-12", by: "2026-06-30", share, .reported(.payer, [])),
        Answer("2026-05-12", by: "2026-06-30", share, .reported(.payee, [])),
        Answer("2026-05-12", by: "2026-05-12", share, .field(.payer, "openai")),
        // Until when the licence runs.
        Answer("2026-03-15", by: "2026-04-30", Record.licence, .field(.ends, "through 2032")),
        Answer("2026-03-15", by: "2026-04-30", Record.licence, .reported(.ends, ["upon agi"])),
        Answer("2026-05-01", by: "2026-04-30", Record.licence, .reported(.ends, [])),
        // Pages that mixed things up, withdrawn later.
        Answer("2025-12-31", by: "2026-06-30", "license.research", .reported(.subject, [])),
        Answer(
            "2025-12-31", by: "2025-12-31", "investment.total",
            .field(.amount, "USD 13,000,000,000")),
        Answer(
            "2025-12-31", by: "2025-12-31", "investment.total",
            .field(.funded, "USD 11,600,000,000")),
        Answer(
            "2025-12-31", by: "2025-12-31", Record.licence,
            .reported(.exclusiveUntil, ["through 2032"])),
        Answer("2025-12-31", by: "2026-06-30", Record.licence, .reported(.exclusiveUntil, [])),
        Answer(
            "2025-12-31", by: "2025-12-31", Record.licence, .field(.exclusiveUntil, "upon agi")),
        // Where Frontier runs.
        Answer(
            "2026-03-15", "hosting.first-party-products",
            .reported(.workloads, ["all except frontier-bought-through-aws"])),
        // What was laid out in all; what is reported takes no place of what is not known.
        Answer(
            "2026-06-01", by: "2026-05-31", "outlay.microsoft", .field(.amount, "unknown")),
        Answer(
            "2026-06-01", by: "2026-05-31", "outlay.microsoft",
            .reported(.amount, ["USD 100,000,000,000"])),
        // Plans for 2030, superseded.
        Answer(
            "2030-12-31", by: "2025-09-30", share,
            .reported(
                .rate, ["10% of revenue", "20% of revenue", "20% of revenue", "8% of revenue"])),
        // Since when Azure hosts.
        Answer("2019-12-31", by: "2025-09-30", "hosting.azure", .reported(.starts, ["from 2020"])),
        Answer(
            "2019-12-31", by: "2026-06-30", "hosting.azure",
            .reported(.starts, ["from 2016", "from 2020"])),
        // Pages that missed the revision.
        Answer(
            "2026-05-01", by: "2026-06-30", "hosting.azure", .reported(.exclusivity, ["exclusive"])),
        Answer(
            "2026-05-01", by: "2026-06-30", "first-availability.azure",
            .reported(.ends, ["through 2032"])),
    ]

    @Test(arguments: terms)
    func `both stand`(_ answer: Answer) throws { answer.check(try Record.story.get()) }

    /// A recording, the field of its instrument, a day of knowledge, and what is reported by then.
    @Test(
        arguments: [
            // The day it was announced.
            (revised, .announced, "2026-04-30", ["2026-04-27", "2026-04-28"]),
            (revised, .announced, "2026-05-04", ["2026-04-27", "2026-04-27", "2026-04-28"]),
            ("2026-05-11-reported-cap", .announced, "2026-05-12", ["2026-05-12"]),
            // The days that pages give of other documents.
            (
                "2026-03-18-legal-action-weighed", .announced, "2026-03-31",
                ["2026-03-19", "2026-03-20"]
            ),
            ("2025-09-11-memorandum", .announced, "2025-09-30", ["2025-09-09"]),
            ("2023-01-23-extension", .announced, "2023-01-31", ["2022-01-23"]),
            ("2023-01-23-extension", .announced, "2026-06-30", []),
            // The day the memo was written.
            ("2026-04-14-internal-memo", .signed, "2026-04-30", ["2026-04-12", "2026-04-13"]),
        ] as [(RecordingKey, FieldName, Day, [String])])
    func `what is said of an instrument stands with it`(
        _ key: RecordingKey, _ field: FieldName, _ by: Day, _ values: [String]
    ) throws {
        #expect(try Record.story.get().reports(of: field, in: key, by: by) == values)
    }

    @Test(
        arguments: [
            (revised, "2026-05-16", "2032"), ("2025-09-11-memorandum", "2025-09-30", "Azure"),
            ("2026-02-27-joint-statement", "2026-04-30", "disput"),
            ("2025-10-28-next-chapter", "2026-02-27", ""),
        ] as [(RecordingKey, Day, String)])
    func `what an instrument is said to be stands with it`(
        _ key: RecordingKey, _ by: Day, _ word: String
    ) throws {
        let found = try Record.story.get().reports(of: .description, in: key, by: by)
        #expect(found.contains { $0.contains(word) || word.isEmpty }, "\(found)")
    }

    @Test func `who pays whom, and plans for 2030, were withdrawn`() throws {
        let story = try Record.story.get()
        let now = story.on("2026-05-01").reports(of: .rate, in: Self.share)
        #expect(!now.contains("none"))
        let then = story.on("2030-12-31", disclosedBy: "2026-04-27").reports(
            of: .rate, in: Self.share)
        #expect(!then.contains("10% of revenue"))
        #expect(!then.contains("8% of revenue"))
    }

    @Test func `both readings of the exception for Azure are kept`() throws {
        let condition = try Record.story.get().on("2026-05-01").copy
            .condition("azure-cannot-support")
        let readings = condition?.readings ?? []
        #expect(readings.map(\.id) == ["cannot-or-chooses-not", "cannot-and-chooses-not"])
        #expect(readings.map(\.cites.count) == [3, 2])
    }

    @Test func `three amounts stand beside the one that was filed`() throws {
        let story = try Record.story.get()
        let then = story.on("2025-12-31", disclosedBy: "2025-12-31")
            .reports(of: .amount, in: "investment.total")
        #expect(then.contains("USD 135,000,000,000"))
        #expect(then.contains("USD 13,750,000,000"))
        let now = story.on("2025-12-31", disclosedBy: "2026-06-30")
            .reports(of: .amount, in: "investment.total")
        #expect(!now.contains("USD 135,000,000,000"))
    }

    @Test func `two texts of one grade are contested`() throws {
        let field = try Record.story.get().on("2026-05-01", disclosedBy: "2026-06-30").copy
            .term("investment.total")?.field(.tranche)
        #expect(field?.isContested == true)
        #expect(field?.grade == .secondary)
        #expect(field?.competing.count == 1)
    }

    @Test func `the clause on AGI is shown with the board's determination later`() throws {
        let story = try Record.story.get()
        func told(_ on: Day, _ by: Day) -> [String] {
            story.on(on, disclosedBy: by).reports(of: .effect, in: "agi-clause")
        }
        #expect(told("2019-12-31", "2019-12-31") == [])
        #expect(told("2019-12-31", "2026-05-04").contains { $0.contains("board") })
        #expect(told("2025-06-30", "2026-06-30").contains { $0.contains("board") })
        #expect(!told("2025-10-28", "2026-06-30").contains { $0.contains("board") })
    }
}
