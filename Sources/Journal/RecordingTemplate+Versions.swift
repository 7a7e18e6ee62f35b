import Amendments
public import Clauses
public import Ledger
import Notation
public import Terms

extension RecordingTemplate {
    /// An amendment of clauses, as two versions of a contract show it: each changed clause is an event with its new text.
    ///
    /// Every word of the new version that the old one has not is in the text of an event. Which term a clause is stands
    /// there where a term of the copy has the old clause as its text, word by word; else a place to be filled. Where a figure
    /// of a clause changed, the field that states it is a place to be filled, so that text and field are never at odds.
    ///
    /// - Parameters:
    ///   - copy: the terms before the amendment.
    ///   - redline: the difference of two texts by words, for a comment.
    /// - Returns: nil where no clause changed.
    public static func amendment(
        of copy: ConformedCopy, by versions: ContractVersions, key: RecordingKey, detail: Detail,
        redline: (_ old: String, _ new: String) -> String
    ) -> String? {
        let alignment = versions.alignment
        let changed = alignment.pairs.filter(\.isChanged)
        guard !changed.isEmpty || !alignment.added.isEmpty || !alignment.removed.isEmpty else {
            return nil
        }
        var page = Page(detail: detail)
        page.head(
            "An amendment of \(copy.agreement), made of two versions of the contract.",
            "Clauses are aligned by number, heading and words: look at each.", key: key,
            agreement: copy.agreement)
        page.line(
            0,
            "# Add the fields that each event changes beside its text, such as rate, amount or ends."
        )
        page.remarks(on: versions)
        page.instrument("amendment", isEffective: true)
        page.line(0, "events:")
        for pair in changed { page.changed(pair, in: copy, redline(pair.old.text, pair.new.text)) }
        for added in alignment.added { page.added(added) }
        for removed in alignment.removed { page.removed(removed, in: copy) }
        return page.text
    }
}

extension RecordingTemplate.Page {
    /// What a person has to look at: counts, and every clause that did more than change its words.
    fileprivate mutating func remarks(on versions: ContractVersions) {
        let alignment = versions.alignment
        let changed = alignment.pairs.count { $0.isChanged }
        line(
            0,
            "# \(changed) changed, \(alignment.added.count) added, \(alignment.removed.count) removed, "
                + "\(alignment.pairs.count - changed) with the same words.")
        if let incompleteness = alignment.incompleteness { comment(0, "unsure: \(incompleteness)") }
        for remark in versions.leftOut + alignment.moves { comment(0, remark) }
        for added in alignment.added {
            guard let whole = added.splitFrom else { continue }
            comment(0, "\(added.clause.title): unsure: perhaps split from \(whole.title)")
        }
        for removed in alignment.removed {
            guard let whole = removed.joinedInto else { continue }
            comment(0, "\(removed.clause.title): unsure: perhaps joined into \(whole.title)")
        }
    }

    fileprivate mutating func changed(
        _ pair: ClauseAlignment.Pair, in copy: ConformedCopy, _ redline: String
    ) {
        let figures = Figure.changes(from: pair.old, to: pair.new)
        line(2, "- term-amended:")
        comment(6, redline)
        let term = term(of: pair.old, in: copy)
        let places = term.map { ChangedFigures(figures, of: $0).places }
        if let term, let places {
            line(6, "term: \(term.id)")
            let known = known([.text] + places.map(\.field), of: term)
            if !known.isEmpty {
                line(6, "was:")
                node(8, .object(known))
            }
        } else {
            unknownTerm(of: pair.old)
        }
        clause(pair.new)
        line(6, "set:")
        node(8, Self.text(pair.new.text))
        for place in places ?? ChangedFigures.places(of: figures) {
            self.place(8, place.field.rawValue, Self.quoted(place.words))
        }
    }

    fileprivate mutating func added(_ added: ClauseAlignment.Added) {
        line(2, "- term-added:")
        place(6, "term", "a permanent id of \(Self.quoted(added.clause.title))")
        line(6, "kind: other  # or the kind of term that it is, with its fields")
        clause(added.clause)
        line(6, "set:")
        node(8, Self.text(added.clause.text))
    }

    fileprivate mutating func removed(
        _ removed: ClauseAlignment.Removed, in copy: ConformedCopy
    ) {
        line(2, "- term-removed:")
        comment(6, "[-\(removed.clause.text)-]")
        if let term = term(of: removed.clause, in: copy) {
            line(6, "term: \(term.id)")
        } else {
            unknownTerm(of: removed.clause)
        }
        clause(removed.clause)
    }

    /// The term that has the clause as its text, where one has.
    private func term(of clause: Clause, in copy: ConformedCopy) -> ConformedTerm? {
        let found = copy.terms.filter { term in
            guard let text = Self.text(of: term) else { return false }
            return [clause.text, clause.body].contains {
                Self.words($0.withPlainMarks) == Self.words(text.withPlainMarks)
            }
        }
        return found.count == 1 ? found.first : nil
    }

    private mutating func unknownTerm(of clause: Clause) {
        place(6, "term", "the term that \(Self.quoted(clause.title)) is in the book")
    }

    private mutating func clause(_ clause: Clause) {
        guard let number = clause.number else { return }
        node(6, .object([("clause", .string(number))]))
    }

    /// Comment lines of at most about 100 columns; nothing in the text can end one.
    private mutating func comment(_ indent: Int, _ text: String) {
        for paragraph in text.split(whereSeparator: \.isNewline) {
            var row = ""
            for word in SafeText.oneLine(String(paragraph)).split(separator: " ") {
                if !row.isEmpty, row.count + word.count > 96 - indent {
                    line(indent, "# \(row)")
                    row = ""
                }
                row += (row.isEmpty ? "" : " ") + word
            }
            if !row.isEmpty { line(indent, "# \(row)") }
        }
    }

    /// The clause text that a term states.
    private static func text(of term: ConformedTerm) -> String? {
        guard case .stated(.text(let text))? = term.field(.text)?.value else { return nil }
        return text
    }

    /// The member `text`, also where the words are those of a state, such as none.
    private static func text(_ text: String) -> Node {
        let written = TermKind.other.definition.field(.text)?.codec.encode(.stated(.text(text)))
        return .object([("text", written ?? .string(text))])
    }

    private static func quoted(_ title: String) -> String { SafeText.oneLine(title) }

    private static func words(_ text: String) -> [Substring] {
        text.split(whereSeparator: \.isWhitespace)
    }
}

extension ClauseAlignment.Pair {
    /// What it did beside changing its words, in one line, with what is not sure; nil for nothing.
    public var remark: String? {
        let ways = [
            isRenumbered ? "renumbered" : nil, isMoved ? "moved" : nil,
            doubt.map { "unsure: \($0.rawValue)" },
        ].compactMap(\.self)
        return ways.isEmpty ? nil : "\(old.title) -> \(new.title): \(ways.joined(separator: ", "))"
    }
}
