import Amendments
public import Ledger
import Notation
import Terms

/// A conformed copy as JSON, schema `deedbook/terms/1`.
///
/// Ended terms are in it, with their status.
public enum ConformedCopyJSON {
    public static func render(_ copy: ConformedCopy) -> String {
        JSONDocument.text(
            "terms",
            QuestionJSON.members(of: copy) + [
                ("parties", .list(copy.parties.map(party))),
                ("terms", .list(copy.terms.map(TermJSON.node(of:)))),
                ("conditions", .list(copy.conditions.map(condition))),
                ("disputes", .list(copy.disputes.map(dispute))),
                ("expectations", .list(copy.expectations.map(expectation))),
            ])
    }

    private static func party(_ party: ConformedParty) -> Node {
        .object([
            ("id", .string(party.id.text)),
            ("name", .string(party.name)),
            ("role", .optional(party.role)),
            ("successor", .optional(party.successor?.text)),
            ("successors", .texts(party.successors.map(\.text))),
            ("hasWithdrawn", .boolean(party.hasWithdrawn)),
            ("open", .list(party.open.map(OpenPartyJSON.node(of:)))),
            ("causes", CauseJSON.list(party.causes)),
        ])
    }

    private static func condition(_ condition: ConformedCondition) -> Node {
        .object([
            ("id", .string(condition.id.text)),
            ("state", .string(condition.state)),
            ("since", .optional(condition.since?.exact)),
            ("sinceFirst", .optional(condition.since?.first)),
            ("sinceLast", .optional(condition.since?.last)),
            ("doubt", doubt(condition.doubt)),
            ("text", .string(condition.text)),
            ("decidedBy", .texts(condition.decidedBy)),
            ("readings", .list(condition.readings.map(reading))),
            ("causes", CauseJSON.list(condition.causes)),
        ])
    }

    private static func reading(_ reading: ConditionReading) -> Node {
        .object([
            ("id", .string(reading.id.text)),
            ("text", .string(reading.text)),
            ("cites", .ids(reading.cites)),
        ])
    }

    private static func dispute(_ dispute: ConformedDispute) -> Node {
        .object([
            ("id", .string(dispute.id.text)),
            ("state", .string(dispute.state)),
            ("stage", .string(dispute.stage.rawValue)),
            ("manner", .optional(dispute.resolution?.manner.rawValue)),
            ("released", .optional(dispute.resolution?.released.rawValue)),
            ("by", .ids(dispute.by)),
            ("against", .ids(dispute.against)),
            ("about", .ids(dispute.about)),
            ("forum", .optional(dispute.forum)),
            ("doubt", doubt(dispute.doubt)),
            ("causes", CauseJSON.list(dispute.causes)),
        ])
    }

    private static func doubt(_ doubt: StateDoubt?) -> Node {
        guard let doubt else { return .null }
        return .object([
            ("states", .texts(doubt.states)),
            ("first", .string(doubt.first.description)),
            ("last", .string(doubt.last.description)),
        ])
    }

    private static func expectation(_ expectation: ConformedExpectation) -> Node {
        .object([
            ("id", .string(expectation.id.text)),
            ("text", .string(expectation.text)),
            ("by", .optional(expectation.by)),
            ("window", .bound(expectation.window)),
            ("state", .string(expectation.state)),
            ("isMet", .boolean(expectation.isMet)),
            ("doubt", doubt(expectation.doubt)),
            ("causes", CauseJSON.list(expectation.causes)),
        ])
    }
}
