import Amendments
public import Conflicts
import Ledger
import Notation
import Terms

/// A report of conflicts as JSON, schema `deedbook/conflicts/1`.
///
/// `asked` and `read` are agreements; `from` and `through` the days asked for, both included;
/// `conflicts`, `settled`, `faint` (too little is known to call it a conflict of anybody) and `gaps` (what the
/// record does not say, or says twice; no conflicts) list windows: `rule`, `nature` (conflict, trigger, gap),
/// `summary` and `source` of the rule, `certainty` (certain, possible), `from` and `through` (null where
/// nothing on record ends it), `partyInRisk`, `sides` (the protected one first, each with the events it
/// rests on), `proofs` (`dimension`, `result`: disjoint, overlap, unknown; what each side says and why),
/// `resolution` (`manner`: exception, waiver, declined, precedence, later-amendment, several; null while nothing
/// settles it),
/// `drafts` (only where the answer rests on recordings that nobody made), `goesOn` (true when the same finding continues from the next day, otherwise proved or settled),
/// `closedBy`, `disputes` and `notes`. `counts` has how many findings there are of each sort, several windows of
/// one counted once. Members are added, never renamed, within version 1.
public enum ConflictsJSON {
    public static func render(_ report: ConflictReport) -> String {
        JSONDocument.text(
            "conflicts",
            [
                ("asked", .ids(report.asked)),
                ("read", .ids(report.read)),
                ("from", .string(report.range.lowerBound.description)),
                ("through", .string(report.range.upperBound.description)),
                ("disclosedBy", .optional(report.disclosedBy)),
                ("position", report.position.map { .integer($0.number) } ?? .null),
                ("hiddenByDisclosure", .integer(report.hidden.byDisclosure)),
                ("hiddenByPosition", report.hidden.byPosition.map { .integer($0) } ?? .null),
            ] + QuestionJSON.drafts(report.drafts) + [
                ("conflicts", .list(report.conflicts.map(node))),
                ("settled", .list(report.settled.map(node))),
                ("faint", .list(report.faint.map(node))),
                ("gaps", .list(report.gaps.map(node))),
                ("counts", counts(report)),
            ])
    }

    /// How many findings there are of each sort, several windows of one counted once.
    private static func counts(_ report: ConflictReport) -> Node {
        let open = ConflictsText.grouped(report.conflicts).compactMap(\.first)
        let certain = open.count { $0.certainty == .certain }
        return .object([
            ("certain", .integer(certain)),
            ("possible", .integer(open.count - certain)),
            ("settled", .integer(ConflictsText.grouped(report.settled).count)),
            ("faint", .integer(ConflictsText.grouped(report.faint).count)),
            ("gaps", .integer(ConflictsText.grouped(report.gaps).count)),
        ])
    }

    private static func node(of conflict: Conflict) -> Node {
        .object([
            ("rule", .string(conflict.rule.rawValue)),
            ("nature", .string(conflict.rule.nature.rawValue)),
            ("summary", .string(conflict.rule.rule.summary)),
            ("source", .string(conflict.rule.rule.source)),
            ("certainty", .string(conflict.certainty.rawValue)),
            ("from", .string(conflict.days.from.description)),
            ("through", .optional(conflict.days.through)),
            ("partyInRisk", .optional(conflict.partyInRisk?.text)),
            ("sides", .list(conflict.sides.map(side))),
            ("proofs", .list(conflict.proofs.map(proof))),
            ("resolution", conflict.resolution.map(resolution) ?? .null),
            ("goesOn", .boolean(conflict.goesOn)),
            ("closedBy", CauseJSON.list(conflict.closedBy)),
            ("disputes", .list(conflict.disputes.map(dispute))),
            ("notes", .texts(conflict.notes)),
        ])
    }

    private static func side(_ side: ConflictSide) -> Node {
        .object([
            ("agreement", .string(side.agreement.text)),
            ("title", .string(side.title)),
            ("term", .string(side.term.text)),
            ("identity", .string(side.identity.text)),
            ("kind", .string(side.kind.rawValue)),
            ("sentence", .string(side.sentence)),
            ("citations", CauseJSON.list(side.citations)),
        ])
    }

    private static func proof(_ proof: DimensionProof) -> Node {
        .object([
            ("dimension", .string(proof.dimension.rawValue)),
            ("result", .string(Meets(proof.result).rawValue)),
            ("first", .string(proof.first)),
            ("second", .string(proof.second)),
            ("why", .string(proof.why)),
        ])
    }

    private static func resolution(_ resolution: Resolution) -> Node {
        let word: Manner =
            switch resolution {
            case .exception: .exception
            case .waiver: .waiver
            case .declined: .declined
            case .precedence: .precedence
            case .laterAmendment: .laterAmendment
            case .several: .several
            }
        return .object([
            ("manner", .string(word.rawValue)),
            ("text", .string(ConflictEntry.text(of: resolution))),
            ("causes", CauseJSON.list(resolution.events)),
        ])
    }

    /// Whether two sides meet in a dimension: the words of `result`.
    enum Meets: String, CaseIterable {
        case disjoint, overlap, unknown

        init(_ truth: Truth) {
            self =
                switch truth {
                case .yes: .overlap
                case .no: .disjoint
                case .unknown: .unknown
                }
        }
    }

    /// How something is settled: the words of `manner`.
    enum Manner: String, CaseIterable {
        case exception, waiver, declined, precedence, several
        case laterAmendment = "later-amendment"
    }

    private static func dispute(_ dispute: ConformedDispute) -> Node {
        .object([
            ("id", .string(dispute.id.text)),
            ("state", .string(dispute.state)),
            ("manner", .optional(dispute.resolution?.manner.rawValue)),
            ("released", .optional(dispute.resolution?.released.rawValue)),
        ])
    }
}
