public import Amendments
public import Ledger
import Notation
public import Terms

/// Recordings to be filled in: commented YAML with everything in it that the book knows.
///
/// Every place that someone has to fill has no value, and a comment that says what goes there: until
/// then reading reports exactly these places. What may be left out is named in one comment, or stands there as comments
/// to be uncommented.
public enum RecordingTemplate {
    /// Where the JSON Schema lies from which an editor helps, beside the file.
    public static let schemaPath = ".deedbook/recording.yaml.schema.json"

    /// What stands before the words that say what is to be filled in there.
    static let placeMark = "# <- "

    /// How much of what may be left out is there.
    public enum Detail: Hashable, Sendable {
        /// Its names.
        case named
        /// All of it, each in a comment of its own with an example.
        case full
    }

    /// The first recording of an agreement, with a term of each of those kinds.
    public static func agreement(
        _ agreement: AgreementID, kinds: [TermKind], key: RecordingKey, detail: Detail = .named
    ) -> String {
        var page = Page(detail: detail)
        page.head("The first recording of \(agreement).", key: key, agreement: agreement)
        page.instrument("definitive", isEffective: true)
        page.line(0, "events:")
        page.line(2, "- agreement-recorded:")
        page.place(6, "title", "how people call the agreement, such as Acme and Lumen")
        page.place(6, "zone", "the time zone of its days, such as Europe/Berlin")
        for (role, id, name) in [
            ("one side", "acme", "Acme Ltd."), ("the other side", "lumen", "Lumen GmbH"),
        ] {
            page.line(2, "- party-admitted:")
            page.place(6, "party", "a short id of \(role), such as \(id)")
            page.place(6, "name", "its full name, such as \(name)")
        }
        for kind in kinds { page.added(kind) }
        return page.text
    }

    /// An amendment of fields as they stand in the copy, with what they are now in `was`.
    public static func amendment(
        of copy: ConformedCopy, changing fields: [(term: ConformedTerm, names: [FieldName])],
        key: RecordingKey, detail: Detail = .named
    ) -> String {
        var page = Page(detail: detail)
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
    public static func correction(
        of event: RecordedEvent, key: RecordingKey, detail: Detail = .named
    ) -> String {
        var page = Page(detail: detail)
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

    /// Text in which places to be filled can be distinguished from comments.
    struct Page {
        let detail: Detail
        var text = ""

        init(detail: Detail) { self.detail = detail }

        mutating func line(_ indent: Int, _ words: String) {
            text += String(repeating: " ", count: indent) + words + "\n"
        }

        /// A member without a value, and what belongs there.
        mutating func place(_ indent: Int, _ name: String, _ words: String) {
            line(indent, "\(name):  \(RecordingTemplate.placeMark)\(words)")
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
            line(0, "# yaml-language-server: $schema=\(RecordingTemplate.schemaPath)")
            line(0, "# \(title)")
            line(0, "# Fill in every place marked <-, and take out what is not needed.")
            if let more { line(0, "# \(more)") }
            line(0, "# Then: deedbook check \(key).yaml")
            line(0, "recording: \(key)  # the file's name")
            line(0, "agreement: \(agreement)")
        }

        /// What may be left out, each with an example of it.
        mutating func optional(_ indent: Int, _ members: [(name: String, example: String)]) {
            guard !members.isEmpty else { return }
            switch detail {
            case .named:
                line(indent, "# also: \(members.map(\.name).joined(separator: ", "))")
            case .full:
                for member in members { line(indent, "# \(member.name): \(member.example)") }
            }
        }

        mutating func instrument(_ kind: String, isEffective: Bool) {
            line(0, "instrument:")
            let kinds = InstrumentKind.allCases.map(\.rawValue).joined(separator: ", ")
            line(2, "kind: \(kind)  # one of \(kinds)")
            place(2, "title", "as the document calls itself, such as Licence Agreement")
            if isEffective {
                line(2, "effective:")
                place(
                    4, "on",
                    "the day it takes effect, such as 2026-04-27; if not stated, announced instead of on"
                )
            }
            optional(2, [("number", "1"), ("signed", "2026-04-27")])
            place(0, "disclosed", "the day on which it became known, such as 2026-04-27")
            line(0, "sources:")
            line(2, "- id: document")
            let grades = SourceGrade.allCases.map(\.rawValue).joined(separator: ", ")
            place(4, "grade", "how good the evidence is: \(grades)")
            place(4, "publisher", "who published it, or who has it, such as the parties")
            optional(
                4,
                [
                    ("title", "Exhibit 10.1"), ("url", "https://example.org/exhibit"),
                    ("published", "2026-04-27"), ("quote", "a few words of it"),
                    ("note", "what else to know of it"),
                ])
        }

        mutating func added(_ kind: TermKind) {
            line(2, "- term-added:  # \(kind.definition.summary)")
            place(6, "term", "a permanent id, such as \(kind.rawValue).first")
            line(6, "kind: \(kind.rawValue)")
            line(6, kind.definition.requiredFields.isEmpty ? "set: {}" : "set:")
            for field in kind.definition.fields where field.isRequired {
                place(8, field.name.rawValue, Self.words(for: field))
            }
            optional(
                8,
                kind.definition.fields.filter { !$0.isRequired }.map { field in
                    (field.name.rawValue, "\(field.exampleValue)  # \(field.summary)")
                })
        }

        /// What goes into a field, with an example or all that is allowed.
        private static func words(for field: FieldSchema) -> String {
            switch field.type {
            case .choice(let words): "\(field.summary): \(words.joined(separator: ", "))"
            case .text: "\(field.summary), in words"
            case .flag, .count, .money, .rate, .unitPrice, .tiers, .schedule, .formula,
                .indexation, .date, .bound, .duration, .lapse, .yearly, .party, .parties, .tags,
                .term,
                .condition:
                "\(field.summary), such as \(field.exampleValue)"
            }
        }

        mutating func amended(_ term: ConformedTerm, _ names: [FieldName]) {
            line(2, "- term-amended:")
            if term.status == .ended {
                line(
                    6, "# It ended: check refuses an amendment of what was over when it was agreed."
                )
            }
            line(6, "term: \(term.id)")
            let known = known(names, of: term)
            if !known.isEmpty {
                line(6, "was:")
                node(8, .object(known))
            }
            line(6, "set:")
            for name in names {
                guard let schema = term.kind.definition.field(name) else { continue }
                place(8, name.rawValue, Self.words(for: schema))
            }
        }

        /// What of a term `was` can say: those of the fields that are agreed, as they are written.
        func known(_ names: [FieldName], of term: ConformedTerm) -> [(String, Node)] {
            names.compactMap { name in
                guard let field = term.field(name), let schema = term.kind.definition.field(name),
                    !field.isReported, !field.isIndeterminate, !Self.fellBack(field)
                else { return nil }
                let node =
                    Self.written(name, of: term, in: field.governing)
                    ?? schema.codec.encode(field.value)
                return (name.rawValue, node)
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
            field.reasons.contains { reason in
                switch reason {
                case .fellBack, .inRunOff: true
                case _: false
                }
            }
        }
    }
}
