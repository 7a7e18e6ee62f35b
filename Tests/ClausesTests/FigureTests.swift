import Clauses
import Effort
import Testing

/// Which figures stand in a clause, and which of them changed.
struct FigureTests {
    static let rows: [(text: String, kind: Figure.Kind, figures: [String])] = [
        (
            "pays EUR 8,000,000, or $5 million, or US$ 3.", .amount,
            ["EUR 8,000,000", "$5 million", "US$ 3"]
        ),
        ("a fee of 500 euros (€ 500)", .amount, ["500 euros", "€ 500"]),
        ("of EUR 5¹ a day", .amount, ["EUR 5"]),
        (
            "5.5% of sales, 4 %, five percent, ten per cent, 30 basis points", .rate,
            ["5.5%", "4 %", "five percent", "ten per cent", "30 basis points"]
        ),
        (
            "on 31 March 2026, January 31, 2031, 2026-04-27 or 31/03/2026 until 2032.", .day,
            ["31 March 2026", "January 31 2031", "2026-04-27", "31/03/2026", "2032"]
        ),
        (
            "six (6) months' notice, a 30-day period, ten business days, 2 years", .duration,
            ["six (6) months", "30-day", "ten business days", "2 years"]
        ),
        (
            "an exclusive, non\u{2011}exclusive or sole licence that is not exclusive",
            .exclusivity,
            ["exclusive", "non-exclusive", "sole", "not exclusive"]
        ),
        (
            "10,000 wafers under Section 4.2 or 5.3 and Exhibit 7, besides 3 more", .number,
            ["10,000", "3"]
        ),
    ]

    @Test(arguments: rows)
    func `figures are found by what stands beside them`(
        _ row: (text: String, kind: Figure.Kind, figures: [String])
    ) {
        #expect(Figure.all(in: row.text).filter { $0.kind == row.kind }.map(\.text) == row.figures)
    }

    private static func changes(_ old: String, _ new: String) -> [String] {
        func clause(_ text: String) -> Clause { Clause.all(in: "4.1 \(text)")[0] }
        return Figure.changes(from: clause(old), to: clause(new)).map {
            "\($0.kind.rawValue): \($0.words)"
        }
    }

    @Test func `a figure that changed is stated with the one that it was`() {
        #expect(
            Self.changes(
                "A royalty of 5.5% of Net Sales, within thirty (30) days.",
                "A royalty of 5% of Net Sales, within thirty (30) days.")
                == ["rate: 5.5% became 5%"])
        #expect(
            Self.changes("An exclusive licence.", "A non-exclusive licence until 2032.")
                == ["day: new: 2032", "exclusivity: exclusive became non-exclusive"])
        #expect(Self.changes("USD 5, USD 5 again", "USD 5 again") == ["amount: no longer: USD 5"])
    }

    @Test(arguments: [
        ("six (6) months", "6 months"), ("six months", "6 months"), ("30-day", "thirty (30) days"),
        ("January 31, 2031", "31 January 2031"), ("31st January 2031", "31 January 2031"),
        ("pays on time", "pays in time"), ("Section 4.2", "Section 5.2"),
    ])
    func `the same figure in other words is no change`(_ old: String, _ new: String) {
        #expect(Self.changes(old, new) == [])
    }

    @Test func `finding what changed grows as the clause does`() {
        func text(of size: Int) -> String {
            "1. Fees. " + (0..<size).map(String.init).joined(separator: " ")
        }
        let growth = Growth.eightfold(500, of: text(of:)) { text in
            let old = Clause.all(in: text)[0]
            var new = old
            new.body = "0 \(old.body) 1"
            _ = Figure.changes(from: old, to: new)
        }
        #expect(Growth.isLinear(growth))
    }

    @Test func `any text is read to its end, and one against itself has no changes`() {
        var seeded = Seeded(3)
        let words = [
            "EUR", "5", "(6)", "six", "days", "%", "per", "cent", "March", "2026", "not", "sole",
            "-",
            "()", "of", "million", "1,000", "'", "§", "$", "€5", "a-day", "ten-day",
        ]
        for _ in 0..<Rounds.of(1_000) {
            let text = (0..<12).map { _ in words.randomElement(using: &seeded) ?? "" }
                .joined(separator: " ")
            #expect(Self.changes(text, text) == [])
        }
    }
}
