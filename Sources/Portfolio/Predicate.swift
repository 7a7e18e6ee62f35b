public import Ledger
public import Terms

/// What is asked of every term: the tree that the predicate language is read into, and its typed API.
public indirect enum TermPredicate: Hashable, Sendable {
    case all([TermPredicate])
    case any([TermPredicate])
    case not(TermPredicate)
    case agreement(AgreementID)
    /// The id the term has on the day of the question, or the one it was first added under.
    case term(TermID)
    case kind(TermKind)
    case status(TermStatus)
    /// The party stands in some field of the term, in whatever role.
    case party(PartyID)
    /// Some field of the term is answered from such a grade.
    case grade(Comparison, SourceGrade)
    /// Some field of the term is answered in that way.
    case anyField(Answered)
    case field(FieldName, FieldTest)
    /// The words stand in what is recorded of the term: its id, its sentence, its fields, readings, conditions and notes.
    case words(SearchWords)

    /// Whether it speaks of the status of terms.
    public var speaksOfStatus: Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.contains(where: \.speaksOfStatus)
        case .not(let part): part.speaksOfStatus
        case .status: true
        case .agreement, .term, .kind, .party, .grade, .anyField, .field, .words: false
        }
    }

    /// What is really asked: of terms in force, where the predicate does not speak of the status.
    public var complete: TermPredicate {
        speaksOfStatus ? self : .all([self, .status(.inForce)])
    }
}

/// What is asked of one field.
public enum FieldTest: Hashable, Sendable {
    /// The stated value compares so to the operand.
    case compares(Comparison, Operand)
    /// The text has these words in it, whatever their case; the list or the tags include it.
    case contains(Operand)
    /// The field is answered in that way.
    case answered(Answered)
}

/// How two values are compared.
public enum Comparison: String, CaseIterable, Hashable, Sendable {
    case equal = "="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    var isOrder: Bool {
        switch self {
        case .equal, .unequal: false
        case .less, .lessOrEqual, .greater, .greaterOrEqual: true
        }
    }
}

/// In which way a field is answered: a state of its value, or by nothing at all.
public enum Answered: String, CaseIterable, Hashable, Sendable {
    case stated, between, about, redacted, undisclosed, unknown, silent, none
    case sameAs = "same-as"
    /// Imprecise dates leave several answers.
    case indeterminate
    /// No one said anything of it.
    case absent
    /// Some source reports something of it, whatever is agreed.
    case reported
}

/// A value to compare with, as it is written; it gets its type from the field it is compared with.
public struct Operand: Hashable, Sendable {
    public let text: String

    public init(_ text: String) { self.text = text }

    public static func money(_ money: Money) -> Operand { Operand(money.description) }
    public static func day(_ day: Day) -> Operand { Operand(day.description) }
    public static func party(_ party: PartyID) -> Operand { Operand(party.text) }
    /// A share in per cent: 15 is `15%`.
    public static func percent(_ number: ExactDecimal) -> Operand { Operand("\(number)%") }
}

extension TermPredicate: CustomStringConvertible {
    /// The predicate in its language, with the brackets it needs.
    public var description: String {
        switch self {
        case .all(let parts): Self.joined(parts, by: " and ")
        case .any(let parts): Self.joined(parts, by: " or ")
        case .not(let part): "not (\(part))"
        case .agreement(let id): "agreement = \(id)"
        case .term(let id): "term = \(id)"
        case .kind(let kind): "kind = \(kind.rawValue)"
        case .status(let status): "status = \(status.rawValue)"
        case .party(let id): "party = \(id)"
        case .grade(let comparison, let grade): Self.words(comparison, grade)
        case .anyField(let answered): "any is \(answered.rawValue)"
        case .field(let name, .compares(let comparison, let operand)):
            "\(name) \(comparison.rawValue) \(operand)"
        case .field(let name, .contains(let operand)): "\(name) contains \(operand)"
        case .field(let name, .answered(let answered)): "\(name) is \(answered.rawValue)"
        case .words(let words): Operand.quoted(words.text)
        }
    }

    private static func joined(_ parts: [TermPredicate], by word: String) -> String {
        parts.map { part in
            switch part {
            case .all(let inner), .any(let inner): inner.count > 1 ? "(\(part))" : "\(part)"
            case .not, .agreement, .term, .kind, .status, .party, .grade, .anyField, .field, .words:
                "\(part)"
            }
        }.joined(separator: word)
    }

    private static func words(_ comparison: Comparison, _ grade: SourceGrade) -> String {
        switch comparison {
        case .less: "grade below \(grade.rawValue)"
        case .greater: "grade above \(grade.rawValue)"
        case .equal, .unequal, .lessOrEqual, .greaterOrEqual:
            "grade \(comparison.rawValue) \(grade.rawValue)"
        }
    }
}

extension Operand: CustomStringConvertible {
    /// As the language writes it: in quotes where it is not one word.
    public var description: String {
        let isWord =
            !text.isEmpty && text.unicodeScalars.allSatisfy(PredicateLexer.isWordScalar)
            && !PredicateLexer.reserved.contains(text)
        return isWord ? text : Self.quoted(text)
    }

    fileprivate static func quoted(_ text: String) -> String {
        let escaped = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
        return "\"\(escaped)\""
    }
}

extension TermPredicate {
    /// The fields it names, in the order in which it does.
    public var fields: [FieldName] {
        switch self {
        case .all(let parts), .any(let parts):
            parts.flatMap(\.fields).reduce(into: []) { names, name in
                if !names.contains(name) { names.append(name) }
            }
        case .not(let part): part.fields
        case .field(let name, _): [name]
        case .agreement, .term, .kind, .status, .party, .grade, .anyField, .words: []
        }
    }
}
