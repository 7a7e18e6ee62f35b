public import Amendments
public import Ledger
import Notation
public import Terms

/// What is known of an agreed change that waits for a condition.
public struct HeldChange: Hashable, Sendable {
    public var effect: ConditionalChange.Effect
    /// When it would take effect.
    public var bound: DateBound
    /// The conditions it waits for.
    public var conditions: [ConditionID]
    /// When it would end again; nil for a standing change.
    public var lasts: DateBound?
    /// The event that agreed it.
    public var governing: Position
    /// The grade of that event.
    public var grade: SourceGrade

    /// Takes what a conformed copy says of the change.
    public init(_ change: ConditionalChange) {
        effect = change.effect
        bound = change.bound
        conditions = change.conditions
        lasts = change.lasts
        governing = change.event.position
        grade = change.event.grade
    }
}

extension HeldChange {
    /// Those that a piece has; nil where it cannot be read.
    static func changes(in piece: TermPiece) -> [HeldChange]? {
        guard let text = piece.value, let node = try? JSONReader.read(text),
            case .list(let nodes) = node.content
        else { return nil }
        let changes = nodes.compactMap { HeldChange($0, piece.kind) }
        return changes.count == nodes.count ? changes : nil
    }

    private init?(_ node: Node, _ kind: TermKind) {
        var problems = Problems()
        let field = node["field"]?.text.flatMap { FieldName(rawValue: $0) }
        let schema = field.flatMap { kind.definition.field($0) }
        let value = node["value"].flatMap { node in schema?.codec.decode(node, &problems) }
        guard let effect = ConditionalChange.Effect(node, field: field, value: value),
            let bound = node["bound"].flatMap({ DateBound.codec.decode($0, &problems) }),
            let conditions = node["conditions"].flatMap({
                Codec.list(of: ConditionID.codec).decode($0, &problems)
            }), let grade = node["grade"]?.text.flatMap({ SourceGrade(rawValue: $0) }),
            case .integer(let position)? = node["event"]?.content
        else { return nil }
        self.effect = effect
        self.bound = bound
        self.conditions = conditions
        lasts = node["lasts"].flatMap { DateBound.codec.decode($0, &problems) }
        self.grade = grade
        governing = Position(position)
        guard problems.isEmpty else { return nil }
    }
}

extension ConditionalChange.Effect {
    /// The effect that a piece has; nil where it cannot be read.
    fileprivate init?(_ node: Node, field: FieldName?, value: ValueState?) {
        guard let word = node["effect"]?.text.flatMap({ Word(rawValue: $0) }) else { return nil }
        switch word {
        case .sets, .reverts:
            guard let field else { return nil }
            self = word == .sets ? .sets(field, value) : .reverts(field, value)
        case .added: self = .added
        case .removed: self = .removed
        case .suspended: self = .suspended
        case .resumed: self = .resumed
        case .agreementEnded: self = .agreementEnded
        case .moved:
            guard let id = node["id"]?.text.flatMap({ TermID($0) }) else { return nil }
            self = .moved(id)
        case .waived:
            guard let party = node["party"]?.text.flatMap({ PartyID($0) }),
                let extent = node["extent"]?.text
            else { return nil }
            self = .waived(party, extent: extent)
        case .departed:
            guard let party = node["party"]?.text.flatMap({ PartyID($0) }) else { return nil }
            self = .departed(party)
        case .notRenewed: self = .notRenewed
        }
    }
}

extension HeldTerm {
    /// The term as it would be had each of its conditional changes taken effect, one at a time.
    var afterConditions: [(change: HeldChange, term: HeldTerm)] {
        conditional.map { change in
            var term = self
            if let name = change.effect.field {
                term.fields[name] = change.effect.value.map { HeldField($0, by: change) }
            }
            term.status = change.effect.status ?? status
            term.id = change.effect.id ?? id
            return (change, term)
        }
    }
}

extension HeldField {
    fileprivate init(_ value: ValueState, by change: HeldChange) {
        self.init()
        answers = [value]
        grade = change.grade
        governing = change.governing
    }
}
