public import Amendments
import Ledger
public import Terms

/// Something that may release others from a term on some days: a waiver, or the term's own exception.
public struct Release: Hashable, Sendable {
    public let manner: Manner
    /// How far it reaches, in names.
    public let scope: ScopeExtent
    /// Towards whom; empty where that is not stated.
    public let towards: [PartyID]
    /// Why it may not hold on these days; nil where it surely does.
    public let doubt: String?
    public let event: RecordedEvent

    public enum Manner: Hashable, Sendable {
        case waiver(by: PartyID, extent: String)
        case exception(ConditionID)
    }

    /// What it is, in a few words.
    var displayText: String {
        switch manner {
        case .waiver(let party, let extent): "\(party) waived: \(extent)"
        case .exception(let condition): "unless \(condition)"
        }
    }

    var isException: Bool { dimension == .exception }

    var dimension: Dimension {
        switch manner {
        case .waiver: .waiver
        case .exception: .exception
        }
    }
}

extension Release {
    /// What may release others from a term on a day: every coming about of its exception, and every waiver.
    static func all(
        of term: ConformedTerm, exception: ConformedCondition?, in reading: AgreementReading,
        on day: Day
    ) -> [Release] {
        let timeline = reading.term(term.identity)
        return comingsAbout(of: exception, in: reading, on: day)
            + (term.remarks + (timeline?.waitingRemarks(on: day) ?? []))
            .compactMap { waiver($0, in: reading, on: day) }
    }

    /// The exception may come about again and again, each time for something else, for a time of its own.
    private static func comingsAbout(
        of exception: ConformedCondition?, in reading: AgreementReading, on day: Day
    ) -> [Release] {
        guard let exception, exception.isOpenOrSatisfied else { return [] }
        let outcomes = reading.state.conditions[exception.id]?.outcomes ?? []
        let end = outcomes.first { outcome in
            outcome.manner != .satisfied
                && reading.bounds.start(of: outcome.event).map { $0.first <= day } ?? false
        }
        return outcomes.compactMap { outcome in
            guard let payload = outcome.event.event.payload as? ConditionSatisfied,
                let life = Life(of: outcome.event, lasts: payload.lasts, in: reading, on: day)
            else { return nil }
            return Release(
                manner: .exception(exception.id), scope: payload.scope, towards: [],
                doubt: life.doubt
                    ?? end.map { "the exception was \($0.manner.rawValue) since" },
                event: outcome.event)
        }
    }

    private static func waiver(
        _ remark: Remark, in reading: AgreementReading, on day: Day
    ) -> Release? {
        guard case .waived(let party, let extent, let lasts) = remark.content,
            let payload = remark.event.event.payload as? RightWaived, payload.mayConcern(day),
            !payload.isOfSumsOnly,
            let life = Life(of: remark.event, lasts: lasts, in: reading, on: day)
        else { return nil }
        let word = WordsOfLimitation.first(in: extent)
        return Release(
            manner: .waiver(by: party, extent: extent), scope: payload.scope,
            towards: payload.towards,
            doubt: life.doubt ?? payload.doubt
                ?? word.map { "its extent says \"\($0)\": \(FieldReader.inWords)" },
            event: remark.event)
    }

    /// The days on which something comes about once more, a release begins to wait, or what came about for a
    /// time is over, of which no term and no condition knows.
    static func changeDays(in view: AgreementView) -> [Day] {
        let bounds = view.reading.bounds
        let windows = view.reading.events.flatMap { event -> [DayWindow] in
            let payload = event.event.payload
            // What came about before leaves a condition as it is when it is removed, and releases in doubt.
            guard payload.concludes != nil else { return [] }
            let end = (payload as? ConditionSatisfied)?.lasts.flatMap { bounds.end($0) }
            return [bounds.start(of: event), end].compactMap(\.self)
        }
        return windows.flatMap { [$0.first, $0.sure] }
            + view.reading.terms.flatMap(\.waitingRemarkDays)
    }

    /// Whether it lives on a day, and why that is not sure; nil where it surely does not.
    private struct Life {
        let doubt: String?

        init?(
            of event: RecordedEvent, lasts: DateBound?, in reading: AgreementReading, on day: Day
        ) {
            let bounds = reading.bounds
            let end = lasts.flatMap { bounds.end($0) }
            if let end, day >= end.sure { return nil }
            var doubts = [event.evidenceDoubt].compactMap(\.self)
            if event.isRedacted { doubts.append("how far it reaches is redacted") }
            if let start = bounds.start(of: event), start.first <= day {
                if case .announced = event.effective {
                    doubts.append("its first day is not stated")
                }
                if day < start.sure { doubts.append("its first day is imprecise") }
                if start.isApproximate { doubts.append("its first day is approximate") }
            } else if let condition = bounds.pending(in: event.effective, on: day).first {
                doubts.append(FieldReader.waits(for: condition))
            } else {
                return nil
            }
            if let end, day >= end.first { doubts.append("its last day is imprecise") }
            if let end, end.isApproximate { doubts.append("its last day is approximate") }
            if end == nil, let lasts, !bounds.pending(in: lasts, on: day).isEmpty {
                doubts.append("nothing on record says whether it has ended")
            }
            doubt = doubts.first
        }
    }
}

extension RightWaived {
    /// Whether it may be about what is done on a day: a waiver of other days is not.
    fileprivate func mayConcern(_ day: Day) -> Bool {
        period.map { !$0.isPlaced || $0.days.contains(day) } ?? true
    }

    /// Whether it names fields, and none that say what a party does or leaves.
    fileprivate var isOfSumsOnly: Bool {
        let sums: [FieldName] = [.rate, .amount, .cap, .capPeriod, .minimum, .floor, .proration]
        return !obligations.isEmpty && obligations.allSatisfy(sums.contains)
    }

    /// Why it may leave something of the right; nil where nothing says so.
    fileprivate var doubt: String? {
        if share == .part { return "a part of the right is given up, which part is not stated" }
        if let period, !period.isPlaced { return "the days that it is about are not certain" }
        guard !obligations.isEmpty, !obligations.contains(where: Self.wholeRight.contains) else {
            return nil
        }
        return "it gives up \(obligations.map(\.rawValue).joined(separator: ", ")) alone"
    }

    /// The fields with which the right itself is given up.
    private static let wholeRight: [FieldName] = [.exclusivity, .act, .acts]
}

extension ConformedCondition {
    /// Whether it came about, or may: what lapsed, was waived or was taken out does no more.
    fileprivate var isOpenOrSatisfied: Bool {
        switch outcome {
        case .satisfied?, nil: true
        case .lapsed?, .waived?, .removed?: false
        }
    }
}
