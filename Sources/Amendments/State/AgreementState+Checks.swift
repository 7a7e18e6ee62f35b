import Terms

// What an event names must be there: fields of the term's kind, terms of the agreement.
extension AgreementState {
    /// Whether the term's kind has every one of the fields; each that it has not is a violation.
    mutating func check(_ fields: [FieldName], of term: TermID, by event: RecordedEvent) {
        guard let kind = self.term(term)?.kind else { return }
        let allowed = kind.definition.fields.map(\.name)
        for field in fields where !allowed.contains(field) {
            refuse(
                event, for: .itself, "unknown field '\(field)' of \(kind.withArticle)",
                hint: "allowed: \(allowed.map(\.rawValue).joined(separator: ", "))")
        }
    }

    /// Whether the term is of one of the kinds that the event speaks of.
    mutating func check(_ term: TermID, isOneOf kinds: [TermKind], by event: RecordedEvent) {
        guard let kind = self.term(term)?.kind, !kinds.contains(kind) else { return }
        refuse(
            event, for: .itself,
            "term '\(term)' is \(kind.withArticle), not \(kinds[0].withArticle)",
            hint: "\(event.event.kind.rawValue) is about terms of the kind "
                + kinds.map(\.rawValue).joined(separator: ", "))
    }

    /// Whether terms that are said to go on are there.
    mutating func check(surviving terms: [TermID], by event: RecordedEvent) {
        for term in terms where identity(of: term) == nil {
            refuse(
                event, for: .named(term.text), "unknown term '\(term)'",
                hint: "only recorded terms survive")
        }
    }
}

extension [String] {
    /// The first twenty in one text: each of thousands of problems would carry all of thousands.
    package var firstFew: String {
        let few = prefix(20).joined(separator: ", ")
        return count > 20 ? "\(few) and \(count - 20) more" : few
    }
}
