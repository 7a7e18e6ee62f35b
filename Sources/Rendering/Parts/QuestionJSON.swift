import Amendments
import Ledger
import Notation
import Terms

/// The question an answer repeats, and what the answer rests on, in JSON.
enum QuestionJSON {
    /// The question about one agreement, and what the answer rests on.
    static let copy = Members<ConformedCopy>.all(
        .member("agreement", .agreement, \.agreement),
        .member("title", .text, \.title),
        .member("zone", .text, \.zone),
        .all(of: members) { ($0.vantage, $0.resolved) })

    static let members = Members<(vantage: Vantage, resolved: ResolvedPoint)>.all(
        .member("vantage", vantage, \.vantage), .member("resolved", resolved, \.resolved))

    static let vantage = Shape<Vantage>.object(
        .member("on", .day, \.on),
        .nullable("disclosedBy", .day, \.disclosedBy).described("Null: all disclosures."),
        .nullable("recordedAt", .position, \.recordedAt).described("Null: the book as it is.")
    ).described("From where the question looks: the two times.").named("vantage")

    /// Left out unless the answer rests on recordings that no one made.
    static func drafts<Value>(
        _ drafts: @escaping @Sendable (Value) -> [RecordingHeader]
    ) -> Members<Value> {
        .optional("drafts", CauseJSON.instrument.list) { value in
            let drafts = drafts(value)
            return drafts.isEmpty ? nil : drafts
        }
    }

    /// How many recordings a position leaves out.
    static func hiddenByPosition<Value>(
        _ count: @escaping @Sendable (Value) -> Int?
    ) -> Members<Value> {
        .nullable("hiddenByPosition", .count, count)
            .described("Null: not counted; --hidden counts.")
    }

    private static let resolved = Shape<ResolvedPoint>.object(
        .nullable("position", .position, \.position),
        .nullable("lastInstrument", CauseJSON.instrument, \.governing),
        .member("hiddenByDisclosure", .count, \.hiddenByDisclosure),
        hiddenByPosition(\.hiddenByPosition),
        drafts(\.drafts)
    ).described("What the answer rests on, and how many recordings the vantage leaves out.")
        .named("resolved")
}
