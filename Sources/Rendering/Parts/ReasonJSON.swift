import Amendments
import Ledger
import Terms

/// Reasons in JSON: a word that programs can switch over, its subjects, and the sentence for people.
enum ReasonJSON {
    static let shape = Shape<(reason: Reason, status: TermStatus)>.object(
        .all(of: .one(of: Cases()) { $0.members(of: $1) }, \.reason),
        .member("text", .text) { ReasonPhrase.text(of: $0.reason, status: $0.status) }
    ).described("Why a status or a value is what it is; `reason` states which members there are.")
        .named("reason")
}

/// The words of the member `reason`, in the order of the schema, each with what it is about.
private struct Cases {
    let announced = one("announced", date)
    let rebased = one("rebased", condition)
    let orphan = one("orphan", condition)
    let convention = one("convention", .whole("convention", .text))
    let imprecise = one("imprecise", first, last)
    let businessDaysUnknown = one("business-days-unknown", .whole("calendar", Shape.text.nullable))
    let removed = one("removed", event)
    let discharged = one(
        "discharged", .whole("manner", Shape<Discharge>.words), event)
    let suspended = one("suspended", event)
    let waived = one("waived", party, event)
    let scheduled = one("scheduled", day)
    let conditionPending = one("condition-pending", condition)
    let conditionSatisfied = one("condition-satisfied", condition, possibleDay)
    let statedEnd = one("stated-end", .whole("bound", .bound))
    let agreementEnded = one("agreement-ended", event)
    let ranOut = one("ran-out", term, possibleDay)
    let runsOut = one("runs-out", term, first, .whole("last", Shape.day.nullable))
    let renewed = one(
        "renewed", day, .whole("period", Shape.duration.nullable),
        .whole("lateNotice", Shape.event.nullable))
    let notRenewed = one("not-renewed", event)
    let renewalNotKnown = one("renewal-not-known")
    let outlives = one("outlives", event)
    let neverBegan = one("never-began")
    let fellBack = one("fell-back", .whole("field", .fieldName))
    let inRunOff = one("in-run-off", .whole("field", .fieldName), event)
    let notRead = one("not-read", event)
    let betterReport = one(
        "better-report", .whole("value", ValueJSON.shape), .whole("grade", .grade), event)
    let conditionLapsed = one("condition-lapsed", condition, event)
    let perhapsWaived = one("perhaps-waived", party, event, possibleDay)
    let approximate = one("approximate", date)
    let perhapsMoved = one("perhaps-moved", term, possibleDay)
    let readingsCompete = one("readings-compete", event)
    let matured = one("matured", possibleDay)
    let closed = one("closed", possibleDay, .whole("event", Shape.event.nullable))
    let wholeEnded = one("whole-ended", term)
    let closingWithheld = one("closing-withheld")
    let beginningReferred = one("beginning-referred", term, .whole("field", .fieldName))
    let endReferred = one(
        "end-referred", term, .whole("field", .fieldName),
        .whole("gap", Shape<ReferralGap>.words.nullable))
    let open = one("open", .whole("through", .day))
    let notOpen = one("not-open", .whole("opens", Shape.day.nullable))
    let openingNotKnown = one("opening-not-known")
    let statedAsOf = one("stated-as-of", possibleDay)
    let partyWithdrew = one("party-withdrew", party, event, possibleDay)
    let beginningWithheld = one("beginning-withheld")

    private static let condition = Members.whole("condition", .condition)
    private static let event = Members.whole("event", .event)
    private static let party = Members.whole("party", .party)
    private static let term = Members.whole("term", .term)
    private static let date = Members.whole("date", .date)
    private static let day = Members.whole("day", .day)
    private static let first = Members.whole("first", .day)
    private static let last = Members.whole("last", .day)
    private static let possibleDay = PossibleDayJSON.members

    private static func one<each Part>(
        _ word: String, _ parts: repeat Members<each Part>
    ) -> Members<(repeat each Part)> {
        .all(.constant("reason", word), .each(repeat each parts))
    }

    func members(of reason: Reason) -> WrittenMembers {
        switch reason {
        case .announced(let date): announced(date)
        case .conditionPending(let id): conditionPending(id)
        case .conditionSatisfied(let id, let day): conditionSatisfied((id, day))
        case .conditionLapsed(let id, let event): conditionLapsed((id, event))
        case .rebased(let id): rebased(id)
        case .orphan(let id): orphan(id)
        case .convention(let name): convention(name)
        case .imprecise(let early, let late): imprecise((early, late))
        case .businessDaysUnknown(let gap): businessDaysUnknown(gap.calendar?.text)
        case .statedEnd(let bound): statedEnd(bound)
        case .removed(let event): removed(event)
        case .discharged(let manner, let event): discharged((manner, event))
        case .agreementEnded(let event): agreementEnded(event)
        case .ranOut(let term, let day): ranOut((term, day))
        case .runsOut(let term, let early, let late): runsOut((term, early, late))
        case .renewed(let since, let period, let late): renewed((since, period, late))
        case .notRenewed(let event): notRenewed(event)
        case .renewalNotKnown: renewalNotKnown(())
        case .outlives(let event): outlives(event)
        case .beginningWithheld: beginningWithheld(())
        case .neverBegan: neverBegan(())
        case .suspended(let event): suspended(event)
        case .waived(let party, let event): waived((party, event))
        case .perhapsWaived(let party, let event, let day): perhapsWaived((party, event, day))
        case .approximate(let date): approximate(date)
        case .perhapsMoved(let id, let day): perhapsMoved((id, day))
        case .partyWithdrew(let party, let event, let day): partyWithdrew((party, event, day))
        case .notRead(let event): notRead(event)
        case .readingsCompete(let event): readingsCompete(event)
        case .matured(let day): matured(day)
        case .closed(let day, let event): closed((day, event))
        case .wholeEnded(let whole): wholeEnded(whole)
        case .closingWithheld: closingWithheld(())
        case .beginningReferred(let term, let field): beginningReferred((term, field))
        case .endReferred(let term, let field, let gap): endReferred((term, field, gap))
        case .opening(.open(let last)): open(last)
        case .opening(.closed(let next)): notOpen(next)
        case .opening(.notKnown): openingNotKnown(())
        case .statedAsOf(let day): statedAsOf(day)
        case .scheduled(let day): scheduled(day)
        case .fellBack(let field): fellBack(field)
        case .inRunOff(let field, let event): inRunOff((field, event))
        case .betterReport(let value, let grade, let event): betterReport((value, grade, event))
        }
    }
}
