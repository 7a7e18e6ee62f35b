import Amendments
import EventStore
import Terms
import Transparency

/// Holds the instants of recordings against each other and against what witnesses saw. That they never go back is
/// a matter of order (`EntryAudit`).
///
/// A cosignature proves that what its checkpoint covers was there at its time; what the checkpoint does not cover may
/// have been there, too, since a checkpoint may be cosigned long after it was signed, as by mail. So an event under a
/// checkpoint that claims a later instant is a fault, and one above it that claims an earlier instant a doubt.
/// Only witnesses of the policy count: a key that no one vouches for proves no time.
struct ClockAudit {
    private let policy: TrustPolicy?
    /// The sizes of the checkpoints that may be held against the events.
    private var sizes: Set<Int> = []
    /// The instants of the last event that each of them covers, and of the first that it does not.
    private var instants: [Int: Instant] = [:]
    private var last: Instant?
    private(set) var faults: [Fault] = []
    private(set) var doubts: [Doubt] = []

    init(_ policy: TrustPolicy?) { self.policy = policy }

    /// Says that a checkpoint of that size will be checked; to be called before the events around it come.
    mutating func expect(_ size: Int) { sizes.insert(size) }

    /// Takes the instant of the next event.
    mutating func note(_ instant: Instant, at position: Int) {
        if let last, let days = ClockLimits.leap(from: last, to: instant) {
            doubts.append(
                Doubt(
                    .clockLeap, at: Position(position),
                    "recorded at \(instant), \(days) days after the event before it: the book rested, or "
                        + "its clock was wrong from there on"))
        }
        last = instant
        if sizes.contains(position) || sizes.contains(position - 1) { instants[position] = instant }
    }

    /// Holds a checkpoint that the entries are true to against their instants.
    mutating func check(_ signed: SignedCheckpoint) {
        let size = signed.checkpoint.size
        // The first witness that saw it: who cosigned later says nothing that it did not.
        let seen = policy?.judge(signed).witnesses.min { $0.time < $1.time }
        guard let seen else { return }
        let words = "\(seen.name) saw the checkpoint of #\(size) at \(seen.instant)"
        if let instant = instants[size], instant.isLater(than: seen.instant) {
            faults.append(
                Fault(
                    .clockAheadOfWitness, at: Position(size),
                    "it says that it was recorded at \(instant), and \(words)"))
        }
        if let instant = instants[size + 1], seen.instant.isLater(than: instant) {
            doubts.append(
                Doubt(
                    .clockBehindWitness, at: Position(size + 1),
                    "it says that it was recorded at \(instant), and \(words): that was cosigned late, or "
                        + "the instant is false"))
        }
    }
}

extension Instant {
    /// Whether it is later by more than the clocks of two machines may lie apart.
    fileprivate func isLater(than other: Instant) -> Bool {
        microseconds - other.microseconds > ClockLimits.skew
    }
}
