import Amendments
public import Ledger
import Notation
public import Terms

/// The answer of a piece as a store's row has it: the state in a column of its own, and what the answer says beside
/// it in canonical JSON.
///
/// | Subject | State | Text |
/// |---|---|---|
/// | status | that of the term | none |
/// | a field | that of the value | the value as its field writes it |
/// | a field | indeterminate | a list of those, null where there may be no such field |
/// | reports of a field | reported | a list of objects of `value`, `grade` and `governing` |
/// | places of a field | succeeded | a list of objects of `party`, `successors`, `certain`, `former`, `members` and `others` |
/// | what waits | conditional | a list of objects of `effect`, what that effect has, `bound`, `conditions`, `lasts`, `grade` and `event` |
public enum PieceFormat {
    /// What the answer says beside its state; nil for a status.
    public static func text(of piece: TermPiece) -> String? {
        switch piece.answer {
        case .status: nil
        case .value(let value): field(of: piece).map { text($0.codec.encode(value)) }
        case .oneOf(let values):
            field(of: piece).map { field in
                text(.list(values.map { $0.map { field.codec.encode($0) } ?? Node(.null) }))
            }
        case .reports(let reports):
            field(of: piece).map { text(Self.reports(of: $0).encode(reports)) }
        case .places(let named): text(places.encode(named))
        case .waiting(let changes):
            text(WrittenChange.list.encode(changes.map { WrittenChange($0, piece.kind) }))
        }
    }

    /// Reads an answer back; nil where it is not as it would have been written.
    public static func answer(
        _ text: String?, state: TermPiece.State, of subject: TermPiece.Subject, in kind: TermKind
    ) -> TermPiece.Answer? {
        guard let answer = answer(text, state == .indeterminate, subject, kind) else {
            return subject == .status && text == nil
                ? TermStatus(rawValue: state.rawValue).map { .status($0) } : nil
        }
        return answer.state == state ? answer : nil
    }

    private static func answer(
        _ text: String?, _ isIndeterminate: Bool, _ subject: TermPiece.Subject, _ kind: TermKind
    ) -> TermPiece.Answer? {
        guard let text, let node = try? JSONReader.read(text) else { return nil }
        switch subject {
        case .status: return nil
        case .waiting:
            let changes = (try? WrittenChange.list.decode(node))?.map { $0.change(kind) }
            guard let changes, !changes.contains(nil) else { return nil }
            return .waiting(changes.compactMap(\.self))
        case .places: return (try? places.decode(node)).map { .places($0) }
        case .field(let name):
            guard let field = kind.definition.field(name) else { return nil }
            guard isIndeterminate else {
                return (try? field.codec.decode(node)).map { .value($0) }
            }
            guard case .list(let nodes) = node.content else { return nil }
            let values = try? nodes.map { node in
                node.content == .null ? nil : try field.codec.decode(node)
            }
            return values.map { .oneOf($0) }
        case .reports(let name):
            guard let field = kind.definition.field(name) else { return nil }
            return (try? reports(of: field).decode(node)).map { .reports($0) }
        }
    }

    private static func text(_ node: Node) -> String { CanonicalJSON.text(of: node) }

    private static func field(of piece: TermPiece) -> FieldSchema? {
        piece.subject.field.flatMap { piece.kind.definition.field($0) }
    }

    private static func reports(of field: FieldSchema) -> Codec<[ReportedValue]> {
        .list(
            of: .object(
                { ReportedValue(value: $0, grade: $1, governing: $2) },
                .required("value", \.value, field.codec),
                .required("grade", \.grade, .choice("a grade")),
                .required("governing", \.governing, position)))
    }

