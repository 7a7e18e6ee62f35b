public import Ledger
public import Terms

/// What is known of one term at a vantage, as far as predicates ask about it.
public struct KnownTerm: Hashable, Sendable {
    public var agreement: AgreementID
    /// The id under which it was first added.
    public var identity: TermID
    /// Its id on the day of the question.
    public var id: TermID
    public var kind: TermKind
    public var status: TermStatus
    public var fields: [FieldName: KnownField]
    /// Agreed changes that wait for a condition.
    public var conditional: [PendingChange] = []
    /// What is recorded of it in words beside its fields: in an answer, that in which the words of its predicate occur.
    /// Empty where the predicate looks for none.
    public var texts: [RecordedWords] = []

    /// Takes what a conformed copy says of the term.
    public init(_ term: ConformedTerm, in agreement: AgreementID) {
        self.agreement = agreement
        identity = term.identity
        id = term.id
        kind = term.kind
        status = term.status
        fields = [:]
        for field in term.fields { fields[field.name] = KnownField(field) }
        conditional = term.conditionalChanges.map { PendingChange($0) }
    }

    /// Takes the pieces of one day; nil where there is none of the status, or one cannot be read.
    public init?(_ pieces: [TermPiece]) {
        guard let first = pieces.first(where: { $0.subject == .status }),
            case .status(let status) = first.answer
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
                guard case .waiting(let changes) = piece.answer else { return nil }
                // A term that has ended waits for nothing.
                if self.status != .ended { conditional = changes }
            case .field(let name), .reports(let name), .places(let name):
                guard fields[name, default: KnownField()].take(piece) else { return nil }
            }
        }
        // Those of its own fields first, as a conformed copy has them.
        let names = kind.definition.fields.map(\.name).filter { fields[$0] != nil }
        conditional =
            names.flatMap { name in conditional.filter { $0.effect.field == name } }
            + conditional.filter { change in change.effect.field.map { !names.contains($0) } ?? true
            }
    }

    /// Takes one piece of a field, of its reports or of its places, and nothing else of the term; nil where it
    /// cannot be read.
    package init?(onlyField piece: TermPiece) {
        var field = KnownField()
        guard let name = piece.subject.field, field.take(piece) else { return nil }
        agreement = piece.agreement
        identity = piece.term
        id = piece.id
        kind = piece.kind
        status = .indeterminate
        fields = [name: field]
    }
}

extension KnownTerm {
    /// How it reads in a sentence.
    public var sentence: String {
        kind.definition.sentence(with: words, saying: answer)
    }

    private func words(_ name: FieldName) -> String? {
        guard let field = fields[name], let answer = answer(name) else { return nil }
        return switch answer {
        case .stated, .between, .about: field.places.shortText(of: answer)
        case .redacted, .undisclosed, .unknown, .silent, .none, .sameAs: nil
        }
    }

    /// What is agreed of a field, where that is one thing.
    private func answer(_ name: FieldName) -> ValueState? {
        guard let field = fields[name], !field.isIndeterminate, !field.isReported else {
            return nil
        }
        return field.answers.first.flatMap(\.self)
    }
}
