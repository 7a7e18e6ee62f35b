import Dispatch
import Synchronization
package import Terms

/// What is derived from one agreement's events, worked out on another processor while something else is done.
package final class Deriving: Sendable {
    /// Whose events they are.
    package var agreement: AgreementID { history.agreement }
    private let history: AgreementHistory
    private let derived = Mutex<Derived?>(nil)

    /// How many are begun before the first is taken.
    package static let width = 8

    private static let queue = DispatchQueue(label: "deedbook.deriving", attributes: .concurrent)

    /// Begins.
    package init(_ history: AgreementHistory) {
        self.history = history
        Self.queue.async { _ = self.value() }
    }

    /// Waits for it; where it has not yet begun, works it out here.
    package func value() -> Derived {
        derived.withLock { known in
            let value = known ?? Derived(of: history)
            known = value
            return value
        }
    }
}
