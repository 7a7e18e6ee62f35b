import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// The real record of Microsoft and OpenAI: what held on chosen days, as it was known then and later.
struct MicrosoftOpenAITests {
    static let story = Result { try given(folder: "\(ExampleTests.events)/microsoft-openai") }
    static let share: TermID = "revenue-share.openai-to-microsoft"
    static let back: TermID = "revenue-share.microsoft-to-openai"
    static let licence: TermID = "license.models-and-products"
    static let api: TermID = "api.azure-exclusivity"

    static let early: [Answer] = [
        Answer("2019-12-31", "hosting.azure", .field(.exclusivity, "exclusive")),
        Answer(
            "2019-12-31", by: "2019-12-31", "hosting.azure", .field(.exclusivity, "exclusive")),
        Answer("2019-12-31", by: "2019-12-31", "hosting.azure", .status(.inForce)),
        Answer("2019-12-31", "commercialisation.preferred-partner", .status(.inForce)),
        Answer(
            "2019-12-31", "commercialisation.preferred-partner",
            .field(.exclusivity, "non-exclusive")),
        Answer(
            "2019-12-31", licence, .field(.subject, "Some technologies of OpenAI from before AGI")),
        Answer("2019-12-31", licence, .field(.exclusivity, "unknown")),
        Answer("2019-12-31", "investment.2019", .field(.amount, "USD 1,000,000,000")),
        Answer("2019-12-31", "investment.total", .field(.amount, "USD 1,000,000,000")),
        Answer("2019-12-31", share, .status(.notYet)),
        Answer("2019-12-31", back, .status(.notYet)),
        Answer("2019-12-31", by: "2019-12-31", "agi-clause", .reported(.effect, [])),
        Answer("2020-12-31", by: "2020-12-31", "license.gpt-3", .field(.exclusivity, "exclusive")),
        Answer("2020-09-21", "license.gpt-3", .status(.notYet)),
        Answer(
            "2022-12-31", by: "2022-12-31", "investment.total",
            .field(.amount, "USD 1,000,000,000")),
        Answer("2022-12-31", by: "2022-12-31", "investment.2021", .absent),
        Answer(
            "2022-12-31", by: "2023-01-23", "investment.2021", .field(.amount, "undisclosed")),
        Answer("2022-12-31", by: "2023-01-23", "investment.2021", .reported(.amount, [])),
        Answer(
            "2022-12-31", by: "2023-01-23", "investment.total", .field(.amount, "undisclosed")),
        Answer("2022-12-31", by: "2023-01-23", "investment.total", .reported(.amount, [])),
        Answer(
            "2022-12-31", by: "2023-01-24", "investment.2021", .field(.amount, "undisclosed")),
        Answer(
            "2022-12-31", by: "2023-01-24", "investment.2021",
            .reported(.amount, ["USD 2,000,000,000"])),
        Answer(
            "2022-12-31", by: "2023-01-24", "investment.total",
            .reported(.amount, ["USD 3,000,000,000"])),
        Answer("2021-06-30", "investment.2021", .status(.indeterminate)),
        Answer(
            "2023-01-15", by: "2023-01-15", "investment.total",
            .reported(.valuation, ["USD 29,000,000,000"])),
        Answer("2023-01-23", by: "2023-01-23", "investment.total", .unset(.valuation)),
        Answer("2023-01-23", by: "2023-01-23", "investment.total", .unset(.instrument)),
        Answer(
            "2023-01-24", by: "2023-01-24", "investment.2023", .field(.amount, "undisclosed")),
        Answer(
            "2023-01-24", by: "2023-01-24", "investment.2023",
            .reported(.amount, ["USD 10,000,000,000"])),
        Answer("2023-12-31", "board.observer", .status(.inForce)),
        Answer("2024-07-08", "board.observer", .status(.inForce)),
        Answer("2024-07-09", "board.observer", .status(.ended)),
    ]

