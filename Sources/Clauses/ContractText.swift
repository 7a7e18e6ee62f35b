/// A version of a contract as a file has it: its clauses, and what was left out because it is none of its text.
public struct ContractText: Hashable, Sendable {
    public var clauses: [Clause]
    public var leftOut: LeftOut

    /// What stands in a file of a contract and is no text of that version.
    public struct LeftOut: Hashable, Sendable {
        /// How many places are struck out.
        public var struck = 0
        /// How many places no browser shows.
        public var hidden = 0
        /// How many lines of tables of contents.
        public var contents = 0
        /// What stood at the top or the foot of pages alike, beside their numbers, each once.
        public var edges: [String] = []

        /// What someone who compares versions has to know of it, a line each; none where nothing was left out.
        public var remarks: [String] {
            func count(_ number: Int, _ one: String, _ more: String) -> String? {
                number == 0
                    ? nil
                    : number == 1 ? "1 \(one) was left out" : "\(number) \(more) were left out"
            }
            let pages = edges.map { "\"\($0)\"" }.joined(separator: ", ")
            return [
                count(struck, "place that is struck out", "places that are struck out"),
                count(hidden, "place that is hidden", "places that are hidden"),
                count(contents, "line of a table of contents", "lines of a table of contents"),
                edges.isEmpty ? nil : "at the top or the foot of pages was left out: \(pages)",
            ].compactMap(\.self)
        }
    }

    /// - Parameter text: a plain text, or a page of HTML.
    /// - Throws: why it is no contract.
    public init(_ text: String) throws(NoContract) {
        if let other = NoContract(of: text) { throw other }
        var leftOut = LeftOut()
        var plain = text
        if HTMLText.isHTML(text) {
            let page = HTMLText(text)
            (plain, leftOut.struck, leftOut.hidden) = (page.text, page.struck, page.hidden)
        }
        let (lines, entries) = ContentsTable.parted(ContractPages.lines(of: plain))
        let pages = ContractPages(lines)
        leftOut.contents = entries
        leftOut.edges = pages.edges
        clauses = Clause.all(in: pages.text)
        self.leftOut = leftOut
        guard !clauses.isEmpty else { throw .empty }
        guard clauses.contains(where: { $0.number != nil || $0.heading != nil }) else {
            throw .noClause
        }
    }
}

/// Why a text is no contract of which clauses can be compared.
public enum NoContract: Error, CaseIterable, Hashable, Sendable {
    case empty
    case pdf
    case richText
    case noClause

    /// What the first bytes of a file say that it is; nil where it may be a contract.
    fileprivate init?(of text: String) {
        let head = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if head.isEmpty {
            self = .empty
        } else if head.hasPrefix("%PDF-") {
            self = .pdf
        } else if head.hasPrefix("{\\rtf") {
            self = .richText
        } else {
            return nil
        }
    }

    /// What is wrong, after the name of the file.
    public var message: String {
        switch self {
        case .empty: "has no text"
        case .pdf: "is a PDF, and no text"
        case .richText: "is rich text (RTF), and no text"
        case .noClause: "has no clause: no paragraph begins with a number or is a heading"
        }
    }

    /// What to do.
    public var hint: String {
        switch self {
        case .empty: "give the file that has the contract"
        case .pdf:
            "save the text of the document as a text or HTML file, and look that all of it is there"
        case .richText: "open it where it was written, and save it as plain text or HTML"
        case .noClause:
            "give both versions of the contract as text or HTML, with the numbers of their clauses"
        }
    }
}

/// Two versions of a contract, and what became of the clauses of the first.
public struct ContractVersions: Hashable, Sendable {
    public let alignment: ClauseAlignment
    /// What was left out of either version, a line each.
    public let leftOut: [String]

    public init(old: ContractText, new: ContractText) {
        alignment = ClauseAlignment(from: old.clauses, to: new.clauses)
        leftOut =
            old.leftOut.remarks.map { "of the old version: \($0)" }
            + new.leftOut.remarks.map { "of the new version: \($0)" }
    }
}