    private static let places = Codec<[TermPiece.Place]>.list(
        of: .object(
            {
                TermPiece.Place(
                    party: $0, successors: $1, isCertain: $2, formerNames: $3, members: $4,
                    mayHaveOthers: $5)
            },
            .required("party", \.party, PartyID.codec),
            .required("successors", \.successors, .list(of: PartyID.codec)),
            .required("certain", \.isCertain, .flag),
            .optional("former", \.formerNames, .list(of: PartyID.codec), default: []),
            .optional("members", \.members, .list(of: PartyID.codec), default: []),
            .optional("others", \.mayHaveOthers, .flag, default: false)))

    fileprivate static let position = Codec<Int>.integer.map { number, _, _ in
        Position(number)
    } _: {
        $0.number
    }
}

/// A change that waits, as it is written: what its effect has stands beside the effect's word.
private struct WrittenChange: Sendable {
    var effect: ConditionalChange.Effect.Word
    var field: FieldName?
    /// As the field writes it.
    var value: Node?
    var id: TermID?
    var party: PartyID?
    var extent: String?
    var bound: DateBound
    var conditions: [ConditionID]
    var lasts: DateBound?
    var grade: SourceGrade
    var event: Position

    static let list = Codec<[WrittenChange]>.list(
        of: .object(
            {
                WrittenChange(
                    effect: $0, field: $1, value: $2, id: $3, party: $4, extent: $5, bound: $6,
                    conditions: $7, lasts: $8, grade: $9, event: $10)
            },
            .required("effect", \.effect, .choice("an effect")),
            .optional("field", \.field, FieldName.codec),
            .optional("value", \.value, anything),
            .optional("id", \.id, TermID.codec),
            .optional("party", \.party, PartyID.codec),
            .optional("extent", \.extent, .text),
            .required("bound", \.bound, DateBound.codec),
            .required("conditions", \.conditions, .list(of: ConditionID.codec)),
            .optional("lasts", \.lasts, DateBound.codec),
            .required("grade", \.grade, .choice("a grade")),
            .required("event", \.event, PieceFormat.position)))

    private static let anything = Codec<Node>(schema: Schema([])) { node, _ in
        node
    } encode: {
        $0
    }
}

extension WrittenChange {
    init(_ change: PendingChange, _ kind: TermKind) {
        let name = change.effect.field
        let codec = name.flatMap { kind.definition.field($0)?.codec }
        self.init(
            effect: change.effect.word, field: name,
            value: change.effect.value.flatMap { value in codec.map { $0.encode(value) } },
            bound: change.bound, conditions: change.conditions, lasts: change.lasts,
            grade: change.grade, event: change.governing)
        switch change.effect {
        case .sets, .reverts, .added, .removed, .discharged, .suspended, .resumed, .agreementEnded,
            .notRenewed:
            break
        case .moved(let id): self.id = id
        case .waived(let party, let extent): (self.party, self.extent) = (party, extent)
        case .departed(let party): self.party = party
        }
    }

    /// Nil where the effect has not what it needs.
    func change(_ kind: TermKind) -> PendingChange? {
        guard let effect = effect(in: kind) else { return nil }
        return PendingChange(
            effect: effect, bound: bound, conditions: conditions, lasts: lasts, governing: event,
            grade: grade)
    }

    private func effect(in kind: TermKind) -> ConditionalChange.Effect? {
        switch effect {
        case .sets, .reverts:
            guard let field else { return nil }
            var state: ValueState?
            if let value {
                guard let read = try? kind.definition.field(field)?.codec.decode(value) else {
                    return nil
                }
                state = read
            }
            return effect == .sets ? .sets(field, state) : .reverts(field, state)
        case .added: return .added
        case .removed: return .removed
        case .discharged: return .discharged
        case .suspended: return .suspended
        case .resumed: return .resumed
        case .agreementEnded: return .agreementEnded
        case .moved: return id.map { .moved($0) }
        case .waived:
            guard let party, let extent else { return nil }
            return .waived(party, extent: extent)
        case .departed: return party.map { .departed($0) }
        case .notRenewed: return .notRenewed
        }
    }
}
