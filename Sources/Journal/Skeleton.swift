public import Amendments
public import Ledger
import Notation
public import Terms

/// Recordings to be filled in: commented YAML with everything in it that the book knows.
///
/// Every place that somebody has to fill has no value, and a comment that says what goes there: until
/// then reading reports exactly these places.
public enum Skeleton {
    /// The first recording of an agreement, with a term of each of those kinds.
    public static func agreement(
        _ agreement: AgreementID, kinds: [TermKind], key: RecordingKey
    ) -> String {
        var page = Page()
        page.head("The first recording of \(agreement).", key: key, agreement: agreement)
        page.instrument("definitive", isEffective: true)
        page.line(0, "events:")
        page.line(2, "- agreement-recorded:")
        page.place(6, "title", "how people call the agreement")
        page.place(6, "zone", "the time zone of its days, such as Europe/Berlin")
        for role in ["one side", "the other side"] {
            page.line(2, "- party-admitted:")
            page.place(6, "party", "a short id of \(role), such as acme")
            page.place(6, "name", "its full name")
        }
        for kind in kinds { page.added(kind) }
        return page.text
    }

    /// An amendment of fields as they stand in the copy, with what they are now in `was`.
    public static func amendment(
        of copy: ConformedCopy, changing fields: [(term: ConformedTerm, names: [FieldName])],
        key: RecordingKey
    ) -> String {
        var page = Page()
        page.head(
            "An amendment of \(copy.agreement), as it stands on \(copy.vantage.on).",
            "What does not change is taken out of was and set.", key: key,
            agreement: copy.agreement)
        page.instrument("amendment", isEffective: true)
        page.line(0, "events:")
        for (term, names) in fields { page.amended(term, names) }
        return page.text
    }

    /// The correction of an event, with what it says now as the replacement.
    public static func correction(of event: RecordedEvent, key: RecordingKey) -> String {
        var page = Page()
        page.head(
            "A correction of the record: \(event.reference), as it reads now.",
            "What the parties changed is no correction, but an amendment.", key: key,
            agreement: event.agreement)
        page.instrument("correction", isEffective: false)
        page.line(0, "events:")
        page.line(2, "- event-corrected:")
        page.line(6, "event: \(event.reference)")
        page.place(6, "reason", "what is wrong in the record, and how that is known")
        page.line(6, "replacement:  # the whole event as it should have been")
        // What it cites are sources of the recording that it stands in.
        var replacement = event.event
        replacement.cites = []
        page.node(8, Event.codec.encode(replacement))
        return page.text
    }

    /// Text in which places to be filled can be told from comments.
    struct Page {
        var text = ""

        mutating func line(_ indent: Int, _ words: String) {
            text += String(repeating: " ", count: indent) + words + "\n"
        }

        /// A member without a value, and what belongs there.
        mutating func place(_ indent: Int, _ name: String, _ words: String) {
            line(indent, "\(name):  # <- \(words)")
        }

        mutating func node(_ indent: Int, _ node: Node) {
            // A blank line inside a text is part of it; the last one is the end of the document.
            for part in YAMLWriter.text(of: node).split(
                separator: "\n", omittingEmptySubsequences: false
            ).dropLast() {
                line(part.isEmpty ? 0 : indent, String(part))
            }
        }

        mutating func head(
            _ title: String, _ more: String? = nil, key: RecordingKey, agreement: AgreementID
        ) {
            line(0, "# \(title)")
            line(0, "# Fill in every place marked <-, and take out what is not needed.")
            if let more { line(0, "# \(more)") }
            line(0, "# Then: deedbook check \(key).yaml")
            line(0, "#       deedbook record \(key).yaml --dry-run")
            line(0, "recording: \(key)  # the file's name")
            line(0, "agreement: \(agreement)")
        }

        mutating func instrument(_ kind: String, isEffective: Bool) {
            line(0, "instrument:")
            let kinds = InstrumentKind.allCases.map(\.rawValue).joined(separator: ", ")
            line(2, "kind: \(kind)  # one of \(kinds)")
            place(2, "title", "as the document calls itself")
            line(2, "signed: unknown  # or the day, as 2026-04-27")
            if isEffective {
                line(2, "effective:")
                place(4, "on", "the day it takes effect; if not stated, announced instead of on")
            }
            place(0, "disclosed", "the day on which it became known")
            line(0, "sources:")
            line(2, "- id: document")
            let grades = SourceGrade.allCases.map(\.rawValue).joined(separator: ", ")
            line(4, "# one of \(grades)")
            place(4, "grade", "how good the evidence is")
            place(4, "publisher", "who published it, or who has it")
        }

        mutating func added(_ kind: TermKind) {
            line(2, "- term-added:")
            line(6, "# \(kind.definition.summary)")
            place(6, "term", "a permanent id, such as \(kind.rawValue).first")
            line(6, "kind: \(kind.rawValue)")
            line(6, kind.definition.requiredFields.isEmpty ? "set: {}" : "set:")
            for field in kind.definition.fields where field.isRequired {
                place(8, field.name.rawValue, "\(field.summary): \(field.type.displayText)")
            }
            for field in kind.definition.fields where !field.isRequired {
                line(8, "# \(field.name):  \(field.summary): \(field.type.displayText)")
            }
        }

        mutating func amended(_ term: ConformedTerm, _ names: [FieldName]) {
            line(2, "- term-amended:")
            line(6, "term: \(term.id)")
            let known = names.compactMap { name -> (String, Node)? in
                guard let field = term.field(name), let schema = term.kind.definition.field(name),
                    !field.isReported, !field.isIndeterminate, !Self.fellBack(field)
                else { return nil }
                let node =
                    Self.written(name, of: term, in: field.governing)
                    ?? schema.codec.encode(field.value)
                return (name.rawValue, node)
            }
            if !known.isEmpty {
                line(6, "was:")
                node(8, .object(known))
            }
            line(6, "set:")
            for name in names {
                guard let schema = term.kind.definition.field(name) else { continue }
                place(8, name.rawValue, "\(schema.summary): \(schema.type.displayText)")
            }
        }

        /// As the governing event wrote it: a bound may read shorter since, its conditions removed.
        private static func written(
            _ name: FieldName, of term: ConformedTerm, in event: RecordedEvent
        ) -> Node? {
            let given = event.event.payload.givenFields
            let own = given.count == 1 ? given.first : given.first { $0.term == term.id }
            return own?.set[name]
        }

        /// It reads as its weaker form, which no instrument stated: nothing to compare `was` with.
        private static func fellBack(_ field: ConformedField) -> Bool {
            field.reasons.contains { if case .fellBack = $0 { true } else { false } }
        }
    }
}
