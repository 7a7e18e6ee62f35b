import Amendments
import Ledger
import Notation
import Terms

/// One term of a conformed copy in JSON.
enum TermJSON {
    static let shape = Shape<ConformedTerm>.object(
        .member("id", .term, \.id),
        .member("identity", .term, \.identity)
            .described("The id under which the term was first added."),
        .member("kind", .termKind, \.kind),
        .member("status", .status, \.status),
        .list("reasons", ReasonJSON.shape) { term in term.reasons.map { ($0, term.status) } },
        .nullable("since", .day, \.since),
        .nullable("nextChange", .day, \.nextChange),
        .member("sentence", .text, \.sentence),
        .list("fields", field) { term in term.fields.map { ($0, term.status) } },
        .list("remarks", remark, \.remarks),
        .list("openDays", openDay) { term in
            term.openDays.sorted { $0.key.description < $1.key.description }
                .map { ($0.key, $0.value) }
        }.described(
            "Of what was said of it: from one of which days it holds, where that may not have come."
        ),
        .list("silentSince", CauseJSON.shape, \.silentSince),
        .list("reaffirmedBy", CauseJSON.shape, \.reaffirmedBy),
        .list("accrued", .money) {
            $0.accrued.filter { $0.isExact && !$0.isReported }.map(\.least)
        }.described("The sums that are exact and rest on no report."),
        .list("accruedSums", AccrualJSON.shape, \.accrued),
        .list("conditional", ConditionalJSON.shape, \.conditional),
        .list("causes", CauseJSON.shape, \.causes)
    ).named("conformed-term")

    private static let openDay = Shape<(event: EventReference, day: PossibleDay)>.object(
        .member("event", .event, \.event), .all(of: PossibleDayJSON.members, \.day))

    static let field = Shape<(field: ConformedField, status: TermStatus)>.object(
        .member("name", .fieldName, \.field.name),
        .member("value", ValueJSON.shape, \.field.value)
            .described("The agreed value; where nothing is agreed, the best graded report."),
        .nullable("agreed", ValueJSON.shape, \.field.agreed)
            .described("The agreed value; null: none is agreed."),
        .member("grade", .grade, \.field.grade),
        .member("isReported", .flag, \.field.isReported)
            .described("Whether nothing is agreed, and value is a report."),
        .member("isContested", .flag, \.field.isContested),
        .list("reasons", ReasonJSON.shape) { field in
            field.field.reasons.map { ($0, field.status) }
        },
        .list("candidates", candidate, \.field.candidates),
        .list("competing", candidate, \.field.competing),
        .list("successions", PlaceJSON.shape, \.field.places),
        .list("silentSince", CauseJSON.shape, \.field.silentSince),
        .list("reaffirmedBy", CauseJSON.shape, \.field.reaffirmedBy),
        .list("conditional", ConditionalJSON.shape, \.field.conditional),
        .list("causes", CauseJSON.shape) { [$0.field.governing] + $0.field.furtherCauses }
    ).named("conformed-field")

    /// A value that may be the one, or that someone else states; null where there may be none.
    static let candidate = Shape<ConformedField.Candidate>.object(
        .nullable("value", ValueJSON.shape, \.value),
        .member("grade", .grade, \.grade),
        .member("isReported", .flag, \.isReported),
        .nullable("cause", CauseJSON.shape, \.event)
    ).named("candidate")

    private static let remark = Shape<Remark>.object(
        .member("remark", .words) { word(for: $0.content) },
        .nullable("label", .text) { RemarkPhrase.parts(of: $0)?.label },
        .nullable("text", .text) { RemarkPhrase.parts(of: $0)?.text },
        .member("cause", CauseJSON.shape, \.event)
    ).named("remark")

    /// The words of the member `remark`.
    enum RemarkWord: String, CaseIterable {
        case reaffirmed, unaddressed, interpreted, waived, accrued, consented
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
        case .consented: .consented
        }
    }
}
