public import Amendments
public import Ledger
import Notation
public import Terms

/// What is known of one term at a vantage, as far as predicates ask about it.
public struct HeldTerm: Hashable, Sendable {
    public var agreement: AgreementID
    /// The id under which it was first added.
    public var identity: TermID
    /// Its id on the day asked.
    public var id: TermID
    public var kind: TermKind
    public var status: TermStatus
    public var fields: [FieldName: HeldField]
    /// Agreed changes that wait for a condition.
    public var conditional: [HeldChange] = []

    /// Takes what a conformed copy says of the term.
    public init(_ term: ConformedTerm, in agreement: AgreementID) {
        self.agreement = agreement
        identity = term.identity
        id = term.id
        kind = term.kind
        status = term.status
        fields = [:]
        for field in term.fields { fields[field.name] = HeldField(field) }
        conditional = term.conditionalChanges.map { HeldChange($0) }
    }

    /// Takes the pieces of one day; nil where there is none of the status, or one cannot be read.
    public init?(_ pieces: [TermPiece]) {
        guard let first = pieces.first(where: { $0.subject == .status }),
            let status = TermStatus(rawValue: first.state.rawValue)
        else { return nil }
        agreement = first.agreement
        identity = first.term
        id = first.id
        kind = first.kind
        self.status = status
        fields = [:]
        for piece in pieces {
            switch piece.subject {
            case .status: continue
            case .waiting:
                guard let changes = HeldChange.changes(in: piece) else { return nil }
                // A term that has ended waits for nothing.
                if self.status != .ended { conditional = changes }
            case .field(let name):
                guard let field = HeldField(piece, name) else { return nil }
                fields[name] = field
            }
        }
        // Those of its own fields first, as a conformed copy has them.
        let names = kind.definition.fields.map(\.name).filter { fields[$0] != nil }
        conditional =
            names.flatMap { name in conditional.filter { $0.effect.field == name } }
            + conditional.filter { change in change.effect.field.map { !names.contains($0) } ?? true
            }
    }

    /// Takes one piece of a field, and nothing else of the term; nil where it cannot be read.
    package init?(onlyField piece: TermPiece) {
        guard case .field(let name) = piece.subject, let field = HeldField(piece, name) else {
            return nil
        }
        agreement = piece.agreement
        identity = piece.term
        id = piece.id
        kind = piece.kind
        status = .indeterminate
        fields = [name: field]
    }
}

/// What is known of one field.
public struct HeldField: Hashable, Sendable {
    /// The answer; each one possible, where imprecise dates leave several, and nil where the term may not
    /// have the field.
    public var answers: [ValueState?]
    public var grade: SourceGrade
    /// True when the answer is a report.
    public var isReported: Bool
    /// The event the answer comes from.
    public var governing: Position

    init(answers: [ValueState?], grade: SourceGrade, governing: Position) {
        self.answers = answers
        self.grade = grade
        isReported = false
        self.governing = governing
    }

    init(_ field: ConformedField) {
        answers = field.isIndeterminate ? field.candidates.map(\.value) : [field.value]
        grade = field.grade
        isReported = field.isReported
        governing = field.governing.position
    }

    init?(_ piece: TermPiece, _ name: FieldName) {
        guard let schema = piece.kind.definition.field(name), let text = piece.value,
            let node = try? JSONReader.read(text)
        else { return nil }
        grade = piece.grade
        isReported = piece.isReported
        governing = piece.governing
        answers = []
        guard piece.state == .indeterminate else {
            guard let value = Self.state(node, schema) else { return nil }
            answers = [value]
            return
        }
        guard case .list(let nodes) = node.content else { return nil }
        for node in nodes {
            guard node.content != .null else {
                answers.append(nil)
                continue
            }
            guard let value = Self.state(node, schema) else { return nil }
            answers.append(value)
        }
    }

    private static func state(_ node: Node, _ schema: FieldSchema) -> ValueState? {
        var problems = Problems()
        let value = schema.codec.decode(node, &problems)
        return problems.all.isEmpty ? value : nil
    }

    /// Whether imprecise dates leave several answers.
    public var isIndeterminate: Bool { answers.count > 1 }

    /// The answer in words; several joined by `or`.
    public var displayText: String {
        answers.map { $0?.displayText ?? "nothing" }.joined(separator: " or ")
    }
}

extension HeldTerm {
    /// How it reads in a sentence.
    public var sentence: String {
        kind.definition.sentence.render { name in
            guard let field = fields[name], !field.isIndeterminate, !field.isReported,
                case .some(.some(let answer)) = field.answers.first
            else { return nil }
            return switch answer {
            case .stated, .between: answer.displayText
            case .redacted, .undisclosed, .unknown, .silent, .none, .sameAs: nil
            }
        }
    }
}
