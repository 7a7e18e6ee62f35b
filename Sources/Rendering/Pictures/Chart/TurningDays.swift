import Amendments
import Ledger
import Terms

/// The days on which an agreement was restructured: those on which several terms change at once.
struct TurningDays {
    /// Fewer terms than that are an ordinary change.
    private static let least = 3
    /// More lines than that hide what they should show.
    private static let most = 8

    /// What becomes of a term on a day.
    enum Turn: String, CaseIterable {
        case begins, ends, changes
    }

    private struct Change {
        var turn: Turn
        /// The recording behind it; nil where it only comes about as scheduled.
        var recording: RecordingHeader?
    }

    /// What becomes of which term on a day.
    private var changes: [Day: [TermID: Change]] = [:]

    /// - Parameter recording: behind the change; nil where it only comes about as scheduled.
    mutating func note(
        _ day: Day, _ term: TermID, _ turn: Turn, _ recording: RecordingHeader?
    ) {
        let known = changes[day]?[term]
        changes[day, default: [:]][term] = Change(
            turn: known?.turn ?? turn, recording: recording ?? known?.recording)
    }

    /// In the order of the days, lettered from A.
    var days: [Chart.TurningDay] {
        let busy = changes.filter { $0.value.count >= Self.least }
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
            .prefix(Self.most).sorted { $0.key < $1.key }
        return busy.enumerated().map { index, change in
            Chart.TurningDay(
                day: change.key, letter: Self.letter(index),
                title: Self.title(change.value.values.compactMap(\.recording)),
                changes: Self.words(change.value), terms: change.value.count)
        }
    }

    /// `begins: a, b; ends: c; changes: d`.
    private static func words(_ changes: [TermID: Change]) -> String {
        Turn.allCases.compactMap { turn in
            let terms = changes.filter { $0.value.turn == turn }.keys.sorted().map(\.text)
            return terms.isEmpty ? nil : "\(turn.rawValue): \(terms.joined(separator: ", "))"
        }.joined(separator: "; ")
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
