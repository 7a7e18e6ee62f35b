import Foundation
import Synchronization

/// How one connection waits for the others of its book.
///
/// SQLite's own waiting sleeps longer each time, up to 100 ms: of several programs that append without a pause,
/// one that has waited for long is asleep whenever the book is free, and those that just wrote take it again.
/// Here each look comes after a short time of random length, however long the waiting has lasted, so that
/// every one that waits has the same chance at every commit. No lock file and no queue is needed, nothing
/// has to be put right after a program died, and connections that wait by SQLite's own rule still get their
/// turn.
package final class LockWait: Sendable {
    private struct State {
        var limit: Int
        var waited = 0
    }

    /// The shortest and the longest time between two looks, in microseconds: less than most commits take.
    private static let pause = 300...1_700

    private let state: Mutex<State>
    private let onPause: @Sendable () -> Void

    /// - Parameters:
    ///   - limit: how long to wait in all; the sum of the pauses counts, not a clock.
    ///   - onPause: called before each pause.
    package init(_ limit: Duration, onPause: @escaping @Sendable () -> Void = {}) {
        state = Mutex(State(limit: Self.microseconds(limit)))
        self.onPause = onPause
    }

    /// Pauses and says whether to look again.
    ///
    /// - Parameter tries: how often this wait has looked already.
    func waits(after tries: Int) -> Bool {
        let pause = Int.random(in: Self.pause)
        let hasTime = state.withLock { state in
            if tries == 0 { state.waited = 0 }
            state.waited += pause
            return state.waited <= state.limit
        }
        guard hasTime else { return false }
        onPause()
        usleep(UInt32(pause))
        return true
    }

    /// Runs something that is not worth the whole wait.
    func limited<Answer>(to limit: Duration, _ work: () throws -> Answer) rethrows -> Answer {
        let usual = state.withLock { state in
            let usual = state.limit
            state.limit = min(usual, Self.microseconds(limit))
            return usual
        }
        defer { state.withLock { $0.limit = usual } }
        return try work()
    }

    private static func microseconds(_ duration: Duration) -> Int {
        Int(min(duration / .microseconds(1), 1e15))
    }
}
