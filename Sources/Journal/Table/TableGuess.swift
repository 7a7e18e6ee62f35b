import Notation
import Terms

/// What a header that is none of our names most likely means.
enum TableGuess {
    /// Our names, the likeliest first; none where nothing is near.
    static func columns(for header: String) -> [String] {
        let name = TableColumn.normal(header)
        if name == "date" { return ["signed", "effective", "disclosed"] }
        let near = Spelling.nearest(to: name, among: TableColumn.names)
        if !near.isEmpty { return near }
        let words = name.split(separator: "-").map(String.init)
        return words.compactMap(column).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Our name for a header that can mean nothing else; nil where a person has to say it.
    ///
    /// A guess that is saved as it stands drops a column or puts it where it does not belong, so only the header as a
    /// whole counts, and words that mean one thing in every register of contracts.
    static func certain(for header: String) -> String? {
        let name = TableColumn.normal(header)
        if let column = TableColumn(name)?.name { return column }
        return certainWords[name]
    }

    private static let certainWords = [
        "time-zone": "zone", "timezone": "zone", "counterparties": "parties",
        "licensor": "grantor", "licensee": "grantee", "licencee": "grantee",
        "date-signed": "signed", "signed-on": "signed", "signing-date": "signed",
        "signature-date": "signed", "date-of-signature": "signed", "executed-on": "signed",
        "execution-date": "signed", "effective-date": "effective", "effective-from": "effective",
        "governing-law": "law", "notice-period": "notice", "territory": "territories",
        "remarks": "note", "comments": "note", "comment": "note", "notes": "note",
        "territories-covered": "territories", "start-date": "starts", "clause-no": "clause",
        "amendment-no": "instrument-number",
    ]

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
        "%": "rate", "royalty": "rate",
    ]
}
