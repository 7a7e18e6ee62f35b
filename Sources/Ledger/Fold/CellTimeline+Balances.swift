import Amendments
import Terms

extension CellTimeline {
    /// What is known of a balance: on the day as of which it is stated, and as long as it is stated to last, it is what
    /// is stated. Later it may be, and may be anything else, until it is stated anew.
    func balances(bounds: BoundReader) -> CellTimeline {
        let stale = flatMap(\.value).compactMap { $0?.staleDay(by: bounds) }
        return CellTimeline(changingOn: changeDays + stale) { day in
            let governing = at(day)
            let isStale = governing.contains { assertion in
                assertion?.staleDay(by: bounds).map { $0 <= day } ?? false
            }
            guard isStale, let last = governing.compactMap(\.self).last else { return governing }
            return governing
                + [Assertion(event: last.event, value: .unknown, begins: last.begins)]
        }.coalesced()
    }
}

extension Assertion {
    /// The first day on which a balance may be another than is stated; nil where it is stated to last for a time, and
    /// where no amount is stated.
    func staleDay(by bounds: BoundReader) -> Day? {
        guard lasts == nil, !isOpenReading, let begins = bounds.start(begins) else { return nil }
        switch value {
        case .stated?, .between?, .about?: return begins.sure.next
        case .redacted?, .undisclosed?, .unknown?, .silent?, ValueState.none?, .sameAs?, nil:
            return nil
        }
    }
}
