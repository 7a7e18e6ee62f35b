import Amendments
import Notation
import Terms

// Agreed changes that wait for a condition, as pieces: a run of days with the same ones.
extension TermTimeline {
    /// Whether anything about the term was ever agreed to wait for a condition.
    var everWaits: Bool { !waitingBounds.isEmpty }

    /// The first day there is, and every day on which what waits may change.
    var waitingDays: Set<Day> {
        guard everWaits else { return [.first] }
        let fields = record.assertions.keys.map { days(of: .field($0)) }
        return fields.reduce(days(of: .status).union(conditionalDays)) { $0.union($1) }
    }

    /// What waits on a day, as a piece that begins then; nil where nothing does.
    func waitingPiece(on day: Day, in agreement: AgreementID) -> TermPiece? {
        guard everWaits else { return nil }
        let changes = conditionalChanges(on: day)
        guard let first = changes.first else { return nil }
        let kind = record.kind
        return TermPiece(
            agreement: agreement, term: record.identity, id: id(on: day), kind: kind,
            subject: .waiting, days: DayRange(from: day), state: .conditional,
            value: CanonicalJSON.text(of: .list(changes.map { $0.pieceNode(kind) })),
            grade: first.event.grade, isReported: false, governing: first.event.position)
    }
}

extension ConditionalChange {
    /// The change in a piece: of its event no more than where it is and how well it is known.
    fileprivate func pieceNode(_ kind: TermKind) -> Node {
        let schema = effect.field.flatMap { kind.definition.field($0) }
        let value = effect.value.flatMap { value in schema.map { $0.codec.encode(value) } }
        return .object(
            [
                ("effect", .string(effect.word.rawValue)),
                ("bound", DateBound.codec.encode(bound)),
                ("conditions", .list(conditions.map { .string($0.text) })),
                ("grade", .string(event.grade.rawValue)),
                ("event", .integer(event.position.number)),
            ] + (effect.field.map { [("field", .string($0.rawValue))] } ?? [])
                + (value.map { [("value", $0)] } ?? [])
                + effect.ownMembers + (lasts.map { [("lasts", DateBound.codec.encode($0))] } ?? []))
    }
}

extension ConditionalChange.Effect {
    /// What it says beside a word, a field and a value.
    fileprivate var ownMembers: [(String, Node)] {
        switch self {
        case .sets, .reverts, .added, .removed, .suspended, .resumed, .agreementEnded, .notRenewed:
            []
        case .moved(let id): [("id", .string(id.text))]
        case .waived(let party, let extent):
            [("party", .string(party.text)), ("extent", .string(extent))]
        case .departed(let party): [("party", .string(party.text))]
        }
    }
}
