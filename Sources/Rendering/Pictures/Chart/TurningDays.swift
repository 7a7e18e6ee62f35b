import Amendments
import Ledger
import Terms

/// The days on which an agreement was restructured: those on which several terms change at once.
struct TurningDays {
    /// Fewer terms than that are an ordinary change.
    private static let least = 3
    /// More lines than that hide what they should show.
    private static let most = 8

    /// The terms that change on a day, each with the recording behind it.
    private var changes: [Day: [TermID: RecordingHeader?]] = [:]

    /// - Parameter recording: behind the change; nil where it only comes about as scheduled.
    mutating func note(_ day: Day, _ term: TermID, _ recording: RecordingHeader?) {
        if let recording {
            changes[day, default: [:]][term] = .some(recording)
        } else if changes[day]?[term] == nil {
            changes[day, default: [:]][term] = .some(nil)
        }
    }

    /// In the order of the days, lettered from A.
    var days: [Chart.TurningDay] {
        let busy = changes.filter { $0.value.count >= Self.least }
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
            .prefix(Self.most).sorted { $0.key < $1.key }
        return busy.enumerated().map { index, change in
            Chart.TurningDay(
                day: change.key, letter: Self.letter(index),
                title: Self.title(change.value.values.compactMap(\.self)),
                terms: change.value.count)
        }
    }

    private static func letter(_ index: Int) -> String {
        String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index)))
    }

    /// The instrument behind most of the changes; of several the first by its key.
    private static func title(_ recordings: [RecordingHeader]) -> String {
        let counts = Dictionary(grouping: recordings, by: \.key)
        let first = counts.min { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        guard let recording = first?.value.first else { return "as scheduled" }
        let others = counts.count - 1
        let more = others == 0 ? "" : " and \(others) more"
        return recording.instrument.title + more
    }
}
