public import Amendments
public import Ledger
public import Terms

/// What is known of one field: what is agreed, and what is reported beside it.
public struct KnownField: Hashable, Sendable {
    /// The agreed value, or what the best graded report says where nothing is agreed; each one possible, where
    /// imprecise dates leave several, and nil where the term may not have the field.
    public var answers: [ValueState?] = []
    public var grade = SourceGrade.inference
    /// True where nothing is agreed, and the answer is a report.
    public var isReported = false
    /// The event the answer comes from.
    public var governing = Position(0)
    /// What is reported beside the answer, best grade first.
    public var competing: [ReportedValue] = []
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
        competing = field.reportedValues
        places = field.places
        formerNames = field.formerNames
    }

    /// Whether imprecise dates leave several answers.
    public var isIndeterminate: Bool { answers.count > 1 }

    /// Everything that is reported of the field, best grade first.
    public var reports: [ReportedValue] {
        guard isReported, let value = answers.first ?? nil else { return competing }
        return [ReportedValue(value: value, grade: grade, governing: governing)] + competing
    }

    /// The answer in words; several joined by `or`, and a report with the word.
    public var displayText: String {
        (isReported ? "reported: " : "")
            + answers.map { $0.map { places.text(of: $0) } ?? "nothing" }
            .joined(separator: " or ")
    }
}

extension KnownField {
    /// Takes what a piece says of a field, its reports or its places; false for one of the term.
    mutating func take(_ piece: TermPiece) -> Bool {
        switch piece.answer {
        case .status, .waiting: return false
        case .value(let value): takeAnswers([value], piece)
        case .oneOf(let values): takeAnswers(values, piece)
        case .reports(let reports): competing = reports
        case .places(let named):
            for place in named {
                if !place.successors.isEmpty || !place.members.isEmpty || place.mayHaveOthers {
                    places.append(
                        PartyPlace(
                            party: place.party, successors: place.successors,
                            isCertain: place.isCertain, members: place.members,
                            mayHaveOthers: place.mayHaveOthers))
                }
                if !place.formerNames.isEmpty { formerNames[place.party] = place.formerNames }
            }
        }
        return true
    }

    private mutating func takeAnswers(_ values: [ValueState?], _ piece: TermPiece) {
        answers = values
        grade = piece.grade
        isReported = piece.isReported
        governing = piece.governing
    }
}
