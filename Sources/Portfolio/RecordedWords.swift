import Amendments
package import Ledger
public import Terms

/// Something that is recorded of a term in words, beside its fields and its sentence.
public struct RecordedWords: Hashable, Sendable {
    /// Where the words stand.
    public enum Place: Hashable, Sendable {
        /// A reading of a field that competes with others.
        case reading(FieldName)
        /// The text of a condition that a field names, or a reading of it.
        case condition(ConditionID)
        /// What was noted of an event.
        case note(EventReference)
    }

    public var place: Place
    public var words: String
    /// The field of which it is said by a report, and not agreed; nil for all else.
    public var reportOf: FieldName?
}

extension RecordedWords.Place: CustomStringConvertible {
    public var description: String {
        switch self {
        case .reading(let field): "reading of \(field)"
        case .condition(let id): "condition \(id)"
        case .note(let event): "note of \(event)"
        }
    }
}

extension KnownTerm {
    /// Takes what a conformed copy says of the term, also in words beside its fields.
    package init(withTexts term: ConformedTerm, in copy: ConformedCopy) {
        self.init(term, in: copy.agreement)
        texts = Self.readings(of: term) + Self.conditions(of: term, in: copy) + Self.notes(on: term)
    }

    private static func readings(of term: ConformedTerm) -> [RecordedWords] {
        term.remarks.flatMap { remark -> [RecordedWords] in
            guard case .interpreted(let field, let reading, _, let competing) = remark.content
            else { return [] }
            return ([reading] + competing).map {
                RecordedWords(place: .reading(field), words: $0)
            }
        }
    }

    private static func conditions(
        of term: ConformedTerm, in copy: ConformedCopy
    ) -> [RecordedWords] {
        let named = Set(term.fields.compactMap(\.agreed).flatMap(\.namedConditions))
        return copy.conditions.filter { named.contains($0.id) }.flatMap { condition in
            ([condition.text] + condition.readings.map(\.text)).map {
                RecordedWords(place: .condition(condition.id), words: $0)
            }
        }
    }

    /// The notes of the events that made the term read as it does, and of those that report of it, each once.
    private static func notes(on term: ConformedTerm) -> [RecordedWords] {
        let own = term.fields.filter { !$0.isReported }
        let agreed =
            term.causes + own.flatMap { [$0.governing] + $0.furtherCauses }
            + term.remarks.map(\.event) + term.silentSince + term.reaffirmedBy
        let reported = term.fields.flatMap { field in
            field.reports.compactMap(\.event).map { (event: $0, field: Optional(field.name)) }
        }
        var seen: Set<EventReference> = []
        return (agreed.map { (event: $0, field: nil) } + reported)
            .compactMap { event, field in
                guard let note = event.event.note, seen.insert(event.reference).inserted else {
                    return nil
                }
                return RecordedWords(
                    place: .note(event.reference), words: note, reportOf: field)
            }
    }
}

extension ValueState {
    /// The conditions that a stated value names.
    package var namedConditions: Set<ConditionID> {
        switch self {
        case .stated(.bound(let bound)): bound.conditions
        case .stated(.condition(let id)): [id]
        case .stated, .between, .about, .redacted, .undisclosed, .unknown, .silent, .none, .sameAs:
            []
        }
    }
}
