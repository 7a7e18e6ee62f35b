public import Amendments
import EventStore
import Ledger
public import Terms

/// What counts as known, as a person says it.
public struct Knowledge: Hashable, Sendable {
    /// Only what was surely disclosed by the end of that day; nil for everything.
    public var disclosedBy: Day?
    /// Only what was recorded by that point; nil for everything.
    public var recordedAt: RecordedPoint?

    public init(disclosedBy: Day? = nil, recordedAt: RecordedPoint? = nil) {
        self.disclosedBy = disclosedBy
        self.recordedAt = recordedAt
    }

    /// Everything in the book.
    public static let everything = Knowledge()
}

/// A point of the recorded coordinate, as a person says it.
public enum RecordedPoint: Hashable, Sendable {
    /// A position; one inside a recording is read as the end of the recording before.
    case position(Position)
    /// The last whole recording at or before an instant, which must be past or that of a recording.
    case instant(Instant)

    /// Reads `17`, `#17` or `2026-05-12T09:14:03Z`.
    public init?(_ text: String) {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        if let number = Int(digits), number >= 0, digits.allSatisfy(\.isNumber) {
            self = .position(Position(number))
        } else if let instant = Instant(text) {
            self = .instant(instant)
        } else {
            return nil
        }
    }
}

extension Inquiry {
    /// The vantage on a day with that knowledge; a position is resolved by the reader from there.
    ///
    /// - Throws: `beyondNow` for an instant that is neither past nor that of a recording.
    func vantage(on day: Day, _ knowledge: Knowledge) async throws(DeedbookError) -> Vantage {
        Vantage(
            on: day, disclosedBy: knowledge.disclosedBy,
            recordedAt: try await position(of: knowledge.recordedAt))
    }

    private func position(
        of point: RecordedPoint?
    ) async throws(DeedbookError) -> Position? {
        switch point {
        case nil: nil
        case .position(let given)?: given
        case .instant(let instant)?:
            try await book.position(at: instant, now: moment.instant)
        }
    }
}
