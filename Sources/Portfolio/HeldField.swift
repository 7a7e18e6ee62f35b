public import Amendments
public import Ledger
import Notation
public import Terms

/// What is known of one field: what is agreed, and what is reported beside it.
public struct HeldField: Hashable, Sendable {
    /// The agreed value, or what the best graded report says where nothing is agreed; each one possible, where
    /// imprecise dates leave several, and nil where the term may not have the field.
    public var answers: [ValueState?] = []
    public var grade = SourceGrade.inference
    /// True where nothing is agreed, and the answer is a report.
    public var isReported = false
    /// The event the answer comes from.
    public var governing = Position(0)
    /// What is reported beside the answer, best grade first.
    public var competing: [HeldReport] = []
    /// Of the parties it names, those in whose place others stand by now.
    public var places: [PartyPlace] = []
    /// Of the parties it names, by which other names their places were known before.
    public var formerNames: [PartyID: [PartyID]] = [:]

    init() {}

    init(_ field: ConformedField) {
        answers = field.isIndeterminate ? field.candidates.map(\.value) : [field.value]
        grade = field.grade
        isReported = field.isReported
        governing = field.governing.position
        competing = field.competing.compactMap { report in
            guard let value = report.value, let event = report.event else { return nil }
            return HeldReport(value: value, grade: report.grade, governing: event.position)
        }
        places = field.places
        formerNames = field.formerNames
    }

    /// Whether imprecise dates leave several answers.
    public var isIndeterminate: Bool { answers.count > 1 }

    /// Everything that is reported of the field, best grade first.
    public var reports: [HeldReport] {
        guard isReported, let value = answers.first ?? nil else { return competing }
        return [HeldReport(value: value, grade: grade, governing: governing)] + competing
    }

    /// The answer in words; several joined by `or`, and a report with the word.
    public var displayText: String {
        (isReported ? "reported: " : "")
            + answers.map { $0.map { places.text(of: $0) } ?? "nothing" }
            .joined(separator: " or ")
    }
}

/// One report of a field.
public struct HeldReport: Hashable, Sendable {
    public var value: ValueState
    public var grade: SourceGrade
    /// The event that reports it.
    public var governing: Position

    /// `USD 90 [named-press]`.
    public var displayText: String { "\(value.displayText) [\(grade.rawValue)]" }
}

extension HeldField {
    /// Takes what a piece says of the field, its reports or its places; false where it cannot be read.
    mutating func take(_ piece: TermPiece, _ name: FieldName) -> Bool {
        guard let schema = piece.kind.definition.field(name), let text = piece.value,
            let node = try? JSONReader.read(text)
        else { return false }
        switch piece.subject {
        case .status, .waiting: return false
        case .field: return takeAnswer(piece, node, schema)
        case .reports: return takeReports(node, schema)
        case .places: return takePlaces(node)
        }
    }

    private mutating func takeAnswer(
        _ piece: TermPiece, _ node: Node, _ schema: FieldSchema
    ) -> Bool {
        grade = piece.grade
        isReported = piece.isReported
        governing = piece.governing
        guard piece.state == .indeterminate else {
            guard let value = Self.state(node, schema) else { return false }
            answers = [value]
            return true
        }
        guard case .list(let nodes) = node.content else { return false }
        for node in nodes {
            guard node.content != .null else {
                answers.append(nil)
                continue
            }
            guard let value = Self.state(node, schema) else { return false }
            answers.append(value)
        }
        return true
    }

    private mutating func takeReports(_ node: Node, _ schema: FieldSchema) -> Bool {
        guard case .list(let nodes) = node.content else { return false }
        for node in nodes {
            guard let value = node["value"].flatMap({ Self.state($0, schema) }),
                let grade = node["grade"]?.text.flatMap({ SourceGrade(rawValue: $0) }),
                case .integer(let governing)? = node["governing"]?.content
            else { return false }
            competing.append(
                HeldReport(value: value, grade: grade, governing: Position(governing)))
        }
        return true
    }

    private mutating func takePlaces(_ node: Node) -> Bool {
        guard case .list(let nodes) = node.content else { return false }
        for node in nodes {
            guard let party = node["party"]?.text.flatMap({ PartyID($0) }),
                case .list(let successors)? = node["successors"]?.content,
                case .boolean(let isCertain)? = node["certain"]?.content
            else { return false }
            let ids = successors.compactMap { $0.text.flatMap { PartyID($0) } }
            guard ids.count == successors.count else { return false }
            if !ids.isEmpty {
                places.append(PartyPlace(party: party, successors: ids, isCertain: isCertain))
            }
            if case .list(let former)? = node["former"]?.content {
                formerNames[party] = former.compactMap { $0.text.flatMap { PartyID($0) } }
            }
        }
        return true
    }

    private static func state(_ node: Node, _ schema: FieldSchema) -> ValueState? {
        var problems = Problems()
        let value = schema.codec.decode(node, &problems)
        return problems.all.isEmpty ? value : nil
    }
}

extension TermPiece.Subject {
    /// The field that it is about; nil for what is of the term as a whole.
    package var name: FieldName? {
        switch self {
        case .status, .waiting: nil
        case .field(let name), .reports(let name), .places(let name): name
        }
    }
}
