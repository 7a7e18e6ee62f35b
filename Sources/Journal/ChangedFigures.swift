import Clauses
import Ledger
import Notation
import Terms

/// The fields of a term that state the figures which changed in its clause: a person fills in what they are now.
struct ChangedFigures {
    let places: [(field: FieldName, words: String)]

    /// Of each kind of figure the fields that state what it was; where none does, all that may.
    init(_ changes: [Figure.Change], of term: ConformedTerm) {
        var places: [(field: FieldName, words: String)] = []
        for change in changes {
            let fields = term.fields.filter { field in
                term.kind.definition.field(field.name).map { change.kind.isStated(by: $0.type) }
                    ?? false
            }
            let exact = fields.filter { field in
                change.old.contains { Self.says($0, field, of: term) }
            }
            let isReportedByFields = change.old.allSatisfy { old in
                exact.contains { Self.says(old, $0, of: term) }
            }
            for field in isReportedByFields && !exact.isEmpty ? exact : fields
            where !places.contains(where: { $0.field == field.name }) {
                places.append((field.name, "\(change.words); take it out where the field stays"))
            }
        }
        self.places = places
    }

    /// Of a term that is not known, a field that usually states such a figure.
    static func places(of changes: [Figure.Change]) -> [(field: FieldName, words: String)] {
        changes.map { change in
            (
                change.kind.usualField,
                "\(change.words); the field of the term that states it; take it out where none does"
            )
        }
    }

    /// Whether a field states what is written so.
    private static func says(_ text: String, _ field: ConformedField, of term: ConformedTerm)
        -> Bool
    {
        guard let schema = term.kind.definition.field(field.name) else { return false }
        var problems = Problems(.forgiving)
        let value = schema.codec.decode(.string(text), &problems)
        return problems.isEmpty && value == field.value
    }
}

extension Figure.Kind {
    /// Whether a field of that type may state such a figure.
    fileprivate func isStated(by type: FieldType) -> Bool {
        switch type {
        case .money, .unitPrice: self == .amount
        case .rate: self == .rate
        case .date: self == .day
        case .bound: self == .day || self == .duration
        case .duration, .lapse: self == .duration
        case .yearly: self == .day
        case .choice(let words): self == .exclusivity && words.contains("exclusive")
        case .count: self == .number
        case .tiers: [.amount, .rate, .number].contains(self)
        case .schedule: [.amount, .day].contains(self)
        case .formula: [.amount, .rate, .number].contains(self)
        case .indexation: [.rate, .number].contains(self)
        case .text, .flag, .party, .parties, .tags, .term, .condition: false
        }
    }

    fileprivate var usualField: FieldName {
        switch self {
        case .amount: .amount
        case .rate: .rate
        case .day: .ends
        case .duration: .notice
        case .exclusivity: .exclusivity
        case .number: .quantity
        }
    }
}
