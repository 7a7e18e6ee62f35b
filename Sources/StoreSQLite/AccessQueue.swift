@preconcurrency import Dispatch

/// Where the accesses of one store run, one after the other, on a thread of their own: one that waits for
/// another process holds up no one but its own callers.
///
/// GRDB's own asynchronous accesses are cut short when their task is cancelled, also in a commit.
actor AccessQueue {
    private let executor = Executor()

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    func run<Answer: Sendable>(_ access: @Sendable () throws -> Answer) rethrows -> Answer {
        try access()
    }

    private final class Executor: SerialExecutor {
        private let queue = DispatchQueue(label: "book.accesses")

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
        }

        func asUnownedSerialExecutor() -> UnownedSerialExecutor {
            UnownedSerialExecutor(ordinary: self)
        }
    }
}
