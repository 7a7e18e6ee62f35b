import Amendments
import Terms

/// Finds which new event makes an event invalid that is in the book already.
struct InvalidityCause {
    private let agreement: AgreementID
    private let history: [RecordedEvent]
    /// How many events of the history are in the book already.
    private let count: Int
    /// What is broken with so many of the new events.
    private var found: [Int: Set<Broken>] = [:]

    private struct Broken: Hashable {
        let event: EventReference
        let message: String
    }

    init(_ agreement: AgreementID, history: [RecordedEvent], from count: Int) {
        self.agreement = agreement
        self.history = history
        self.count = count
    }

    /// The violation with both events named; nil where the recorded event was broken before.
    mutating func attributed(_ violation: Violation) -> Violation? {
        guard !isBroken(violation, withNew: 0), let culprit = culprit(of: violation) else {
            return nil
        }
        return Violation(
            message: "'\(culprit.reference)' would make the recorded event '\(violation.event)' "
                + "invalid: \(violation.message)",
            hint: "correct or rescind '\(violation.event)' in the same recording, or change the "
                + "effective day",
            ground: violation.ground, event: culprit.reference, other: violation.event,
            mark: culprit.event.mark)
    }

    /// The new event with which the violation appears.
    private mutating func culprit(of violation: Violation) -> RecordedEvent? {
        var without = 0
        var with = history.count - count
        guard with > 0 else { return nil }
        while with - without > 1 {
            let middle = (with + without) / 2
            if isBroken(violation, withNew: middle) { with = middle } else { without = middle }
        }
        return history[count + with - 1]
    }

    private mutating func isBroken(_ violation: Violation, withNew new: Int) -> Bool {
        let broken = Broken(event: violation.event, message: violation.message)
        if let known = found[new] { return known.contains(broken) }
        let all = Validation.violations(
            of: agreement, history: Array(history.prefix(count + new)), among: nil)
        let known = Set(all.map { Broken(event: $0.event, message: $0.message) })
        found[new] = known
        return known.contains(broken)
    }
}
