/// Recordings that wait to be appended, so that many of them share one transaction and one sync.
///
/// While one batch is written, the next gathers. The queue is bounded: one that comes when it is full waits
/// for a place, first come, first served, without holding a thread. Once a recording has its place it is
/// carried through, whatever becomes of the task that brought it.
package actor AppendQueue {
    package typealias Outcome = Result<Receipt, DeedbookError>

    private struct Item {
        let id: Int
        let drafts: [RecordingDraft]
        let continuation: CheckedContinuation<[Outcome], Never>
    }

    private let capacity: Int
    private let batchLimit: Int
    /// Writes groups of drafts in one transaction and reports what became of each, in order, up to the first of its
    /// group that is refused.
    private let write: @Sendable ([[RecordingDraft]]) async -> [[Outcome]]
    /// Those that have a place, next first.
    private var waiting: [Item] = []
    /// How many have a place: waiting or being written.
    private var taken = 0
    /// Those that wait for a place, first come first.
    private var arrivals: [Item] = []
    private var lastID = 0
    private var isWriting = false

    package init(
        capacity: Int, batchLimit: Int = 256,
        write: @escaping @Sendable ([[RecordingDraft]]) async -> [[Outcome]]
    ) {
        self.capacity = max(1, capacity)
        self.batchLimit = batchLimit
        self.write = write
    }

    /// Appends drafts in their order, with one place for all of them, up to the first that is refused.
    ///
    /// - Returns: what the store says of each, as far as it came; `overloaded` where the task was cancelled before
    ///   they had a place.
    package func append(_ drafts: [RecordingDraft]) async -> [Outcome] {
        lastID += 1
        let id = lastID
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let item = Item(id: id, drafts: drafts, continuation: continuation)
                if taken < capacity {
                    admit(item)
                } else if Task.isCancelled {
                    refuse(item)
                } else {
                    arrivals.append(item)
                }
            }
        } onCancel: {
            Task { await self.leave(id) }
        }
    }

    private func refuse(_ item: Item) {
        item.continuation.resume(returning: [.failure(.overloaded(capacity: capacity))])
    }

    private func admit(_ item: Item) {
        taken += 1
        waiting.append(item)
        guard !isWriting else { return }
        isWriting = true
        Task { await self.writeAll() }
    }

    private func leave(_ id: Int) {
        guard let index = arrivals.firstIndex(where: { $0.id == id }) else { return }
        refuse(arrivals.remove(at: index))
    }

    private func writeAll() async {
        while !waiting.isEmpty {
            let batch = Array(waiting.prefix(batchLimit))
            waiting.removeFirst(batch.count)
            let outcomes = await write(batch.map(\.drafts))
            for (item, own) in zip(batch, outcomes) { item.continuation.resume(returning: own) }
            free(batch.count)
        }
        isWriting = false
    }

    /// Gives the places that were left to those who came first.
    private func free(_ count: Int) {
        taken -= count
        let next = arrivals.prefix(capacity - taken)
        arrivals.removeFirst(next.count)
        for item in next { admit(item) }
    }
}
