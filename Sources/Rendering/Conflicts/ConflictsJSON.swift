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
/// `drafts` (only where the answer rests on recordings that no one made), `goesOn` (true when the same finding continues from the next day, otherwise proved or settled),
/// `closedBy`, `disputes` and `notes`. `counts` has how many findings there are of each sort, several windows of
/// one counted once. Members are added, never renamed, within version 1.
public enum ConflictsJSON {
    static let answer = JSONAnswer<ConflictReport>(
        "conflicts", "which terms cannot both be kept, and on which days",
        command: "deedbook conflicts --format json",
        .list("asked", .agreement) { Array($0.asked) },
        .list("read", .agreement) { Array($0.read) },
        .member("from", .day, \.range.lowerBound),
        .member("through", .day, \.range.upperBound),
        .nullable("disclosedBy", .day, \.disclosedBy),
        .nullable("position", .position, \.position),
        .member("hiddenByDisclosure", .count, \.hidden.byDisclosure),
        QuestionJSON.hiddenByPosition(\.hidden.byPosition),
        QuestionJSON.drafts(\.drafts),
        .list("conflicts", conflict, \.conflicts),
        .list("settled", conflict, \.settled),
        .list("faint", conflict, \.faint),
        .list("gaps", conflict, \.gaps),
        .member("counts", counts) { $0 })

    public static func render(_ report: ConflictReport) -> String { answer.text(of: report) }

    /// How many findings there are of each sort, several windows of one counted once.
    private static let counts = Shape<ConflictReport>.object(
        .member("certain", .count) { findings($0.conflicts).count { $0.certainty == .certain } },
        .member("possible", .count) { findings($0.conflicts).count { $0.certainty != .certain } },
        .member("settled", .count) { findings($0.settled).count },
        .member("faint", .count) { findings($0.faint).count },
        .member("gaps", .count) { findings($0.gaps).count })

    private static func findings(_ windows: [Conflict]) -> [Conflict] {
        ConflictsText.grouped(windows).compactMap(\.first)
    }

    private static let conflict = Shape<Conflict>.object(
        .member("rule", .words, \.rule),
        .member("nature", .words, \.rule.nature),
        .member("summary", .text, \.rule.rule.summary),
        .member("source", .text, \.rule.rule.source),
        .member("certainty", .words, \.certainty),
        .member("from", .day, \.days.from),
        .nullable("through", .day, \.days.through)
            .described("Null: nothing on record ends it."),
        .nullable("partyInRisk", .party, \.partyInRisk),
        .list("sides", side, \.sides),
        .list("proofs", proof, \.proofs),
        .nullable("resolution", resolution, \.resolution)
            .described("Null: nothing settles it."),
        .member("goesOn", .flag, \.goesOn),
        .list("closedBy", CauseJSON.shape, \.closedBy),
        .list("disputes", dispute, \.disputes),
        .list("notes", .text, \.notes)
    ).named("conflict")

    private static let side = Shape<ConflictSide>.object(
        .member("agreement", .agreement, \.agreement),
        .member("title", .text, \.title),
        .member("term", .term, \.term),
        .member("identity", .term, \.identity),
        .member("kind", .termKind, \.kind),
        .member("sentence", .text, \.sentence),
        .list("citations", CauseJSON.shape, \.citations))

    private static let proof = Shape<DimensionProof>.object(
        .member("dimension", .words, \.dimension),
        .member("result", .words) { Meets($0.result) },
        .member("first", .text, \.first),
        .member("second", .text, \.second),
        .member("why", .text, \.why))

    private static let resolution = Shape<Resolution>.object(
        .member("manner", .words) { manner(of: $0) },
        .member("text", .text) { ConflictEntry.text(of: $0) },
        .list("causes", CauseJSON.shape, \.events))

    private static let dispute = Shape<ConformedDispute>.object(
        .member("id", Shape(DisputeID.codec), \.id),
        .member("state", .text, \.state),
        .nullable("manner", .words) { $0.resolution?.manner },
        .nullable("released", .words) { $0.resolution?.released })

    /// Whether two sides meet in a dimension: the words of `result`.
    private enum Meets: String, CaseIterable {
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
    private enum Manner: String, CaseIterable {
        case exception, waiver, declined, consent, precedence, several
        case laterAmendment = "later-amendment"
    }

    private static func manner(of resolution: Resolution) -> Manner {
        switch resolution {
        case .exception: .exception
        case .waiver: .waiver
        case .declined: .declined
        case .consent: .consent
        case .precedence: .precedence
        case .laterAmendment: .laterAmendment
        case .several: .several
        }
    }
}
