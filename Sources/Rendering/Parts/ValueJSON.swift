import Notation
import Terms

/// Values and their states in JSON: the state is always a word, a value always names its type.
enum ValueJSON {
    static let shape = Shape<ValueState>.object(
        .one(of: States()) { $0.members(of: $1) }
    ).described("What is said of a field; `state` states which members there are.").named("value")

    /// A value with its type, without a state.
    fileprivate static let typed = Members<Value>.all(
        .one(of: Types()) { $0.members(of: $1) }, .member("text", .text, \.displayText))
}

/// The words of the member `state`, each with what that state has.
private struct States {
    let stated = one("stated", ValueJSON.typed)
    let between = one("between", .whole("low", typed), .whole("high", typed))
    let about = one("about", approximation)
    let redacted = one("redacted", .whole("mark", .text))
    let undisclosed = one("undisclosed")
    let unknown = one("unknown")
    let silent = one("silent")
    let none = one("none")
    let sameAs = one("same-as", .whole("term", .term), .whole("field", .fieldName))

    private static let typed = Shape.object(ValueJSON.typed).named("typed-value")

    private static let approximation = Members<Approximation>.all(
        .member("value", typed, \.value),
        .nullable("within", .text) { $0.tolerance?.description }
            .described("How far off it may be, as a share of the value; null: not stated."),
        .nullable("low", typed) { $0.ends?.low },
        .nullable("high", typed) { $0.ends?.high })

    private static func one<each Part>(
        _ word: String, _ parts: repeat Members<each Part>
    ) -> Members<(repeat each Part)> {
        .all(.constant("state", word), .each(repeat each parts))
    }

    func members(of state: ValueState) -> WrittenMembers {
        switch state {
        case .stated(let value): stated(value)
        case .between(let low, let high): between((low, high))
        case .about(let approximation): about(approximation)
        case .redacted(let mark): redacted(mark)
        case .undisclosed: undisclosed(())
        case .unknown: unknown(())
        case .silent: silent(())
        case .none: none(())
        case .sameAs(let term, let field): sameAs((term, field))
        }
    }
}

/// The words of the member `type`, each with how such a value is written.
private struct Types {
    let text = one("text", .text)
    let choice = one("choice", .text)
    let flag = one("flag", .flag)
    let count = one("count", .integer)
    let money = one("money", .money)
    let rate = one("rate", Shape(Rate.codec).named("rate"))
    let unitPrice = one("unit-price", Shape(UnitPrice.codec).named("unit-price"))
    let tiers = one("tiers", Shape(Tiers.codec).named("tiers"))
    let schedule = one("schedule", Shape(Schedule.codec).named("schedule"))
    let formula = one("formula", Shape(Formula.codec).named("formula"))
    let indexation = one("index", Shape(Indexation.codec).named("index"))
    let date = one("date", .date)
    let bound = one("bound", .bound)
    let duration = one("duration", .duration)
    let businessDays = one("business-days", .text)
    let yearly = one("yearly", Shape(DaysOfYear.codec).named("days-of-year"))
    let party = one("party", .party)
    let parties = one("parties", Shape.party.list)
    let tags = one("tags", Shape(TagSet.codec).named("tags"))
    let term = one("term", .term)
    let condition = one("condition", .condition)

    private static func one<Content>(
        _ word: String, _ shape: Shape<Content>
    ) -> Members<Content> {
        .all(.constant("type", word), .whole("value", shape))
    }

    func members(of value: Value) -> WrittenMembers {
        switch value {
        case .text(let text): self.text(text)
        case .choice(let word): choice(word)
        case .flag(let flag): self.flag(flag)
        case .count(let count): self.count(count)
        case .money(let money): self.money(money)
        case .rate(let rate): self.rate(rate)
        case .unitPrice(let price): unitPrice(price)
        case .tiers(let tiers): self.tiers(tiers)
        case .schedule(let schedule): self.schedule(schedule)
        case .formula(let formula): self.formula(formula)
        case .indexation(let index): indexation(index)
        case .date(let date): self.date(date)
        case .bound(let bound): self.bound(bound)
        case .duration(let duration): self.duration(duration)
        case .businessDays(let days): businessDays(days.description)
        case .yearly(let days): yearly(days)
        case .party(let id): party(id)
        case .parties(let ids): parties(ids)
        case .tags(let tags): self.tags(tags)
        case .term(let id): term(id)
        case .condition(let id): condition(id)
        }
    }
}
