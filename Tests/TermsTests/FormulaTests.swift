import Effort
import Notation
import Terms
import Testing

struct FormulaTests {
    @Test(arguments: [
        ("5% of [net sales]", "5% of [net sales]", "5% of net sales"),
        (
            "max(5% of ([gross sales] net of [returns]), USD 1000)",
            "max(5% of ([gross sales] - [returns]), USD 1000)",
            "the greater of 5% of (gross sales less returns) and USD 1,000"
        ),
        (
            "1/3 of [profit] + minimum", "1/3 of [profit] + minimum",
            "(1/3 of profit) plus the minimum"
        ),
        ("2*license.a/amount", "2 * license.a/amount", "2 times the amount of license.a"),
        (
            "units [wafer] × USD 2.50 per [wafer]", "units [wafer] * USD 2.50 per [wafer]",
            "units of wafer times USD 2.50 per wafer"
        ),
        ("[a] - ([b] - [c])", "[a] - ([b] - [c])", "a less (b less c)"),
        ("([a] - [b]) - [c]", "[a] - [b] - [c]", "(a less b) less c"),
        ("[a] / [b] * USD 10", "[a] / [b] * USD 10", "a divided by b times USD 10"),
        (
            "min(cap, [a], 10% of [b])", "min(cap, [a], 10% of [b])",
            "the least of the cap, a and 10% of b"
        ),
    ])
    func `a formula is written in one way, and read as a sentence`(
        text: String, canonical: String, words: String
    ) throws {
        let formula = try Formula(text)
        #expect(formula.description == canonical)
        #expect(formula.displayText == words)
        #expect(try Formula(canonical) == formula)
        try expectRoundTrip(formula, Formula.codec)
    }

    @Test(arguments: [
        ("USD 2 * USD 3", "an amount in USD is multiplied by an amount in USD"),
        ("[a] * [b]", "an amount is multiplied by an amount"),
        ("[a] * minimum", "an amount is multiplied by an amount"),
        ("USD 1 + EUR 1", "an amount in USD and an amount in EUR are added up"),
        ("[a] + 5", "an amount and a number are added up"),
        ("max([a], 5%)", "an amount and a number are compared"),
        ("units [wafer] * USD 2 per [cell]", "a quantity of wafer is multiplied by"),
        ("units [wafer]", "is no amount of money"), ("5%", "is no amount of money"),
        ("[a] / [b]", "is no amount of money"), ("2 / [a]", "a number is divided by an amount"),
        ("[a] * payer", "'payer' is no amount, rate or count"),
        ("5% of [a] net of [b]", "it is not clear what 'net of' goes with"),
        ("[a] +", "the end at character 6"), ("max([a])", "at character 9"),
        ("(([a])", "the end at character 7"), ("[a] [b]", "'[' at character 5"),
        ("5 percent of [a]", "'p' at character 3"), ("", "the end at character 1"),
        ("USD 1,000", "',' at character 6"), ("5.00001% of [a]", "'5.00001%' is no share"),
        ("[]", "'' names no figures"),
        (String(repeating: "(", count: 40) + "[a]", "brackets lie more than 32 deep"),
    ])
    func `what has no meaning, or has two, is refused where it is written`(
        text: String, message: String
    ) throws {
        let found = problems(reading: .string(text), Formula.codec)
        #expect(found.count == 1)
        #expect(found.first?.message.contains(message) ?? false, "\(found.map(\.message))")
        #expect(found.first?.hint != nil)
    }

    @Test func `what it counts is named`() throws {
        let formula = try Formula("max(5% of ([b] - [a]), units [c] * EUR 1 per [c], EUR 2)")
        #expect(formula.figures == ["a", "b", "c"])
        #expect(formula.currencies.map(\.code) == ["EUR"])
    }

    @Test func `a formula that is printed is read as the same one`() throws {
        var random = Seeded(7)
        for _ in 0..<Rounds.of(2_000) {
            let formula = try Formula(Self.amount(depth: 4, &random))
            #expect(try Formula(formula.description) == formula, "\(formula)")
        }
    }

    /// A random amount of money.
    private static func amount(
        depth: Int, _ random: inout Seeded
    ) throws -> Formula.Expression {
        let money = try #require(Money("USD 12.50"))
        let share = try #require(Rate("1/3 of it"))
        func part() throws -> Formula.Expression { try amount(depth: depth - 1, &random) }
        switch depth == 0
            ? Int.random(in: 0..<3, using: &random) : Int.random(in: 0..<9, using: &random)
        {
        case 0: return .figure("net sales")
        case 1: return .money(money)
        case 2: return .field("license.a", "amount")
        case 3: return .sum(try part(), try part())
        case 4: return .difference(try part(), try part())
        case 5: return .product(.share(share), try part())
        case 6: return .quotient(try part(), .number(ExactDecimal(7)))
        case 7: return .greatest([try part(), try part(), try part()])
        case _: return .product(try part(), .quotient(try part(), try part()))
        }
    }
}
