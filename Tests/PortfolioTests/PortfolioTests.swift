import Ledger
import Portfolio
import Terms
import Testing

/// The language of predicates: what it reads, and what it says where it cannot.
struct LanguageTests {
    @Test(arguments: [
        "kind = fee", "rate > 15%", "not (rate > 15%)", "kind = fee or kind = cap",
        "kind = fee and (rate > 15% or cap is undisclosed)", "grade below regulatory-filing",
        "amount >= \"USD 5\"", "ends < 2030-01-01", "products contains models",
        "any is undisclosed", "party = microsoft", "law = \"New York\"", "status = in-force",
    ])
    func `what is read is written as it was`(_ source: String) throws {
        #expect(try TermPredicate(source).description == source)
    }

    @Test(arguments: [
        ("ends before 2030", "ends < 2030"), ("kind in (fee, cap)", "kind = fee or kind = cap"),
        ("kind != fee", "not (kind = fee)"), ("cap is not undisclosed", "not (cap is undisclosed)"),
        ("amount > USD 5", "amount > \"USD 5\""), ("notice <= 3 months", "notice <= \"3 months\""),
        ("((kind = fee))", "kind = fee"), ("rate above 15%", "rate > 15%"),
        ("amount > EUR 1.0000", "amount > \"EUR 1.0000\""),
        ("amount > EUR 0.500", "amount > \"EUR 0.500\""),
        ("amount > \"EUR 1.000\"", "amount > \"EUR 1.000\""),
        ("amount > KWD 1.000", "amount > \"KWD 1.000\""),
        ("rate > 2.125%", "rate > 2.125%"),
    ])
    func `a shorter way says the same`(_ source: String, _ longer: String) throws {
        #expect(try TermPredicate(source).description == longer)
    }

    struct Wrong: Sendable {
        let source: String
        let column: Int
        let length: Int
        let words: String

        init(_ source: String, _ column: Int, _ length: Int, _ words: String) {
            self.source = source
            self.column = column
            self.length = length
            self.words = words
        }
    }

    @Test(arguments: [
        Wrong("", 1, 1, "empty"), Wrong("kind", 5, 1, "the end"),
        Wrong("knid = fee", 1, 4, "did you mean kind"),
        Wrong("exclusivty = exclusive", 1, 10, "did you mean exclusivity"),
        Wrong("kind = revenue", 8, 7, "revenue-share"),
        Wrong("kind = fee rate > 15%", 12, 4, "expected and, or"),
        Wrong("rate > 15", 8, 2, "rate > 15%"), Wrong("rate > USD 5", 8, 5, "rate > 15%"),
        Wrong("payer > microsoft", 9, 9, "none is more or less"),
        Wrong("(kind = fee", 12, 1, "column 1"), Wrong("kind = fee)", 11, 1, "expected and"),
        Wrong("cap is hidden", 8, 6, "undisclosed"), Wrong("rate ~ 15%", 6, 1, "expected ="),
        Wrong("kind = fee & rate > 1%", 12, 1, "cannot stand"),
        Wrong("law = \"New York", 7, 9, "no end"), Wrong("rate ! 15%", 6, 1, "no comparison"),
        Wrong("kind in (fee, )", 15, 1, "a value"), Wrong("kind in fee", 9, 3, "(x, y)"),
        Wrong("status = active", 10, 6, "in-force"), Wrong("party = Microsoft", 9, 9, "a party"),
        Wrong("ends before soon", 13, 4, "a bound"), Wrong("and kind = fee", 1, 3, "a test"),
        Wrong("products = models", 12, 6, "contains"), Wrong("not", 4, 1, "the end"),
        Wrong("amount > EUR 1.000", 10, 9, "write EUR 1000 or EUR 1.0000"),
        Wrong("amount in (EUR 5, EUR 250.000)", 19, 11, "may be EUR 250000 or EUR 250.000"),
        Wrong("amount > EUR 1,000", 10, 9, "write EUR 1000"),
        Wrong("amount > EUR 1,000,000.50", 10, 16, "write EUR 1000000.50"),
        Wrong("amount > USD 100 million", 10, 15, "write USD 100000000"),
        Wrong("amount > EUR 0,500", 10, 9, "write EUR 0.500"),
        Wrong("quantity > 1.500", 12, 5, "write 1500 or 1.5000"),
    ])
    func `an error points at the text and says what would be right`(_ wrong: Wrong) throws {
        do throws(PredicateError) {
            let read = try TermPredicate(wrong.source)
            Issue.record("\(wrong.source) was read as \(read)")
        } catch {
            #expect(error.column == wrong.column && error.length == wrong.length, "\(error)")
            #expect("\(error.message) \(error.hint)".contains(wrong.words), "\(error)")
        }
    }

    @Test func `amounts of a list stand without blanks between them too`() throws {
        let tight = try TermPredicate("amount in (EUR 1,EUR 2)").description
        #expect(tight == (try TermPredicate("amount in (EUR 1, EUR 2)").description))
    }

    @Test func `brackets nested too deeply are refused, not followed`() {
        let deep = String(repeating: "(", count: 100_000) + "kind = fee"
        #expect(throws: PredicateError.self) { try TermPredicate(deep) }
    }

    @Test(arguments: [" or ", " and "])
    func `a predicate with too many tests is refused where the first of them stands`(
        _ joint: String
    ) {
        func predicate(_ count: Int) -> String {
            Array(repeating: "rate > 1%", count: count).joined(separator: joint)
        }
        #expect(throws: Never.self) { try TermPredicate(predicate(1_000)) }
        let error = #expect(throws: PredicateError.self) { try TermPredicate(predicate(10_000)) }
        #expect(error?.column == 1_000 * ("rate > 1%" + joint).count + 1)
        #expect(error?.hint.contains("in parts") == true)
    }

    @Test func `a list with too many values is refused as well`() {
        let values = Array(repeating: "fee", count: 1_000).joined(separator: ", ")
        #expect(throws: PredicateError.self) { try TermPredicate("kind in (\(values))") }
    }
}
