import Amendments
import Ledger
import Notation
import Terms

/// One term of a conformed copy in JSON.
enum TermJSON {
    static func node(of term: ConformedTerm) -> Node {
        .object([
            ("id", .string(term.id.text)),
            ("identity", .string(term.identity.text)),
            ("kind", .string(term.kind.rawValue)),
            ("status", .string(term.status.rawValue)),
            ("reasons", ReasonJSON.list(term.reasons, status: term.status)),
            ("since", .optional(term.since)),
            ("nextChange", .optional(term.nextChange)),
            ("sentence", .string(term.sentence)),
            ("fields", .list(term.fields.map { node(of: $0, status: term.status) })),
            ("remarks", .list(term.remarks.map(node(of:)))),
            (
                "openDays",
                .list(
                    term.openDays.sorted { $0.key.description < $1.key.description }.map {
                        .object(
                            [("event", .string($0.key.description))]
                                + PossibleDayJSON.members($0.value))
                    })
            ),
            ("silentSince", CauseJSON.list(term.silentSince)),
            ("reaffirmedBy", CauseJSON.list(term.reaffirmedBy)),
            (
                "accrued",
                .list(
                    term.accrued.filter { $0.isExact && !$0.isReported }
                        .map { Money.codec.encode($0.least) })
            ),
            ("accruedSums", .list(term.accrued.map { AccrualJSON.node(of: $0) })),
            ("conditional", ConditionalJSON.list(term.conditional)),
            ("causes", CauseJSON.list(term.causes)),
        ])
    }

    static func node(of field: ConformedField, status: TermStatus) -> Node {
        .object([
            ("name", .string(field.name.rawValue)),
            ("value", ValueJSON.node(of: field.value)),
            ("agreed", ValueJSON.node(field.agreed)),
            ("grade", .string(field.grade.rawValue)),
            ("isReported", .boolean(field.isReported)),
            ("isContested", .boolean(field.isContested)),
            ("reasons", ReasonJSON.list(field.reasons, status: status)),
            ("candidates", .list(field.candidates.map(node(of:)))),
            ("competing", .list(field.competing.map(node(of:)))),
            ("successions", PlaceJSON.list(field.places)),
            ("silentSince", CauseJSON.list(field.silentSince)),
            ("reaffirmedBy", CauseJSON.list(field.reaffirmedBy)),
            ("conditional", ConditionalJSON.list(field.conditional)),
            ("causes", CauseJSON.list([field.governing] + field.furtherCauses)),
        ])
    }

    static func node(of candidate: ConformedField.Candidate) -> Node {
        .object([
            ("value", ValueJSON.node(candidate.value)),
            ("grade", .string(candidate.grade.rawValue)),
            ("isReported", .boolean(candidate.isReported)),
            ("cause", candidate.event.map { CauseJSON.node(of: $0) } ?? .null),
        ])
    }

    private static func node(of remark: Remark) -> Node {
        .object([
            ("remark", .string(word(for: remark.content).rawValue)),
            ("label", .optional(RemarkPhrase.parts(of: remark)?.label)),
            ("text", .optional(RemarkPhrase.parts(of: remark)?.text)),
            ("cause", CauseJSON.node(of: remark.event)),
        ])
    }

    /// The words of the member `remark`.
    enum RemarkWord: String, CaseIterable {
        case reaffirmed, unaddressed, interpreted, waived, accrued
        case noticeGiven = "notice-given"
        case optionExercised = "option-exercised"
        case optionDeclined = "option-declined"
    }

    private static func word(for content: Remark.Content) -> RemarkWord {
        switch content {
        case .reaffirmed: .reaffirmed
        case .unaddressed: .unaddressed
        case .interpreted: .interpreted
        case .waived: .waived
        case .noticeGiven: .noticeGiven
        case .optionExercised: .optionExercised
        case .optionDeclined: .optionDeclined
        case .accrued: .accrued
        }
    }
}
