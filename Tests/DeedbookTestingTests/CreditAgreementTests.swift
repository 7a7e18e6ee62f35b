import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// The real record of three credit agreements: what their numbered amendments changed, and on which day.
struct CreditAgreementTests {
    private static func story(_ agreement: AgreementID) throws -> Story {
        try given(folder: "\(ExampleTests.events)/\(agreement)")
    }
    static let adtalemStory = Result { try story("adtalem-credit") }
    static let marcusStory = Result { try story("marcus-credit") }
    static let redRobinStory = Result { try story("red-robin-credit") }

    static let eurocurrency: TermID = "margin.term-loan-b.eurocurrency"

    static let adtalem: [Answer] = [
        Answer("2021-08-11", "facility.revolver", .status(.notYet)),
        Answer("2021-08-12", "facility.revolver", .field(.commitment, "USD 400,000,000")),
        Answer("2021-08-12", "facility.revolver", .field(.maturity, "on 2026-08-12")),
        Answer("2021-08-12", "facility.term-loan-b", .field(.commitment, "USD 850,000,000")),
        Answer("2023-06-30", eurocurrency, .field(.base, "LIBOR")),
        Answer("2023-07-01", eurocurrency, .field(.base, "SOFR")),
        Answer("2023-07-01", by: "2023-08-09", eurocurrency, .field(.base, "LIBOR")),
        Answer(
            "2024-01-25", eurocurrency,
            .field(.rate, "between 4% of principal and 4.5% of principal")),
        Answer(
            "2024-01-26", eurocurrency,
            .field(.rate, "between 3.5% of principal and 4% of principal")),
        Answer(
            "2024-01-26", "margin.term-loan-b.alternate-base-rate",
            .field(.rate, "between 2.5% of principal and 3% of principal")),
        Answer("2024-08-20", eurocurrency, .field(.measure, "net first lien leverage ratio")),
        Answer("2024-08-21", eurocurrency, .field(.measure, "none")),
        Answer(
            "2024-08-21", eurocurrency,
            .field(.rate, "between 2.75% of principal and 3.25% of principal")),
        Answer(
            "2024-06-30", "facility.term-loan-b", .reported(.drawn, ["USD 253,333,000"])),
        Answer("2024-07-01", "facility.term-loan-b", .reported(.drawn, [])),
        Answer(
            "2025-03-31", "facility.term-loan-b", .reported(.drawn, ["USD 153,333,000"])),
        Answer("2025-08-05", "facility.revolver", .field(.commitment, "USD 400,000,000")),
        Answer("2025-08-06", "facility.revolver", .field(.commitment, "USD 500,000,000")),
        Answer("2025-08-06", "facility.revolver", .field(.maturity, "unknown")),
    ]

    static let marcus: [Answer] = [
        Answer("2020-01-09", "facility.revolver", .field(.commitment, "USD 225,000,000")),
        Answer("2020-01-09", "facility.revolver", .field(.accordion, "USD 125,000,000")),
        Answer("2020-01-09", "facility.revolver", .reported(.drawn, ["USD 68,000,000"])),
        Answer("2020-01-10", "facility.revolver", .reported(.drawn, [])),
        Answer("2020-02-01", "margin.revolver.libor", .field(.rate, "0.975% of principal")),
        Answer("2020-02-01", "margin.revolver.facility-fee", .field(.rate, "0.15% of commitment")),
        Answer(
            "2020-02-01", "covenant.debt-to-capitalization",
            .field(.atMost, "55% of total capitalization")),
        Answer(
            "2020-02-01", "covenant.fixed-charge-coverage",
            .field(.atLeast, "300% of fixed charges")),
        Answer("2020-04-28", "facility.term-loan-a", .status(.notYet)),
        Answer("2020-04-29", "facility.term-loan-a", .field(.commitment, "USD 90,800,000")),
        Answer("2020-04-29", "facility.term-loan-a", .field(.maturity, "on 2021-04-28")),
        Answer("2020-04-28", "margin.revolver.libor", .unset(.baseFloor)),
        Answer("2020-04-29", "margin.revolver.libor", .field(.baseFloor, "1% of principal")),
        Answer("2020-04-29", "margin.revolver.libor", .field(.rate, "2.1% of principal")),
        Answer("2020-04-29", "margin.revolver.facility-fee", .field(.rate, "0.4% of commitment")),
        Answer(
            "2020-06-01", by: "2020-04-29", "margin.revolver.libor",
            .field(.rate, "0.975% of principal")),
        Answer("2020-06-01", "covenant.minimum-liquidity", .field(.minimum, "unknown")),
    ]

