import Notation
import Terms

/// What a header that is none of our names most likely means.
enum TableGuess {
    /// Our names, the likeliest first; none where nothing is near.
    static func columns(for header: String) -> [String] {
        let name = TableColumn.normal(header)
        let near = Spelling.nearest(to: name, among: TableColumn.names)
        if !near.isEmpty { return near }
        let words = name.split(separator: "-").map(String.init)
        return words.compactMap(column).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Of a short word everything is near.
    private static func column(_ word: String) -> String? {
        if let known = synonyms[word] ?? TableColumn(word)?.name { return known }
        return word.count < 5 ? nil : Spelling.nearest(to: word, among: TableColumn.names).first
    }

    /// Words that contract teams write over their columns.
    private static let synonyms = [
        "contract": "agreement", "deal": "agreement", "matter": "agreement",
        "timezone": "zone", "counterparty": "parties", "counterparties": "parties",
        "document": "instrument", "amendment": "instrument", "executed": "signed",
        "execution": "signed", "commencement": "effective", "known": "disclosed",
        "published": "disclosed", "publisher": "source", "evidence": "source",
        "provision": "term", "obligation": "term", "type": "kind", "category": "kind",
        "action": "change", "remarks": "note", "comment": "note", "comments": "note",
        "section": "clause", "wording": "text", "language": "text", "licensor": "grantor",
        "licensee": "grantee", "licencee": "grantee", "price": "amount", "value": "amount",
        "sum": "amount", "percent": "rate", "start": "starts", "begin": "starts",
        "expiry": "ends", "expires": "ends", "end": "ends", "territory": "territories",
        "product": "products", "jurisdiction": "law", "maximum": "cap", "court": "forum",
    ]
}
