import Amendments
import Ledger
import Notation
public import Portfolio
import Terms

/// The terms that satisfy a predicate, and those that may, as JSON, schema `deedbook/find/1`.
public enum PortfolioJSON {
    static let answer = JSONAnswer<Portfolio>(
        "find", "the terms that satisfy a predicate, and those that may",
        command: "deedbook find 'PREDICATE' --format json",
        .member("asked", .text, \.asked.description),
        .member("predicate", .text, \.predicate.description)
            .described("As it was asked, with the status it implies."),
        .member("vantage", QuestionJSON.vantage, \.vantage),
        .member("isOfToday", .flag, \.isOfToday).described(
            "True: no day was given, and each agreement was asked about today in its own zone, which may be "
                + "the day before the vantage's, which is that of UTC, or the day after."),
        .member("position", .position, \.position),
        .list("matches", .object(members), \.matches),
        .list("possible", possible, \.possible),
        .list("notRead", notRead, \.notRead).described(
            "Instruments that are known of and were not read, of the agreements that the predicate names, or else of "
                + "which a term is here: by them a term that does not match may match, or one that is not on record."
        ))

    private static let notRead = Shape<Portfolio.NotRead>.object(
        .member("agreement", .agreement, \.agreement),
        .member("event", .event, \.event))

    public static func render(_ portfolio: Portfolio) -> String { answer.text(of: portfolio) }

    private static let possible = Shape<Portfolio.Possible>.object(
        .all(of: members, \.term), .list("doubts", doubt) { Array($0.doubts) })

    private static let doubt = Shape<Doubt>.object(
        .nullable("field", .fieldName, \.field), .member("reason", .text, \.reason))

    private static let members = Members<KnownTerm>.all(
        .member("agreement", .agreement, \.agreement),
        .member("term", .term, \.id),
        .member("identity", .term, \.identity),
        .member("kind", .termKind, \.kind),
        .member("status", .status, \.status),
        .member("sentence", .text, \.sentence),
        .list("fields", field) { term in
            term.kind.definition.fields.compactMap { schema in
                term.fields[schema.name].map { (schema.name, $0) }
            }
        },
        .list("conditional", change, \.conditional),
        .list("texts", text, \.texts).described(
            "Readings, conditions and notes in which the words of the predicate occur."))

    private static let text = Shape<RecordedWords>.object(
        .member("place", .text, \.place.description),
        .member("text", .text, \.words),
        .nullable("reportOf", .fieldName, \.reportOf).described(
            "The field of which a report says it, where it is not agreed.")
    ).named("held-text")

    private static let change = Shape<PendingChange>.object(
        ConditionalJSON.members, .member("governing", .position, \.governing)
    ).named("held-change").described(ConditionalJSON.description)

    private static let field = Shape<(name: FieldName, field: KnownField)>.object(
        .member("name", .fieldName, \.name),
        .list("answers", ValueJSON.shape.nullable) { Array($0.field.answers) },
        .member("grade", .grade, \.field.grade),
        .member("isReported", .flag, \.field.isReported)
            .described("Whether nothing is agreed, and the answer is a report."),
        .member("governing", .position, \.field.governing),
        .list("reports", report, \.field.competing)
            .described("What is reported beside the answer."),
        .list("successions", PlaceJSON.shape, \.field.places)
    ).named("held-field")

    private static let report = Shape<ReportedValue>.object(
        .member("value", ValueJSON.shape, \.value),
        .member("grade", .grade, \.grade),
        .member("governing", .position, \.governing))
}
