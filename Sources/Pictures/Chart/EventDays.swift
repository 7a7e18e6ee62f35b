import Amendments
import Ledger
import Terms

extension RecordedEvent {
    /// The day a picture shows it on: the first on which it may hold, else the day it was disclosed.
    var pictureDay: Day { effective.firstDay ?? recording.disclosed.earliest }
}

extension DateBound {
    /// The first day it may mean; nil where it names none.
    var firstDay: Day? {
        switch self {
        case .on(let date), .from(let date), .through(let date), .until(let date),
            .announced(let date):
            date.earliest
        case .soft(let range): range.earliest
        case .between(let date, _): date.earliest
        case .after(let anchor, let length): anchor.firstDay.map { length.added(to: $0) }
        case .firstOf(let bounds), .lastOf(let bounds): bounds.compactMap(\.firstDay).min()
        case .upon, .open: nil
        }
    }
}
