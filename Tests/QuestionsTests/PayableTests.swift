import Amendments
import EventStore
import Ledger
import Notation
import Payments
import Questions
import Terms
import Testing

/// The amount of a term, from figures or days, and why it may not be computed.
struct PayableTests {
    private static func desk() async throws -> Desk {
        try await Desk(
            opening(
                fee(), Self.share, Self.text,
                Event(
                    TermAdded(
                        term: "volume", kind: .volumeCommitment,
                        set: RawFields([
                            .obligor: .string("a"), .beneficiary: .string("b"),
                            .quantity: .string("5"),
                        ])))),
            amended("later", to: "USD 12", on: "2025-01-01"))
    }

    private static let share = Event(
        TermAdded(
            term: "share", kind: .revenueShare,
            set: RawFields([
                .payer: .string("a"), .payee: .string("b"), .rate: .string("20% of revenue"),
            ])))
    private static let text = Event(
        TermAdded(term: "text", kind: .other, set: RawFields([.text: .string("T.")])))

    /// The figure of a month of 2024 or 2025.
    private static func figure(
        _ first: Day, _ last: Day, of base: String = "revenue", line: Int = 2
    ) throws -> Figure {
        Figure(
            period: try #require(DateRange("\(first)/\(last)")), days: first...last, base: base,
            currency: Currency("USD"), units: 100_00, line: line)
    }

    private static func refusal(_ question: PayableQuestion) async throws -> DeedbookError? {
        let desk = try await desk()
        do throws(DeedbookError) {
            _ = try await desk.ask(question)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a fee is worked out between two days, as of the last`() async throws {
        let answer = try await Self.desk().ask(
            PayableQuestion("fee", of: "x", from: "2024-11-01", to: "2025-02-28"))
        #expect(answer.content.copy.vantage.on == "2025-02-28")
        #expect(answer.today == "2025-04-02" && answer.content.before == nil)
        #expect(answer.content.payable.currency.code == "USD")
    }

    @Test func `figures count within the days asked about, as of the last that counts`()
        async throws
    {
        let months = [
            try Self.figure("2024-11-01", "2024-11-30"),
            try Self.figure("2024-12-01", "2024-12-31", line: 3),
            try Self.figure("2025-01-01", "2025-01-31", line: 4),
        ]
        let answer = try await Self.desk().ask(
            PayableQuestion("share", of: "x", figures: months, to: "2024-12-31"))
        #expect(answer.content.copy.vantage.on == "2024-12-31")
        #expect(answer.content.payable.agreed.lines.count == 2)
    }

    @Test func `a day that is given is that of the copy, whatever the figures are of`() async throws
    {
        let answer = try await Self.desk().ask(
            PayableQuestion(
                "fee", of: "x", from: "2024-11-01", to: "2025-02-28", on: "2024-03-01"))
        #expect(answer.content.copy.vantage.on == "2024-03-01")
    }

    @Test func `a comparison is a second answer under the terms of one point`() async throws {
        let answer = try await Self.desk().ask(
            PayableQuestion(
                "fee", of: "x", from: "2025-01-01", to: "2025-01-31",
                compare: Vantage(on: "2024-12-31")))
        let before = try #require(answer.content.before)
        #expect(before.agreed.lines != answer.content.payable.agreed.lines)
    }

    @Test func `what has no amount is refused with its kind`() async throws {
        let day = Vantage(on: "2025-04-02")
        let asked = [
            ("nothing", nil), ("text", TermKind.other), ("volume", .volumeCommitment),
        ]
        for (term, kind) in asked {
            let id = try #require(TermID(term))
            #expect(
                try await Self.refusal(PayableQuestion(id, of: "x"))
                    == .notPayable(
                        id, kind, of: "x", from: day, payable: TermsOfPayment.kinds))
        }
    }

    @Test func `each kind takes what it is worked out from, and nothing else`() async throws {
        let month = try Self.figure("2024-11-01", "2024-11-30")
        let cases: [(PayableQuestion, DeedbookError)] = [
            (PayableQuestion("fee", of: "x", figures: [month]), .takesNoFigures(.fee)),
            (PayableQuestion("share", of: "x"), .needsFigures(.revenueShare)),
            (PayableQuestion("fee", of: "x", from: "2024-01-01"), .needsDays),
            (
                PayableQuestion("fee", of: "x", from: "2024-02-01", to: "2024-01-01"),
                .reversedDays(from: "2024-02-01", to: "2024-01-01")
            ),
        ]
        for (question, refusal) in cases {
            #expect(try await Self.refusal(question) == refusal)
        }
    }

    @Test func `figures are of one base, of the term's, whole, and in the days asked about`()
        async throws
    {
        let month = try Self.figure("2024-11-01", "2024-11-30")
        let profit = try Self.figure("2024-12-01", "2024-12-31", of: "profit", line: 3)
        func asked(_ figures: [Figure], from: Day? = nil, to: Day? = nil) -> PayableQuestion {
            PayableQuestion("share", of: "x", figures: figures, from: from, to: to)
        }
        let cases: [(PayableQuestion, DeedbookError)] = [
            (asked([month, profit]), .secondBase("profit", line: 3, first: "revenue")),
            (asked([profit]), .unknownBase("profit", line: 3, of: "share", known: ["revenue"])),
            (
                asked([month], from: "2024-11-02"),
                .straddling(month.period, line: 2, day: "2024-11-02")
            ),
            (
                asked([month], to: "2024-11-29"),
                .straddling(month.period, line: 2, day: "2024-11-30")
            ),
            (asked([month], from: "2024-12-01"), .noFigures),
        ]
        for (question, refusal) in cases {
            #expect(try await Self.refusal(question) == refusal)
        }
    }
}
