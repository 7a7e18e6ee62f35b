import Ledger
public import Terms

extension KnownTerm {
    /// Whether the words occur in what is agreed or noted of the term.
    func says(_ words: SearchWords) -> Bool {
        words.occur(in: id.text) || words.occur(in: kind.rawValue) || words.occur(in: sentence)
            || fields.contains { name, field in
                !field.isReported && words.occur(in: "\(name) \(field.displayText)")
            } || texts.contains { $0.reportOf == nil && words.occur(in: $0.words) }
    }

    /// Where the words occur in what is only reported of it.
    func reports(_ words: SearchWords) -> [Doubt] {
        let fields = kind.definition.fields.flatMap { schema in
            (self.fields[schema.name]?.reports ?? []).filter {
                words.occur(in: "\(schema.name) \($0.displayText)")
            }.map { Doubt(schema.name, "reported, not agreed: \($0.displayText)") }
        }
        let notes = texts.compactMap { text in
            text.reportOf.flatMap { field in
                words.occur(in: text.words)
                    ? Doubt(field, "reported, not agreed: \(text.place)") : nil
            }
        }
        return fields + notes
    }
}

extension TermPredicate {
    /// Whether it looks for words, for which more is read of a term than its fields.
    public var speaksOfWords: Bool { !searched.isEmpty }

    /// The words that it looks for.
    private var searched: [SearchWords] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.searched)
        case .not(let part): part.searched
        case .words(let words): [words]
        case .agreement, .term, .kind, .status, .party, .grade, .anyField, .field: []
        }
    }

    /// The term with nothing in words but that in which those of the predicate occur.
    func withOccurrences(_ term: KnownTerm) -> KnownTerm {
        guard !term.texts.isEmpty else { return term }
        let searched = searched
        var found = term
        found.texts = term.texts.filter { text in searched.contains { $0.occur(in: text.words) } }
        return found
    }

    /// The fields that a person asked about: those that it names, and those of the term in which its words occur.
    public func fields(of term: KnownTerm) -> [FieldName] {
        let searched = searched
        let found = term.kind.definition.fields.map(\.name).filter { name in
            guard let field = term.fields[name] else { return false }
            let words = (["\(name) \(field.displayText)"] + field.competing.map(\.displayText))
                .joined(separator: " / ")
            return searched.contains { $0.occur(in: words) }
        }
        return fields + found.filter { !fields.contains($0) }
    }

    /// The agreements that a term must be of; nil for any.
    package var agreements: Set<AgreementID>? {
        switch self {
        case .agreement(let id): return [id]
        case .all(let parts):
            let sets = parts.compactMap(\.agreements)
            return sets.first.map { first in
                sets.dropFirst().reduce(first) { $0.intersection($1) }
            }
        case .any(let parts):
            let sets = parts.map(\.agreements)
            return sets.contains(nil)
                ? nil : sets.reduce(into: Set()) { $0.formUnion($1 ?? []) }
        case .not, .term, .kind, .status, .party, .grade, .anyField, .field, .words: return nil
        }
    }
}
