import Amendments
import Terms

/// The terms whose days others state as theirs (`same-as`), at any remove, by the ids by which they are named.
struct ReferredTerms: Sendable {
    /// Of a term that names no other.
    static let none = ReferredTerms(timelines: [:])

    private let timelines: [TermID: TermTimeline]

    private init(timelines: [TermID: TermTimeline]) { self.timelines = timelines }

    /// - Parameters:
    ///   - records: the terms that name others.
    ///   - find: the term of an id that it has or had; nil for one that is not on record.
    init(
        by records: some Sequence<TermRecord>, find: (TermID) -> TermRecord?,
        agreement: AgreementLife, places: PartyPlaces, order: InstrumentOrder, bounds: BoundReader
    ) {
        var found: [TermID: TermTimeline] = [:]
        var named = records.flatMap(\.termsOfDays)
        while let id = named.popLast() {
            guard found[id] == nil, let record = find(id) else { continue }
            found[id] = TermTimeline(
                record, agreement: agreement, places: places, order: order, bounds: bounds)
            named += record.termsOfDays
        }
        timelines = found
    }

    var isEmpty: Bool { timelines.isEmpty }

    subscript(id: TermID) -> TermTimeline? { timelines[id] }

    /// The days on which one of them may begin or end, or its days read otherwise.
    var days: Set<Day> {
        timelines.values.reduce(into: []) { days, term in
            for life in term.lives {
                days.formUnion(life.changeDays(along: ReferralPath(among: self)))
                days.formUnion(life.outsideChangeDays)
            }
            for schema in term.record.kind.definition.fields where schema.type == .bound {
                days.formUnion(term.days(of: schema.name))
            }
        }
    }
}

/// The fields that were followed to find an end, which must not lead back to one of them.
struct ReferralPath {
    let terms: ReferredTerms
    private var fields: Set<Field> = []

    private struct Field: Hashable {
        let term: TermID
        let name: FieldName
    }

    init(among terms: ReferredTerms) { self.terms = terms }

    /// The path from a field to another; nil where it has been there.
    func going(
        from term: TermID, _ name: FieldName, to other: TermID, _ field: FieldName
    ) -> ReferralPath? {
        var path = self
        path.fields.insert(Field(term: term, name: name))
        return path.fields.contains(Field(term: other, name: field)) ? nil : path
    }
}

extension TermRecord {
    /// The terms whose days it states, or once stated, to be its own, by the ids by which it names them.
    var termsOfDays: Set<TermID> {
        kind.definition.fields.reduce(into: []) { found, schema in
            guard schema.type == .bound else { return }
            for assertion in assertions[schema.name] ?? [] {
                if case .sameAs(let id, _)? = assertion.value { found.insert(id) }
            }
        }
    }
}
