import Algorithms
import Notation
import Terms

/// What a header that is none of our names most likely means.
enum TableGuess {
    /// Our names, the likeliest first; none where nothing is near.
    static func columns(for header: String) -> [String] {
        let header = TableHeader(header)
        if let known = phrases[header.name] { return known }
        let near = Spelling.nearest(to: header.name, among: TableColumn.names)
        if !near.isEmpty { return near }
        let found = Array(header.words.compactMap(column).uniqued())
        let dates = found.filter { TableColumn($0)?.holdsDates ?? false }
        return header.words.contains("date") && !dates.isEmpty ? dates : found
    }

    /// The same as a map writes them, amounts with the currency that the header names.
    static func targets(for header: String) -> [String] {
        let columns = columns(for: header)
        guard let currency = TableHeader(header).currency else { return columns }
        let found = columns.map { name in
            TableColumn(name).map { TableMap.Target.name($0, in: $0.holdsAmounts ? currency : nil) }
                ?? name
        }
        let isOfAmounts = columns.isEmpty || columns.contains(TableHead.currency.rawValue)
        return isOfAmounts ? ["\(FieldName.amount) in \(currency.code)"] + found : found
    }

    /// Our name for a header that can mean nothing else, with the currency of its amounts; nil where a person has to say
    /// it.
    ///
    /// A guess that is saved as it stands drops a column or puts it where it does not belong, so only the header as a
    /// whole counts, and words that mean one thing in every register of contracts. Amounts in thousands or millions would
    /// be read as they stand.
    static func certain(for header: String) -> String? {
        let header = TableHeader(header)
        guard !header.isShortened,
            let name = TableColumn(header.name)?.name ?? certainWords[header.name]
        else { return nil }
        guard let currency = header.currency else { return name }
        return TableColumn(name).flatMap { column in
            column.holdsAmounts ? TableMap.Target.name(column, in: currency) : nil
        }
    }

    private static let certainWords = [
        "time-zone": "zone", "timezone": "zone", "counterparties": "parties",
        "licensor": "grantor", "licensee": "grantee", "licencee": "grantee",
        "date-signed": "signed", "signed-on": "signed", "signed-date": "signed",
        "signing-date": "signed", "signature-date": "signed", "date-of-signature": "signed",
        "executed-on": "signed", "date-executed": "signed", "execution-date": "signed",
        "effective-date": "effective", "effective-from": "effective",
        "governing-law": "law", "notice-period": "notice", "territory": "territories",
        "remarks": "note", "comments": "note", "comment": "note", "notes": "note",
        "territories-covered": "territories", "licensed-territory": "territories",
        "licensed-products": "products", "field-of-use": "fields", "fields-of-use": "fields",
        "start-date": "starts", "clause-no": "clause", "clause-ref": "clause",
        "clause-reference": "clause", "amendment-no": "instrument-number", "ccy": "currency",
        "currency-code": "currency",
    ]

    /// Headers whose words mean something else together.
    private static let phrases: [String: [String]] = {
        let meanings = [
            "signed effective disclosed": "date",
            "signed effective":
                "agreement-date contract-date document-date amendment-date date-of-agreement",
            "title instrument":
                "agreement-name agreement-title contract-name contract-title name-of-agreement",
            "agreement":
                "agreement-id agreement-no agreement-ref contract-id contract-no contract-ref",
            "instrument": "document-name document-title",
            "instrument-kind": "document-type",
            "kind": "term-type obligation-type clause-type type-of-term",
            "term": "term-id term-no key-term",
            "text": "clause-text clause-wording",
            "starts effective": "from valid-from",
            "ends": "to valid-to valid-until valid-through effective-to effective-until",
            "payer": "paid-by payable-by",
            "payee": "paid-to payable-to",
        ]
        let pairs = meanings.flatMap { columns, headers in
            headers.split(separator: " ").map {
                (String($0), columns.split(separator: " ").map(String.init))
            }
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }()

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
        "execution": "signed", "signature": "signed", "commencement": "effective",
        "known": "disclosed", "published": "disclosed", "publisher": "source", "evidence": "source",
        "link": "source", "url": "source", "provision": "term", "obligation": "term",
        "type": "kind", "category": "kind", "action": "change", "remarks": "note",
        "comment": "note", "comments": "note", "description": "note", "summary": "note",
        "section": "clause", "article": "clause", "wording": "text", "language": "text",
        "licensor": "grantor", "licensee": "grantee", "licencee": "grantee",
        "vendor": "supplier", "fee": "amount", "fees": "amount", "price": "amount",
        "value": "amount", "sum": "amount", "percent": "rate", "start": "starts",
        "begin": "starts", "expiry": "ends", "expires": "ends", "expiration": "ends",
        "termination": "ends", "end": "ends", "territory": "territories", "product": "products",
        "exclusive": "exclusivity", "renew": "renewal", "renews": "renewal",
        "jurisdiction": "law", "maximum": "cap", "max": "cap", "min": "minimum",
        "guarantee": "minimum", "court": "forum", "ccy": "currency", "%": "rate",
        "royalty": "rate",
    ]
}
