import Amendments
import Ledger
import Notation
import Terms

/// The question an answer repeats, and what the answer rests on, in JSON.
enum QuestionJSON {
    static func members(of copy: ConformedCopy) -> [(String, Node)] {
        [
            ("agreement", .string(copy.agreement.text)),
            ("title", .string(copy.title)),
            ("zone", .string(copy.zone)),
        ] + members(copy.vantage, copy.resolved)
    }

    static func members(_ vantage: Vantage, _ resolved: ResolvedPoint) -> [(String, Node)] {
        [
            ("vantage", node(of: vantage)),
            ("resolved", node(of: resolved)),
        ]
    }

    static func node(of vantage: Vantage) -> Node {
        .object([
            ("on", .string(vantage.on.description)),
            ("disclosedBy", .optional(vantage.disclosedBy)),
            ("recordedAt", vantage.recordedAt.map { .integer($0.number) } ?? .null),
        ])
    }

    /// `drafts` is there only where the answer rests on recordings that nobody made.
    static func drafts(_ drafts: [RecordingHeader]) -> [(String, Node)] {
        drafts.isEmpty
            ? [] : [("drafts", .list(drafts.map { CauseJSON.instrument(of: $0) }))]
    }

    private static func node(of resolved: ResolvedPoint) -> Node {
        .object(
            [
                ("position", resolved.position.map { .integer($0.number) } ?? .null),
                (
                    "lastInstrument",
                    resolved.governing.map { CauseJSON.instrument(of: $0) } ?? .null
                ),
                ("hiddenByDisclosure", .integer(resolved.hiddenByDisclosure)),
                ("hiddenByPosition", resolved.hiddenByPosition.map { .integer($0) } ?? .null),
            ] + drafts(resolved.drafts))
    }
}
