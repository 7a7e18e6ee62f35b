import Notation

/// What one field of a term states, in the type the field has.
public enum Value: Hashable, Sendable {
    /// Verbatim text.
    case text(String)
    /// One of the words the field allows.
    case choice(String)
    case flag(Bool)
    case count(Int)
    case money(Money)
    case rate(Rate)
    case unitPrice(UnitPrice)
    case tiers(Tiers)
    case schedule(Schedule)
    case formula(Formula)
    case indexation(Indexation)
    case date(CivilDate)
    case bound(DateBound)
    case duration(CalendarDuration)
    case businessDays(BusinessDays)
    /// Days that come again each year.
    case yearly(DaysOfYear)
    case party(PartyID)
    case parties([PartyID])
    case tags(TagSet)
    case term(TermID)
    case condition(ConditionID)

    /// The value as people read it; identifiers as they are spelled.
    public var displayText: String {
        switch self {
        case .text(let text), .choice(let text): text
        case .flag(let flag): flag ? "yes" : "no"
        case .count(let count): ExactDecimal(count).displayText
        case .money(let money): money.displayText
        case .rate(let rate): rate.description
        case .unitPrice(let price): price.displayText
        case .tiers(let tiers): tiers.displayText
        case .schedule(let schedule): schedule.displayText
        case .formula(let formula): formula.displayText
        case .indexation(let index): index.displayText
        case .date(let date): date.description
        case .bound(let bound): bound.description
        case .duration(let duration): duration.displayText
        case .businessDays(let days): days.displayText
        case .yearly(let days): days.displayText
        case .party(let id): id.text
        case .parties(let ids): ids.isEmpty ? "none" : ids.map(\.text).joined(separator: ", ")
        case .tags(let tags): tags.displayText
        case .term(let id): id.text
        case .condition(let id): id.text
        }
    }

    /// The value as it is written in a recording, bare.
    var node: Node {
        switch self {
        case .text(let text), .choice(let text): .string(text)
        case .flag(let flag): .boolean(flag)
        case .count(let count): .integer(count)
        case .money(let money): Money.codec.encode(money)
        case .rate(let rate): Rate.codec.encode(rate)
        case .unitPrice(let price): UnitPrice.codec.encode(price)
        case .tiers(let tiers): Tiers.codec.encode(tiers)
        case .schedule(let schedule): Schedule.codec.encode(schedule)
        case .formula(let formula): Formula.codec.encode(formula)
        case .indexation(let index): Indexation.codec.encode(index)
        case .date(let date): CivilDate.codec.encode(date)
        case .bound(let bound): DateBound.codec.encode(bound)
        case .duration(let duration): CalendarDuration.codec.encode(duration)
        case .businessDays(let days): .string(days.description)
        case .yearly(let days): DaysOfYear.codec.encode(days)
        case .party(let id): .string(id.text)
        case .parties(let ids): .list(ids.map { .string($0.text) })
        case .tags(let tags): TagSet.codec.encode(tags)
        case .term(let id): .string(id.text)
        case .condition(let id): .string(id.text)
        }
    }

    /// Whether both are written alike, to the byte.
    func isWritten(as other: Value) -> Bool {
        switch (self, other) {
        case (.text(let mine), .text(let its)), (.choice(let mine), .choice(let its)):
            mine.utf8.elementsEqual(its.utf8)
        case (.money(let mine), .money(let its)): mine == its && mine.description == its.description
        case (.unitPrice(let mine), .unitPrice(let its)): mine.isWritten(as: its)
        case (.tiers, .tiers), (.schedule, .schedule), (.formula, .formula),
            (.indexation, .indexation):
            node == other.node
        case (.rate(let mine), .rate(let its)): mine == its && mine.description == its.description
        case _: self == other
        }
    }

    /// Whether this is known to be more than, or later than, `other`; false where they do not compare.
    func exceeds(_ other: Value) -> Bool {
        switch (self, other) {
        case (.count(let left), .count(let right)): left > right
        case (.money(let left), .money(let right)):
            left.currency == right.currency && left.amount > right.amount
        case (.rate(let left), .rate(let right)):
            left.base == right.base && left.share > right.share
        case (.unitPrice(let left), .unitPrice(let right)):
            left.unit == right.unit && left.price.currency == right.price.currency
                && left.price.amount > right.price.amount
        case (.date(let left), .date(let right)): left.earliest > right.latest
        case (.duration(let left), .duration(let right)):
            left.exceeds(right)
        case (.text, _), (.choice, _), (.flag, _), (.count, _), (.money, _), (.rate, _),
            (.indexation, _),
            (.formula, _),
            (.schedule, _),
            (.tiers, _),
            (.unitPrice, _),
            (.date, _), (.bound, _), (.duration, _), (.businessDays, _), (.yearly, _), (.party, _),
            (.parties, _),
            (.tags, _),
            (.term, _), (.condition, _):
            false
        }
    }
}

extension Value: CustomStringConvertible {
    public var description: String { displayText }
}
