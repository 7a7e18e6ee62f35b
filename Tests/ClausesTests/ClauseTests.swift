import Clauses
import Effort
import Testing

/// How a text falls into clauses.
struct ClauseTests {
    static let text = """
        LICENCE AGREEMENT

        Between Acme and Lumen.

        Section 1. Definitions. These words have
        these meanings.

        (a) "Lenses" means lenses.

        (b) "Net Sales" means sales.

        2. Fees
        2.1 Lumen pays USD 10 a year, and
        4.5 dollars a day of delay.
        2.2 Payments are due in 2026.

        ARTICLE IV Term: until 2030.

        2030 was agreed by both.
        """

    @Test func `numbers, items and headings begin clauses`() {
        let clauses = Clause.all(in: Self.text)
        #expect(
            clauses.map(\.number) == [nil, "1", "1(a)", "1(b)", "2", "2.1", "2.2", "IV"])
        #expect(
            clauses.map(\.heading) == [
                "LICENCE AGREEMENT", "Definitions", nil, nil, "Fees", nil, nil, "Term",
            ])
        #expect(clauses[1].text == "Section 1. Definitions. These words have these meanings.")
        #expect(clauses[1].body == "Definitions. These words have these meanings.")
        #expect(clauses[5].text == "2.1 Lumen pays USD 10 a year, and 4.5 dollars a day of delay.")
        #expect(clauses[7].text == "ARTICLE IV Term: until 2030.\n2030 was agreed by both.")
        #expect(clauses[4].title == "2 Fees")
    }

    @Test func `every word of a text stands in exactly one clause, in its order`() {
        var seeded = Seeded(5)
        let words = [
            "1.", "2.1", "(a)", "Section", "Article", "IV", "FEES", "pays", "Acme", "§", "3)",
            "\n", "\n\n", "2026", "4.2(b)", "—", "()", "(", ".", "..", "1..2", "\u{A0}", "é",
        ]
        for _ in 0..<Rounds.of(2_000) {
            let text = (0..<Int.random(in: 0...25, using: &seeded))
                .map { _ in words.randomElement(using: &seeded) ?? "" }.joined(separator: " ")
            let read = Clause.all(in: text).flatMap {
                $0.text.split(whereSeparator: \.isWhitespace)
            }
            #expect(read == text.split(whereSeparator: \.isWhitespace), "\(text.debugDescription)")
        }
    }
}