    static let redRobin: [Answer] = [
        Answer("2020-05-28", "covenant.leverage", .status(.inForce)),
        Answer("2020-05-29", "covenant.leverage", .status(.suspended)),
        Answer("2020-07-12", "covenant.fixed-charge-coverage", .status(.suspended)),
        Answer("2020-07-13", "covenant.fixed-charge-coverage", .status(.inForce)),
        Answer("2021-02-25", "covenant.leverage", .status(.suspended)),
        Answer("2021-07-12", "covenant.leverage", .status(.inForce)),
        Answer("2020-05-28", "margin", .field(.rate, "unknown")),
        Answer("2020-05-29", "margin", .field(.rate, "3.25% of principal")),
        Answer("2020-05-29", "margin", .field(.baseFloor, "1% of principal")),
        Answer("2021-08-01", "margin", .field(.rate, "unknown")),
        Answer("2021-02-24", "covenant.minimum-liquidity", .status(.notYet)),
        Answer("2021-02-25", "covenant.minimum-liquidity", .field(.minimum, "USD 55,000,000")),
        Answer("2021-07-12", "covenant.minimum-liquidity", .field(.minimum, "USD 42,000,000")),
        Answer("2021-11-09", "covenant.minimum-liquidity", .field(.minimum, "unknown")),
        Answer("2022-03-03", "facility", .status(.inForce)),
        Answer("2022-03-04", "facility", .status(.ended)),
    ]

    @Test(arguments: adtalem)
    func `Adtalem`(_ answer: Answer) throws {
        answer.check(try Self.adtalemStory.get())
    }

    @Test(arguments: marcus)
    func `Marcus`(_ answer: Answer) throws {
        answer.check(try Self.marcusStory.get())
    }

    @Test(arguments: redRobin)
    func `Red Robin`(_ answer: Answer) throws {
        answer.check(try Self.redRobinStory.get())
    }

    /// An agreement, a term, a day, and how many waivers touch it.
    @Test(
        arguments: [
            ("2020-04-28", 0), ("2020-04-29", 1), ("2021-08-31", 1), ("2021-09-01", 0),
        ] as [(Day, Int)])
    func `the ratio that the lenders do not ask for until September 2021`(
        _ day: Day, _ count: Int
    ) throws {
        let term = try Self.marcusStory.get().on(day).copy.term("covenant.fixed-charge-coverage")
        #expect(term?.status == .inForce)
        let waivers = (term?.reasons ?? []).filter { if case .waived = $0 { true } else { false } }
        #expect(waivers.count == count)
    }

    @Test func `the fourth amendment has another day in the heading of its page`() throws {
        let story = try Self.marcusStory.get()
        #expect(
            story.reports(of: .signed, in: "2022-07-27-marcus-fourth-amendment") == ["2022-07-29"])
    }

    @Test func `an agent is in the group of the lenders, with its role`() throws {
        let copy = try Self.marcusStory.get().on("2020-02-01").copy
        let lenders = try #require(copy.parties.first { $0.id == "lenders" })
        #expect(
            lenders.members?.map(\.party) == [
                "jpmorgan", "us-bank", "wells-fargo", "bank-of-america",
            ])
    }
}
