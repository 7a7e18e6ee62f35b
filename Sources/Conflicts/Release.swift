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
    /// What may release others from a term on a day.
    static func all(
        of term: ConformedTerm, exception: ConformedCondition?, in reading: AgreementReading,
        on day: Day
    ) -> [Release] {
        let waivers = term.remarks.compactMap { remark -> Release? in
            guard case .waived(let party, let extent, let lasts) = remark.content,
                let payload = remark.event.event.payload as? RightWaived,
                let life = Life(of: remark.event, lasts: lasts, in: reading, on: day)
            else { return nil }
            return Release(
                manner: .waiver(by: party, extent: extent), scope: payload.scope,
                towards: payload.towards, doubt: life.doubt, event: remark.event)
        }
        guard let exception, exception.outcome == .satisfied, let event = exception.causes.last,
            let payload = event.event.payload as? ConditionSatisfied,
            let life = Life(of: event, lasts: payload.lasts, in: reading, on: day)
        else { return waivers }
        return [
            Release(
                manner: .exception(exception.id), scope: payload.scope, towards: [],
                doubt: life.doubt, event: event)
        ] + waivers
    }

    /// The days on which what came about for a time is over, which no term knows of.
    static func changeDays(in view: AgreementView) -> [Day] {
        view.reading.events.flatMap { event -> [Day] in
            guard let payload = event.event.payload as? ConditionSatisfied,
                let end = payload.lasts.flatMap({ view.reading.bounds.end($0) })
            else { return [] }
            return [end.first, end.sure]
        }
    }

    /// Whether it lives on a day, and why that is not sure; nil where it surely does not.
    private struct Life {
        let doubt: String?

        init?(
            of event: RecordedEvent, lasts: DateBound?, in reading: AgreementReading, on day: Day
        ) {
            guard let start = reading.bounds.start(event.effective), start.first <= day else {
                return nil
            }
            let end = lasts.flatMap { reading.bounds.end($0) }
            if let end, day >= end.sure { return nil }
            var doubts: [String] = []
            if event.isRedacted { doubts.append("how far it reaches is redacted") }
            if case .announced = event.effective { doubts.append("its first day is not stated") }
            if day < start.sure { doubts.append("its first day is imprecise") }
            if let end, day >= end.first { doubts.append("its last day is imprecise") }
            if end == nil, let lasts, !lasts.conditions.isEmpty {
                doubts.append("nothing on record says whether it has ended")
            }
            doubt = doubts.first
        }
    }
}
