import Journal
import Notation

extension FuzzTarget {
    /// A spreadsheet of terms: what is read of it is the same each time, and survives JSON Lines.
    static let tables = FuzzTarget(
        "tables", seeds: [Self.commaTable, Self.semicolonTable],
        words: [
            ",", ";", "\t", "\n", "\r\n", "\"", "\"\"", "'=", "{ ", " }", "[", "]", "sep=;\n",
            "amended", "removed", "reported", "condition-defined", "undisclosed", "through ",
            "between ", " and ", "only ", "all except ", "royalty", "fee", "set.", "ignore",
        ],
        lengthLimit: 4_096
    ) { bytes throws(Broken) in
        let table: TermTable
        do { table = try TermTable(bytes, file: "t.csv") } catch { return .refused }
        let reading = table.reading(knowing: TableKnowledge())
        let again = table.reading(knowing: TableKnowledge())
        try hold(reading.problems == again.problems, "the same problems each time")
        try hold(
            reading.drafts.map(\.recording) == again.drafts.map(\.recording),
            "the same recordings each time")
        try hold(
            reading.problems.allSatisfy { $0.file == "t.csv" && $0.mark != nil },
            "every problem has its place: \(reading.problems)")
        guard reading.problems.isEmpty, !reading.drafts.isEmpty else { return .refused }
        let recordings = reading.drafts.map(\.recording)
        let (read, problems) = Journal.recordings(jsonLines: Journal.jsonLines(of: recordings))
        try hold(read == recordings, "a recording of a table is one of the journal: \(problems)")
        return .accepted
    }

    private static let commaTable = """
        agreement,title,zone,parties,instrument,signed,effective,disclosed,source,change,term,kind,payer,payee,rate,amount,territories,ends,text
        x,X,UTC,a = A; b = B (licensee),Contract,2024-01-01,2024-02-01,2024-01-01,files [executed-text],,r,royalty,a,b,6% of sales,,,through 2030,"two
        lines"
        ,,,,,,,,,,f,fee,a,b,,USD 10,,,
        ,,,,Change,2024-05-01,2024-06,2024-05-01,files [executed-text] https://example.org/1,amended,r,,,,5% of sales,,,,
        ,,,,,,,,,removed,f,,,,,,,,

        """

    private static let semicolonTable = """
        Agreement;Title;Zone;Parties;Instrument;Signed;Disclosed;Source;Term;Kind;Grantor;Grantee;Subject;Exclusivity;Territories
        x;X;UTC;"a = A; b = B";Contract;unknown;2024;files [secondary];l;license-grant;a;b;Patents;exclusive;all except jp
        ;;;;;;;;m;license-grant;b;a;Marks;undisclosed;only eu, us

        """
}
