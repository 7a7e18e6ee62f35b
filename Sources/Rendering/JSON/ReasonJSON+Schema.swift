import Notation

extension ReasonJSON {
    /// A reason: the word, what it is about, and the sentence.
    static let schema = Schema.reference(
        "reason",
        to: .any(
            of: Word.allCases.map { word in
                .record(
                    [("reason", .constant(word.rawValue))] + members(of: word)
                        + [("text", .string)])
            }
        ).described(
            "Why a status or a value is what it is; `reason` tells which members there are."))

    private static func members(of word: Word) -> [(String, Schema)] {
        switch word {
        case .announced: [("date", .date)]
        case .conditionPending, .rebased, .orphan: [("condition", .condition)]
        case .conditionSatisfied: [("condition", .condition)] + PossibleDayJSON.schemas
        case .conditionLapsed: [("condition", .condition), ("event", .event)]
        case .convention: [("convention", .string)]
        case .imprecise: [("first", .day), ("last", .day)]
        case .statedEnd: [("bound", .bound)]
        case .removed, .agreementEnded, .suspended, .notRenewed, .outlives: [("event", .event)]
        case .ranOut: [("term", .term)] + PossibleDayJSON.schemas
        case .runsOut: [("term", .term), ("first", .day), ("last", .day.nullable)]
        case .renewed:
            [("day", .day), ("period", .duration.nullable), ("lateNotice", .event.nullable)]
        case .renewalNotKnown, .neverBegan: []
        case .waived: [("party", .party), ("event", .event)]
        case .perhapsWaived, .partyWithdrew:
            [("party", .party), ("event", .event)] + PossibleDayJSON.schemas
        case .approximate: [("date", .date)]
        case .perhapsMoved: [("term", .term)] + PossibleDayJSON.schemas
        case .scheduled: [("day", .day)]
        case .fellBack: [("field", .fieldName)]
        case .betterReport: [("value", ValueJSON.schema), ("grade", .grade), ("event", .event)]
        }
    }
}