    static let upTo2024: [Answer] = [
        Answer(
            "2024-12-31", by: "2024-12-31", "hosting.azure", .field(.exclusivity, "exclusive")),
        Answer("2024-12-31", by: "2024-12-31", api, .status(.inForce)),
        Answer("2024-12-31", by: "2024-12-31", api, .field(.exclusivity, "exclusive")),
        Answer("2024-12-31", api, .field(.ends, "through 2030")),
        Answer("2024-12-31", licence, .field(.ends, "through 2030")),
        Answer("2024-12-31", by: "2024-12-31", licence, .unset(.ends)),
        Answer("2024-12-31", by: "2024-12-31", share, .absent),
        Answer("2024-12-31", by: "2024-12-31", back, .absent),
        Answer("2024-12-31", by: "2025-01-20", share, .absent),
        Answer("2024-12-31", by: "2025-01-21", share, .status(.inForce)),
        Answer("2024-12-31", by: "2025-01-21", share, .field(.rate, "undisclosed")),
        Answer("2024-12-31", by: "2025-01-21", share, .reported(.rate, [])),
        Answer("2024-12-31", by: "2025-01-22", share, .field(.rate, "undisclosed")),
        Answer("2024-12-31", by: "2025-01-22", share, .reported(.rate, ["20% of revenue"])),
        Answer("2024-12-31", by: "2025-05-07", share, .field(.rate, "undisclosed")),
        Answer("2024-12-31", by: "2025-01-21", back, .field(.rate, "undisclosed")),
        Answer("2024-12-31", by: "2025-11-29", back, .field(.rate, "undisclosed")),
        Answer("2024-12-31", by: "2025-11-29", back, .reported(.rate, [])),
        Answer("2024-12-31", by: "2025-11-30", back, .field(.rate, "undisclosed")),
        Answer(
            "2024-12-31", by: "2025-11-30", back,
            .reported(.rate, ["20% of revenue of Bing and the Azure OpenAI Service"])),
        Answer(
            "2024-12-31", by: "2024-12-31", "investment.total", .field(.amount, "undisclosed")),
        Answer(
            "2024-12-31", by: "2024-12-31", "investment.total",
            .reported(.amount, ["USD 13,000,000,000"])),
        Answer(
            "2024-12-31", by: "2025-10-29", "investment.total",
            .field(.amount, "USD 13,000,000,000")),
    ]

    static let in2025: [Answer] = [
        Answer(
            "2025-01-20", by: "2025-01-20", "hosting.azure", .field(.exclusivity, "exclusive")),
        Answer("2025-01-20", by: "2025-01-20", "first-refusal.compute", .absent),
        Answer("2025-01-20", by: "2025-01-20", "own-capacity", .absent),
        Answer(
            "2025-06-30", by: "2025-06-30", "hosting.azure",
            .field(.exclusivity, "non-exclusive")),
        Answer("2025-06-30", by: "2025-06-30", "first-refusal.compute", .status(.inForce)),
        Answer("2025-06-30", by: "2025-06-30", "own-capacity", .status(.inForce)),
        Answer(
            "2025-06-30", by: "2025-06-30", "commitment.azure", .field(.amount, "undisclosed")),
        Answer("2025-06-30", by: "2025-06-30", api, .field(.ends, "through 2030")),
        Answer("2025-06-30", by: "2025-06-30", licence, .field(.ends, "through 2030")),
        Answer("2025-06-30", by: "2025-06-30", share, .field(.ends, "through 2030")),
        Answer(
            "2025-06-30", by: "2025-06-30", "equity.microsoft-stake",
            .field(.percentage, "undisclosed")),
        Answer(
            "2025-06-30", "equity.microsoft-stake",
            .field(.percentage, "32.5% of the OpenAI for-profit entity")),
        Answer("2025-09-30", by: "2025-09-30", "memorandum.2025", .status(.inForce)),
        Answer("2025-10-28", "memorandum.2025", .status(.ended)),
        Answer("2025-10-27", "first-refusal.compute", .status(.inForce)),
        Answer("2025-10-28", "first-refusal.compute", .status(.ended)),
        Answer("2025-12-31", by: "2025-12-31", api, .status(.inForce)),
        Answer("2025-12-31", by: "2025-12-31", api, .field(.ends, "upon agi")),
        Answer(
            "2025-12-31", by: "2025-12-31", api,
            .field(.customers, "all except us-national-security")),
        Answer("2025-12-31", by: "2025-12-31", api, .field(.products, "only api-products")),
        Answer("2025-12-31", by: "2025-12-31", licence, .field(.exclusivity, "exclusive")),
        Answer("2025-12-31", by: "2025-12-31", licence, .field(.exclusiveUntil, "upon agi")),
        Answer("2025-12-31", by: "2025-12-31", licence, .field(.ends, "through 2032")),
        Answer(
            "2025-12-31", by: "2025-12-31", licence,
            .field(.products, "all except consumer-hardware")),
        Answer(
            "2025-12-31", by: "2025-12-31", "license.research",
            .field(.ends, "the first of: upon agi, through 2030")),
        Answer("2025-12-31", by: "2025-12-31", share, .field(.ends, "upon agi")),
        Answer("2025-12-31", by: "2025-12-31", share, .field(.rate, "undisclosed")),
        Answer("2025-12-31", by: "2025-12-31", share, .field(.cap, "unknown")),
        Answer("2025-12-31", by: "2026-04-27", share, .field(.cap, "none")),
        Answer(
            "2025-12-31", by: "2025-12-31", "equity.microsoft-stake",
            .field(.percentage, "27% of OpenAI Group PBC")),
        Answer(
            "2025-12-31", by: "2025-12-31", "commitment.azure",
            .field(.amount, "USD 250,000,000,000")),
        Answer("2025-12-31", by: "2025-12-31", "commitment.azure", .field(.over, "undisclosed")),
        Answer(
            "2025-12-31", by: "2025-12-31", "investment.total",
            .field(.funded, "USD 11,600,000,000")),
        Answer(
            "2026-03-31", by: "2026-03-31", "investment.total",
            .field(.funded, "USD 11,600,000,000")),
        Answer(
            "2026-03-31", by: "2026-05-31", "investment.total",
            .field(.funded, "USD 11,800,000,000")),
    ]

