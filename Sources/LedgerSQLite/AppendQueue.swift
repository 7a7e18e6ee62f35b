import Ledger

/// Recordings that wait to be appended, so that many of them share one transaction and one sync.
///
/// While one batch is written, the next gathers. The queue is bounded: whoever comes when it is full waits
/// for a place, first come, first served, without holding a thread. Once a recording has its place it is
/// carried through, whatever becomes of the task that brought it.
actor AppendQueue {
    typealias Outcome = Result<Receipt, EventStoreError>

    private struct Waiting {
        let draft: RecordingDraft
        let continuation: CheckedContinuation<Outcome, Never>
    }

    /// A task that waits for a place.
    private struct Arrival {
        let id: Int
        let continuation: CheckedContinuation<Bool, Never>
    }

    private let capacity: Int
    private let batchLimit: Int
    /// Writes drafts in one transaction and tells what became of each, in order.
    private let write: @Sendable ([RecordingDraft]) async -> [Outcome]
    private var waiting: [Waiting] = []
    /// How many have a place: waiting or being written, or about to be.
    private var taken = 0
    private var arrivals: [Arrival] = []
    private var arrived = 0
    private var isWriting = false

    init(
        capacity: Int, batchLimit: Int = 256,
        write: @escaping @Sendable ([RecordingDraft]) async -> [Outcome]
    ) {
        self.capacity = max(1, capacity)
        self.batchLimit = batchLimit
        self.write = write
    }

    func append(_ draft: RecordingDraft) async throws(EventStoreError) -> Receipt {
        guard await place() else { throw .overloaded(capacity: capacity) }
        let outcome = await withCheckedContinuation { continuation in
            waiting.append(Waiting(draft: draft, continuation: continuation))
            if !isWriting {
                isWriting = true
                Task { await self.writeAll() }
            }
        }
        return try outcome.get()
    }

    /// Waits for a place; false where the task was cancelled before it had one.
    private func place() async -> Bool {
        if taken < capacity, arrivals.isEmpty {
            taken += 1
            return true
        }
        arrived += 1
        let id = arrived
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if Task.isCancelled {
                    continuation.resume(returning: false)
                } else {
                    arrivals.append(Arrival(id: id, continuation: continuation))
                }
            }
        } onCancel: {
            Task { await self.leave(id) }
        }
    }

    private func leave(_ id: Int) {
        guard let index = arrivals.firstIndex(where: { $0.id == id }) else { return }
        arrivals.remove(at: index).continuation.resume(returning: false)
    }

    private func writeAll() async {
        while !waiting.isEmpty {
            let batch = Array(waiting.prefix(batchLimit))
            waiting.removeFirst(batch.count)
            let outcomes = await write(batch.map(\.draft))
            for (item, outcome) in zip(batch, outcomes) {
                item.continuation.resume(returning: outcome)
            }
            free(batch.count)
        }
        isWriting = false
    }

    /// Gives the places that were left to those who came first.
    private func free(_ count: Int) {
        taken -= count
        while taken < capacity, !arrivals.isEmpty {
            taken += 1
            arrivals.removeFirst().continuation.resume(returning: true)
        }
    }
}
