import Amendments
import Journal
import Notation
import Terms
import Testing

/// Headers as registers of contracts have them: what the proposed map says of each, and what a map that states a currency
/// makes of the amounts under it.
struct TableHeaderTests {
    private static func proposed(for header: String) throws -> String {
        let table = try TermTable(Array("\"\(header)\"\n1\n".utf8), file: "t.csv")
        let map = try #require(table.guessedMap)
        let lines = map.split(separator: "\n").filter { $0.hasPrefix("  ") }
        let line = try #require(lines.first)
        return String(line.split(separator: ": ", maxSplits: 1).last ?? "")
    }

    @Test(arguments: [
        ("Amount (USD)", "amount in USD"), ("Amount [EUR]", "amount in EUR"),
        ("Amount in EUR", "amount in EUR"), ("amount, GBP", "amount in GBP"),
        ("Cap €", "cap in EUR"), ("Minimum (US$)", "minimum in USD"),
        ("Fee in EUR", "<-  # amount in EUR?"), ("Fee (€)", "<-  # amount in EUR?"),
        ("Currency (EUR)", "<-  # amount in EUR or currency?"), ("USD", "<-  # amount in USD?"),
        ("Minimum Guarantee (USD)", "<-  # minimum in USD?"),
    ])
    func `the currency of a header is proposed for its amounts`(header: String, proposal: String)
        throws
    {
        #expect(try Self.proposed(for: header) == proposal)
    }

    @Test(arguments: [
        // Of several currencies; no currency; a currency that is a word; no amounts.
        ("Amount ($)", "amount"), ("CAP ALL", "<-  # cap?"),
        ("Territories (all)", "<-  # territories?"), ("Exhibit M", "<-"),
        ("Unit Price (USD)", "<-  # unit-price?"),
    ])
    func `what names no one currency states none`(header: String, proposal: String) throws {
        #expect(try Self.proposed(for: header) == proposal)
    }

    @Test(arguments: ["Cap (GBP '000)", "Cap, £m", "Cap in kEUR", "Cap (USD millions)"])
    func `amounts in thousands or millions are never taken as they stand`(header: String) throws {
        let proposal = try Self.proposed(for: header)
        #expect(proposal.hasPrefix("<-  # cap"), "\(proposal)")
        #expect(proposal.hasSuffix("its amounts are shortened: write them in full in the table"))
    }

    @Test(arguments: [
        ("Agreement Date", "<-  # signed or effective?"), ("Expiration Date", "<-  # ends?"),
        ("Valid From", "<-  # starts or effective?"), ("Signed Date", "signed"),
        ("Contract Name", "<-  # title or instrument?"), ("Contract No.", "<-  # agreement?"),
        ("Amendment #", "instrument-number"), ("Amendment Number", "instrument-number"),
        ("Document Type", "<-  # instrument-kind?"), ("Vendor", "<-  # supplier?"),
        ("Field of Use", "fields"), ("Product(s)", "products"),
        ("Exclusive (Y/N)", "<-  # exclusivity?"), ("Clause Ref.", "clause"),
    ])
    func `words of registers lead to our columns`(header: String, proposal: String) throws {
        #expect(try Self.proposed(for: header) == proposal)
    }

    // MARK: A column in one currency

    private static let table = """
        agreement,title,zone,parties,instrument,signed,disclosed,source,term,kind,payer,payee,Fee (EUR),Cap (USD),currency
        x,X,UTC,a = A; b = B,Contract,2024-01-10,2024-01-10,files [executed-text],fee.one,fee,a,b,1200.50,900,

        """

    private static func reading(_ table: String) throws -> TableReading {
        var problems = Problems(.forgiving)
        let yaml = "columns:\n  Fee (EUR): amount in EUR\n  Cap (USD): cap in USD\n"
        let map = try #require(TableMap.read(Array(yaml.utf8), &problems), "\(problems.all)")
        return try TermTable(Array(table.utf8), file: "t.csv", map: map)
            .reading(knowing: TableKnowledge())
    }

    @Test func `each column has its own currency, and an amount that names another keeps that`()
        throws
    {
        let table = Self.table.replacing(",900,", with: ",GBP 900,")
            .replacing("fee.one,fee", with: "royalty.one,royalty")
            .replacing("Fee (EUR)", with: "minimum")
            .replacing("1200.50", with: "EUR 5")
        let fees = try Self.reading(
            Self.table.replacing("Cap (USD)", with: "note").replacing(",900,", with: ",,"))
        #expect(fees.drafts.isEmpty == false)
        let amounts = fees.drafts.flatMap(\.recording.events).flatMap(\.payload.givenFields)
        #expect(amounts.first?.set[.amount] == .string("EUR 1200.50"))
        let caps = try Self.reading(table).drafts.flatMap(\.recording.events)
            .flatMap(\.payload.givenFields)
        #expect(caps.first?.set[.cap] == .string("GBP 900"))
    }

    @Test func `a row that states another currency than the column is refused`() throws {
        let table = Self.table.replacing("Cap (USD)", with: "note")
            .replacing(",900,\n", with: ",,JPY\n")
        let problems = try Self.reading(table).problems.filter { $0.message.contains("row 2") }
        #expect(
            problems.map(\.message) == [
                "row 2, column M 'Fee (EUR)': '1200.50' is in EUR by its column, and in JPY by its row"
            ])
        #expect(
            problems.first?.hint == "write the currency with the amount, such as JPY 1200.50")
    }

    @Test(arguments: ["rate in EUR", "amount in EURO", "sum in EUR"])
    func `a column that has no amounts, or no currency, is refused with how it is written`(
        name: String
    ) {
        var problems = Problems(.forgiving)
        #expect(TableMap.read(Array("columns: { Fee: \(name) }\n".utf8), &problems) == nil)
        #expect(problems.all.first?.hint?.contains("amount in EUR") == true, "\(problems.all)")
    }
}
