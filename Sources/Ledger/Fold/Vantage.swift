public import Amendments
public import Terms

/// The point from which one reads: in force on a day, disclosed by a day, recorded at a position.
public struct Vantage: Hashable, Sendable, CustomStringConvertible {
    /// The civil day, in the agreement's zone, whose terms are asked for.
    public var on: Day
    /// Only what was surely disclosed by the end of this day; nil for everything.
    public var disclosedBy: Day?
    /// Only what was recorded at or before this position; nil for the head.
    public var recordedAt: Position?

    public init(on: Day, disclosedBy: Day? = nil, recordedAt: Position? = nil) {
        self.on = on
        self.disclosedBy = disclosedBy
        self.recordedAt = recordedAt
    }

    /// Reads `2026-04-28`, `2026-04-28@2026-05-01` or `2026-04-28@#17`.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, let on = Day(parts[0]) else { return nil }
        self.init(on: on)
        guard parts.count == 2 else { return }
        if parts[1].hasPrefix("#") {
            guard let number = Int(parts[1].dropFirst()), number >= 0 else { return nil }
            recordedAt = Position(number)
        } else {
            guard let day = Day(parts[1]) else { return nil }
            disclosedBy = day
        }
    }

    /// True when an event counts from here: it was recorded and surely disclosed by then.
    public func sees(_ event: RecordedEvent) -> Bool {
        if let recordedAt, event.position > recordedAt { return false }
        if let disclosedBy, event.recording.disclosed.latest > disclosedBy { return false }
        return true
    }

    public var description: String {
        var text = on.description
        if let disclosedBy { text += "@\(disclosedBy)" }
        if let recordedAt { text += "@\(recordedAt)" }
        return text
    }

    /// How much one knows from here, compared with another vantage; nil where neither knows all of it.
    func knowsLess(than other: Vantage) -> Bool {
        let mine = (recordedAt?.number ?? .max, disclosedBy?.number ?? .max)
        let others = (other.recordedAt?.number ?? .max, other.disclosedBy?.number ?? .max)
        return mine < others
    }

    func sameKnowledge(as other: Vantage) -> Bool {
        disclosedBy == other.disclosedBy && recordedAt == other.recordedAt
    }
}
