import EventStore
import Ledger
public import Terms

/// An agreement whose time zone is not known here, so that its today is that of UTC.
public struct UnknownZone: Hashable, Sendable {
    public var agreement: AgreementID
    public var zone: String
}

/// From where a question is answered, once what it leaves open is settled.
struct ResolvedVantage {
    /// Today in the zone of the agreement, or in UTC.
    var today: Day
    var unknownZones: [UnknownZone] = []
    /// The day given, else today, with what is known.
    var vantage: Vantage
}

extension Inquiry {
    /// The standpoint of a question about one agreement: its today is that of the agreement's zone.
    ///
    /// - Parameter day: the day given; nil for today.
    /// - Throws: `unknownAgreement`; `hiddenAgreement` for one of which nothing was disclosed by then; `beyondNow` for
    ///   an instant that is not past.
    func resolvedVantage(
        of agreement: AgreementID, on day: Day?, _ knowledge: Knowledge
    ) async throws(DeedbookError) -> ResolvedVantage {
        let (today, unknown) = try await today(of: agreement)
        try await book.checkDisclosed(agreement, by: knowledge.disclosedBy)
        return ResolvedVantage(
            today: today, unknownZones: [unknown].compactMap(\.self),
            vantage: try await vantage(on: day ?? today, knowledge))
    }

    /// The standpoint of a question about several agreements, whose zones may differ: its today is that of UTC.
    func resolvedVantage(
        on day: Day?, _ knowledge: Knowledge
    ) async throws(DeedbookError) -> ResolvedVantage {
        let today = moment.todayInUTC
        return ResolvedVantage(
            today: today, vantage: try await vantage(on: day ?? today, knowledge))
    }

    /// Today in the zone of an agreement.
    func today(
        of agreement: AgreementID
    ) async throws(DeedbookError) -> (day: Day, unknown: UnknownZone?) {
        let zone = try await book.zone(of: agreement)
        let isKnown = moment.knows(zone)
        return (
            moment.today(in: zone),
            isKnown ? nil : UnknownZone(agreement: agreement, zone: zone)
        )
    }
}
