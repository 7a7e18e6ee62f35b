import Amendments
import Journal
import Notation
import Testing

/// A spreadsheet as a lawyer keeps it: what stands in cells beside values is refused with what to write, and never taken
/// for a part of the value.
struct TableRemarkTests {
    private static let good = """
        agreement,title,zone,parties,instrument,signed,disclosed,source,term,kind,payer,payee,amount,rate,per,ends,products,note
        x,X,UTC,a = A; b = B,Contract,2024-01-10,2024-01-10,files [executed-text],fee.one,fee,a,b,EUR 10,,1 year,through 2030,,
        ,,,,,,,,royalty.one,royalty,a,b,,5% of net sales,,,,

        """

    @Test(arguments: [
        ("EUR 10", "EUR 2000000*", "take out the footnote's mark: EUR 2000000; the footnote"),
        ("5% of net sales", "5% of net sales¹", "take out the footnote's mark: 5% of net sales;"),
        ("1 year", "1 year†", "take out the footnote's mark: 1 year;"),
        ("EUR 10", "TBD", "where nothing is stated leave the cell empty"),
        ("EUR 10", "n/a", "where nothing is stated leave the cell empty"),
        ("EUR 10", "–", "where nothing is stated leave the cell empty"),
        ("EUR 10", "see Sch. 2", "refers to another place"),
        ("5% of net sales", "Schedule 3", "refers to another place"),
        ("EUR 10", "[***]", "{ redacted: \"[***]\" }"),
        ("EUR 10", "***", "{ redacted: \"***\" }"),
        ("EUR 10", "EUR 8000000 p.a.", "write EUR 8000000; how often it is due"),
        ("EUR 10", "approx. EUR 1600000", "{ about: EUR 1600000 }"),
        ("through 2030", "10 years", "a length is no day"),
        ("through 2030", "5 years after termination", "the column 'survival'"),
        (",fee,", ",MFN,", "did you mean most-favoured?"),
        (",fee,", ",NDA,", "did you mean confidentiality?"),
        (",royalty,a,b", ",royalty,a,", "a row that amends a term leaves 'kind' empty"),
    ])
    func `what stands beside a value is refused with what to write instead`(
        right: String, wrong: String, cure: String
    ) throws {
        let place = try #require(Self.good.firstRange(of: right))
        var text = Self.good
        text.replaceSubrange(place, with: wrong)
        let table = try TermTable(Array(text.utf8), file: "t.csv")
        let problems = table.reading(knowing: TableKnowledge()).problems
        #expect(problems.count == 1, "\(problems)")
        #expect(problems.first?.hint?.contains(cure) == true, "\(problems)")
    }

    @Test func `in a text and in a note such marks are words`() throws {
        let text = Self.good.replacing("through 2030,,", with: "through 2030,,see Sch. 2*")
        let table = try TermTable(Array(text.utf8), file: "t.csv")
        #expect(table.reading(knowing: TableKnowledge()).problems.isEmpty)
    }

    @Test func `headers of others lead to the columns that may be meant`() throws {
        let table = try TermTable(Array("Date,Royalty %\n1,2\n".utf8), file: "t.csv")
        let map = try #require(table.guessedMap)
        #expect(map.contains("  Date: <-  # signed or effective or disclosed?"), "\(map)")
        #expect(map.contains("# rate?"), "\(map)")
        #expect(map.contains("# dates: day-first"))
    }
}
