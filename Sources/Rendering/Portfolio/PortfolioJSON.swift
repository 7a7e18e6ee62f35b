import Amendments
import Ledger
import Notation
public import Portfolio
import Terms

/// The terms that satisfy a predicate, and those that may, as JSON, schema `deedbook/find/1`.
public enum PortfolioJSON {
    public static func render(_ portfolio: Portfolio) -> String {
        JSONDocument.text(
            "find",
            [
                ("asked", .string(portfolio.asked.description)),
                ("predicate", .string(portfolio.predicate.description)),
                ("vantage", QuestionJSON.node(of: portfolio.vantage)),
                ("isOfToday", .boolean(portfolio.isOfToday)),
                ("position", .integer(portfolio.position.number)),
                ("matches", .list(portfolio.matches.map { .object(members(of: $0)) })),
                ("possible", .list(portfolio.possible.map { node(of: $0) })),
            ])
    }

    private static func node(of possible: Portfolio.Possible) -> Node {
        let doubts = possible.doubts.map { doubt in
            Node.object([
                ("field", .optional(doubt.field?.rawValue)), ("reason", .string(doubt.reason)),
            ])
        }
        return .object(members(of: possible.term) + [("doubts", .list(doubts))])
    }

    private static func members(of term: HeldTerm) -> [(String, Node)] {
        let fields = term.kind.definition.fields.compactMap { schema in
            term.fields[schema.name].map { node(of: $0, schema.name) }
        }
        return [
            ("agreement", .string(term.agreement.text)), ("term", .string(term.id.text)),
            ("identity", .string(term.identity.text)), ("kind", .string(term.kind.rawValue)),
            ("status", .string(term.status.rawValue)), ("sentence", .string(term.sentence)),
            ("fields", .list(fields)),
            ("conditional", .list(term.conditional.map(node(of:)))),
        ]
    }

    private static func node(of change: HeldChange) -> Node {
        .object([
            ("effect", .string(change.effect.word.rawValue)),
            ("field", .optional(change.effect.field?.rawValue)),
            ("value", ValueJSON.node(change.effect.value)),
            ("bound", .bound(change.bound)),
            ("conditions", .list(change.conditions.map { .string($0.text) })),
            ("lasts", .bound(change.lasts)),
            ("text", .string(ConditionalPhrase.text(of: change))),
            ("governing", .integer(change.governing.number)),
        ])
    }

    private static func node(of field: HeldField, _ name: FieldName) -> Node {
        .object([
            ("name", .string(name.rawValue)),
            ("answers", .list(field.answers.map { ValueJSON.node($0) })),
            ("grade", .string(field.grade.rawValue)),
            ("isReported", .boolean(field.isReported)),
            ("governing", .integer(field.governing.number)),
            ("reports", .list(field.competing.map { node(of: $0) })),
            ("successions", PlaceJSON.list(field.places)),
        ])
    }

    private static func node(of report: HeldReport) -> Node {
        .object([
            ("value", ValueJSON.node(of: report.value)),
            ("grade", .string(report.grade.rawValue)),
            ("governing", .integer(report.governing.number)),
        ])
    }
}
