import Amendments
public import Ledger
import Notation
import Terms

/// A conformed copy as JSON, schema `deedbook/terms/1`.
///
/// Ended terms are in it, with their status.
public enum ConformedCopyJSON {
    static let answer = JSONAnswer<ConformedCopy>(
        "terms", "the terms of an agreement on a day",
        command: "deedbook terms AGREEMENT --format json",
        QuestionJSON.copy,
        .list("parties", party, \.parties),
        .list("terms", TermJSON.shape, \.terms),
        .list("conditions", condition, \.conditions),
        .list("disputes", dispute, \.disputes),
        .list("expectations", expectation, \.expectations))

    public static func render(_ copy: ConformedCopy) -> String { answer.text(of: copy) }

    private static let party = Shape<ConformedParty>.object(
        .member("id", .party, \.id),
        .member("name", .text, \.name),
        .nullable("role", .text, \.role),
        .nullable("successor", .party, \.successor),
        .list("successors", .party, \.successors)
            .described("In order of effect; the last stands there now."),
        .member("hasWithdrawn", .flag, \.hasWithdrawn),
        .member("isGroup", .flag) { $0.members != nil },
        .list("members", member) { $0.members ?? [] }
            .described("Of a group, who is in it, may be, or was, in the order of joining."),
        .member("mayHaveOtherMembers", .flag, \.mayHaveOthers)
            .described("True for a group of which not every member is known."),
        .list("open", OpenPartyJSON.shape, \.open),
        .list("causes", CauseJSON.shape, \.causes))

    private static let member = Shape<ConformedMember>.object(
        .member("party", .party, \.party),
        .nullable("role", .text, \.role),
        .member("standing", .words, \.standing)
            .described("Perhaps: the day on which it joined, or left, is imprecise."),
        .member("cause", CauseJSON.shape, \.cause))

    private static let condition = Shape<ConformedCondition>.object(
        .member("id", .condition, \.id),
        .member("state", conditionState, \.state),
        .nullable("since", .day) { $0.since?.exact }
            .described("Null: pending, or the day is not known exactly."),
        .nullable("sinceFirst", .day) { $0.since?.first }
            .described("The first day on which it may have happened."),
        .nullable("sinceLast", .day) { $0.since?.last }
            .described("The last day on which it may have happened."),
        .nullable("doubt", doubt, \.doubt),
        .member("text", .text, \.text),
        .list("decidedBy", .text, \.decidedBy),
        .list("readings", reading, \.readings),
        .list("causes", CauseJSON.shape, \.causes))

    private static let conditionState = Shape<String>.word(
        of: ["pending", "indeterminate"] + ConditionRecord.Manner.allCases.map(\.rawValue))

    private static let reading = Shape<ConditionReading>.object(
        .member("id", Shape(ReadingID.codec), \.id),
        .member("text", .text, \.text),
        .list("cites", Shape(SourceID.codec), \.cites))

    private static let dispute = Shape<ConformedDispute>.object(
        .member("id", Shape(DisputeID.codec), \.id),
        .member("state", .text, \.state),
        .member("stage", .words, \.stage),
        .nullable("manner", .words) { $0.resolution?.manner },
        .nullable("released", .words) { $0.resolution?.released },
        .list("by", .party, \.by),
        .list("against", .party, \.against),
        .list("about", .term, \.about),
        .nullable("forum", .text, \.forum),
        .nullable("doubt", doubt, \.doubt),
        .list("causes", CauseJSON.shape, \.causes))

    /// Several states of which one is meant, because a day is not known exactly.
    private static let doubt = Shape<StateDoubt>.object(
        .list("states", .text, \.states),
        .member("first", .day, \.first),
        .member("last", .day, \.last)
    ).named("state-doubt")

    private static let expectation = Shape<ConformedExpectation>.object(
        .member("id", Shape(ExpectationID.codec), \.id),
        .member("text", .text, \.text),
        .nullable("by", .text, \.by),
        .nullable("window", .bound, \.window),
        .member("state", .word(of: ["expected", "met", "missed", "indeterminate"]), \.state),
        .member("isMet", .flag, \.isMet),
        .nullable("doubt", doubt, \.doubt),
        .list("causes", CauseJSON.shape, \.causes))
}
