import Amendments
import Ledger
import Terms

// Whether a term holds on a day, and its values are those of that day.
extension FieldReader {
    /// Why it is not known whether a bound has been reached; nil where that is known.
    func openEnd(of name: FieldName, in copy: ConformedCopy) -> String? {
        guard let field = term.field(name) else { return nil }
        if field.isReported { return "when it ends is reported only" }
        if field.isContested { return "when it ends is contested" }
        switch field.value {
        // Its status follows the other end, and says what that waits for.
        case .sameAs where name == .ends: return nil
        case .none: return nil
        case .between, .about, .redacted, .undisclosed, .unknown, .silent, .sameAs:
            return "when it ends is \(field.value.displayText)"
        case .stated: break
        }
        return pendingEnd(name, in: copy).map {
            "it ends upon \($0), \(Self.nothingKnown)"
        }
    }

    /// The condition upon which a bound is reached, and of which nothing is known.
    private func pendingEnd(_ name: FieldName, in copy: ConformedCopy) -> ConditionID? {
        guard case .stated(.bound(let bound))? = term.field(name)?.value else { return nil }
        return bound.conditions.sorted().first { copy.condition($0)?.outcome == nil }
    }

    /// Why the agreement may be over, and the term with it, by what its own term says.
    private func agreementDoubt(in copy: ConformedCopy, of timeline: TermTimeline) -> String? {
        guard term.kind != .termAndRenewal, !timeline.outlivesAgreement(on: copy.vantage.on) else {
            return nil
        }
        let durations = copy.terms.filter {
            $0.kind == .termAndRenewal && $0.status == .inForce
        }
        return durations.lazy.compactMap { FieldReader(term: $0).pendingEnd(.ends, in: copy) }
            .first.map {
                "its agreement ends upon \($0), \(Self.nothingKnown)"
            }
    }

    /// Whether the term is in force, as far as instruments state its days.
    func interval(in copy: ConformedCopy, of timeline: TermTimeline?) -> Coverage<Bool> {
        if term.status == .indeterminate {
            return .unknown(
                said: "perhaps in force", why: "its dates are too imprecise to say whether it holds"
            )
        }
        if term.isWaiting, let why = term.reasons.lazy.compactMap(\.doubt).first {
            return .unknown(said: "not begun as far as known", why: why)
        }
        guard term.status == .inForce else { return .known(false) }
        let whys =
            [uncertainStart, openEnd(of: .ends, in: copy)].compactMap(\.self)
            + term.reasons.compactMap(\.doubt) + term.conditional.compactMap(lifeDoubt)
            + [timeline.flatMap { agreementDoubt(in: copy, of: $0) }].compactMap(\.self)
            + (timeline?.approximateDays(ofLifeOn: copy.vantage.on) ?? []).map(Self.approximate)
        guard let why = whys.first else { return .known(true) }
        return .unknown(said: "in force", why: why)
    }

    /// Why a change that waits leaves open whether the term holds; nil for one of a field that is not compared.
    private func lifeDoubt(_ change: ConditionalChange) -> String? {
        change.effect.field.map(Self.groundFields.contains) ?? true ? change.doubt : nil
    }

    private var uncertainStart: String? {
        guard let field = term.field(.starts) else { return nil }
        if field.isReported { return "when it begins is reported only" }
        return field.isContested ? "when it begins is contested" : nil
    }

    static func waits(for condition: ConditionID) -> String {
        "it waits for \(condition), \(nothingKnown)"
    }

    fileprivate static let nothingKnown = "and nothing on record says whether that came about"

    /// Why a field may read otherwise by now: by a change that waits for a condition.
    func waitingDoubt(of field: ConformedField) -> String? {
        field.conditional.first.flatMap(\.doubt)
    }

    /// Why the day is not sure on which a field began to read as it does, or reads otherwise next.
    func changeDoubt(of field: ConformedField, on day: Day, in timeline: TermTimeline?) -> String? {
        // Of a day that is imprecise the value itself says so.
        guard !field.isIndeterminate else { return nil }
        let approximate = timeline?.approximateDays(of: field.name, on: day) ?? []
        let why =
            field.reasons.lazy.compactMap(\.doubt).first
            ?? approximate.first.map(Self.approximate)
        return why.map { "\(field.name): \($0)" }
    }

    private static func approximate(_ day: Day) -> String {
        "\(day) is stated as approximate or uncertain"
    }
}

extension ConditionalChange {
    /// Why the change leaves open what holds; nil where it names no condition.
    fileprivate var doubt: String? {
        guard let what else { return nil }
        return conditions.first.map { id in
            "\(what) waits for \(id), \(FieldReader.nothingKnown)"
        }
    }

    /// nil for what changes nothing that holds.
    private var what: String? {
        switch effect {
        case .sets(let field, _), .reverts(let field, _): "a change of \(field)"
        case .added: "its beginning anew"
        case .removed: "its removal"
        case .discharged: "its discharge"
        case .suspended: "its suspension"
        case .resumed: "its resumption"
        case .agreementEnded: "the end of its agreement"
        case .waived: "a waiver of a right under it"
        case .departed(let party): "the leaving of \(party)"
        case .notRenewed: "the end of its agreement without renewal"
        case .moved: nil
        }
    }
}

extension Reason {
    /// What a status rests on beside what instruments state; nil where it rests on nothing else.
    fileprivate var doubt: String? {
        switch self {
        case .announced(let date):
            "the day from which it holds is not stated; the day announced, \(date), stands in for it"
        case .conditionPending(let id): FieldReader.waits(for: id)
        case .rebased(let id), .orphan(let id): "its end named \(id), which was removed"
        case .imprecise: "its dates are imprecise"
        case .beginningWithheld: "its first day is withheld"
        case .businessDaysUnknown(let gap): gap.description
        case .approximate(let date): "the date \(date) is not certain"
        case .renewed(_, _, nil): "renewed automatically; no notice on record"
        case .renewed(_, _, let late?): "renewed automatically; a notice came too late (\(late))"
        case .renewalNotKnown: "whether the agreement renews is not known"
        case .notRead(let event): "\(event.recording), which was not read, may change it"
        case .matured: "it matured, and whether it is over is not stated"
        case .closed: "the last day to exercise it has passed, and whether it is over is not stated"
        case .wholeEnded(let term): "\(term), of which it is a part, has ended"
        case .closingWithheld: "the last day to exercise it is withheld"
        case .beginningReferred(let term, let field): "its first day is that of \(term)/\(field)"
        case .endReferred(let term, let field, .some):
            "its end is that of \(term)/\(field), which is not known"
        case .statedAsOf: "it is a balance, which may have changed since"
        case .readingsCompete(let event): "readings of it compete, and none is chosen (\(event))"
        case .partyWithdrew(let party, let event, _): "\(party) left the agreement (\(event))"
        case .conditionSatisfied, .convention, .statedEnd, .removed, .discharged, .agreementEnded,
            .ranOut, .runsOut, .notRenewed, .outlives, .neverBegan, .suspended, .waived, .scheduled,
            .fellBack, .inRunOff, .betterReport, .conditionLapsed, .perhapsWaived, .perhapsMoved,
            .opening, .endReferred(_, _, nil):
            nil
        }
    }
}