    @Test(arguments: early + upTo2024 + in2025)
    func `what held`(_ answer: Answer) throws { answer.check(try Self.story.get()) }

    @Test func `what was announced without a day says so`() throws {
        let story = try Self.story.get()
        let hosting = story.on("2019-12-31").copy.term("hosting.azure")
        #expect(hosting?.since == "2019-07-22")
        #expect(hosting?.reasons.contains(.announced("2019-07-22")) == true)
        let licence = story.on("2020-12-31").copy.term("license.gpt-3")
        #expect(licence?.reasons.contains(.announced("2020-09-22")) == true)
    }

    @Test func `what AGI is was defined anew, and read in two ways`() throws {
        let story = try Self.story.get()
        let early = story.on("2024-12-31", disclosedBy: "2024-12-25").copy.condition("agi")
        let late = story.on("2024-12-31", disclosedBy: "2024-12-26").copy.condition("agi")
        #expect(early?.readings.isEmpty == true)
        #expect(late?.readings.map(\.id) == ["profits", "returns-to-investors"])
        #expect(early?.text != late?.text)
        let panel = story.on("2025-12-31", disclosedBy: "2025-12-31").copy.condition("agi")
        #expect(panel?.decidedBy.count == 2)
        #expect(panel?.decidedBy.last?.contains("panel") == true)
        #expect(panel?.outcome == nil)
    }

    @Test func `the best graded report stands first`() throws {
        let story = try Self.story.get()
        func first(_ by: Day) -> SourceGrade? {
            story.on("2024-12-31", disclosedBy: by).copy.term(Self.share)?.field(.rate)?
                .competing.first?.grade
        }
        #expect(first("2025-01-22") == .secondary)
        #expect(first("2025-05-07") == .namedPress)
    }

    @Test func `the memorandum led to the definitive agreement`() throws {
        let story = try Self.story.get()
        func isMet(_ day: Day) -> Bool? {
            story.on(day).copy.expectations.first { $0.id == "definitive-agreement" }?.isMet
        }
        #expect(isMet("2025-09-10") == nil)
        #expect(isMet("2025-10-27") == false)
        #expect(isMet("2025-10-28") == true)
    }

    @Test func `a term waits for AGI while that is pending`() throws {
        let api = try Self.story.get().on("2025-12-31", disclosedBy: "2025-12-31").copy.term(
            Self.api)
        #expect(api?.reasons.contains(.conditionPending("agi")) == true)
    }

    @Test func `two statements read the exclusivity of the API in two ways`() throws {
        let api = try Self.story.get().on("2026-03-15", disclosedBy: "2026-03-15").copy.term(
            Self.api)
        let readings = (api?.remarks ?? []).compactMap { remark -> (String, [String])? in
            guard case .interpreted(_, let reading, _, let others) = remark.content else {
                return nil
            }
            return (reading, others)
        }
        #expect(readings.contains { $0.0.contains("tateless") })
        let others = readings.map { $0.1.joined() }.joined()
        #expect(others.contains("All API products"))
    }
}
