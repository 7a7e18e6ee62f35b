import Ledger
import Portfolio
import Terms

/// Agreed changes that wait for a condition, in JSON.
enum ConditionalJSON {
    static let shape = Shape<ConditionalChange>.object(
        .all(of: members) { PendingChange($0) }, .member("cause", CauseJSON.shape, \.event)
    ).named("conditional-change").described(description)

    static let description =
        "A change that is agreed and waits for a condition; it is not in force."

    static let members = Members<PendingChange>.all(
        .member("effect", .words, \.effect.word),
        .nullable("field", .fieldName, \.effect.field).described("Null: the term itself changes."),
        .nullable("value", ValueJSON.shape, \.effect.value)
            .described("What the field would read."),
        .member("bound", .bound, \.bound).described("When it would take effect."),
        .list("conditions", .condition, \.conditions).described("The conditions it waits for."),
        .nullable("lasts", .bound, \.lasts).described("When it would end again."),
        .member("text", .text) { ConditionalPhrase.text(of: $0) })
}
