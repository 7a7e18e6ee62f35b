import Amendments
import DeedbookTesting
import Journal
import Ledger
import Payments
import Terms
import Testing

/// One term of an invented agreement, from `quill` to `lantern`, and what is said of it later.
struct TermCase {
    let terms: TermsOfPayment

    /// - Parameters:
    ///   - later: events of an amendment, each a line of YAML without its dash.
    ///   - beside: events before the term, such as that of another term, each in the same way.
    init(
        _ kind: String, _ fields: String, from day: Day = "2024-01-01", later: [String] = [],
        indices: String = "", beside: [String] = []
    ) throws {
        var texts = [
            QuillAndLantern.opening + beside.map { "  - \($0)\n" }.joined()
                + "  - term-added: { term: pay.it, kind: \(kind), effective: { on: \(day) }, "
                + "set: { \(Self.sides(of: kind))\(fields) } }\n"
        ]
        if !later.isEmpty {
            texts.append(
                """
                recording: 2024-01-02-later
                agreement: quill-lantern
                instrument: { kind: amendment, title: Later, effective: { on: 2024-01-02 } }
                disclosed: 2024-01-02
                sources: [{ id: text, grade: executed-text, publisher: invented for tests }]
                events:

                """ + later.map { "  - \($0)\n" }.joined())
        }
        let story = try given(yaml: texts)
        let vantage = Vantage(on: "2024-06-01")
        let reading = AgreementReading("quill-lantern", history: story.events, from: vantage)
        let figures = try IndexFile.read("period,index,value\n" + indices)
        let terms = TermsOfPayment(
            "pay.it", in: reading, from: vantage, resolved: QuillAndLantern.resolved,
            indices: figures)
        guard let terms else { throw NoMoney() }
        self.terms = terms
    }

    /// Who pays, and who is paid.
    private static func sides(of kind: String) -> String {
        switch kind {
        case "minimum-commitment", "volume-commitment": "obligor: quill, beneficiary: lantern, "
        case "supply": "buyer: quill, supplier: lantern, "
        case "sale": "buyer: quill, seller: lantern, "
        case "service-level": "provider: quill, customer: lantern, "
        case "margin": ""
        case _: "payer: quill, payee: lantern, "
        }
    }

    /// The amount from a day to another without figures, in dollars.
    func payable(_ first: Day, _ last: Day) throws -> Calculation {
        let dollars = try #require(Currency("USD"))
        return try #require(Payable(terms, from: first, to: last, in: dollars)).agreed
    }

    /// The amount under figures in CSV, without their header.
    func payable(_ figures: String) throws -> Calculation {
        let read = try FiguresFile.read("period,base,amount\n" + figures)
        return try #require(Payable(terms, figures: read)).agreed
    }
}

extension Calculation {
    /// The amount of every line.
    var amounts: [Amount] { lines.map(\.amount) }
}

/// The term has no amount.
struct NoMoney: Error {}
