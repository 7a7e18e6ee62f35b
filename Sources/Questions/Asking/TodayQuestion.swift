public import EventStore
import Ledger
public import Terms

/// Which day is today in the zone of an agreement?
public struct TodayQuestion: Question {
    public typealias Content = Day

    public var agreement: AgreementID
    public var basis: Basis

    public init(of agreement: AgreementID, resting basis: Basis = .recorded) {
        self.agreement = agreement
        self.basis = basis
    }

    /// - Throws: `unknownAgreement`.
    public func answer(to inquiry: Inquiry) async throws(DeedbookError) -> Answer<TodayQuestion> {
        let today = try await inquiry.today(of: agreement).day
        return Answer(self, today: today, today)
    }
}
