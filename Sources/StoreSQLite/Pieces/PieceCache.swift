import Amendments
import Ledger
import Terms

/// The agreements that were appended to last, as they stand, so that the next append need not read them.
struct PieceCache {
    /// The position of the book at which all of them stand; nil while nothing is kept.
    var head: Position?
    private var entries: [AgreementID: Entry] = [:]
    private var uses = 0
    private var size = 0

    /// How many pieces and events all of them may have together.
    private static let capacity = 500_000

    /// What is kept of one agreement.
    struct Kept {
        var keeper: PieceKeeper
        var steps: StepIndex
        var ground: Set<CommonGround>
    }

    private struct Entry {
        let kept: Kept
        let version: Int
        let size: Int
        let use: Int
    }

    /// Takes an agreement out, where it is kept at that version.
    mutating func take(_ agreement: AgreementID, at version: Int) -> Kept? {
        guard let entry = entries.removeValue(forKey: agreement) else { return nil }
        size -= entry.size
        return entry.version == version ? entry.kept : nil
    }

    /// Adds what another program appended to an agreement that is kept; lets go of it where its history must be
    /// read again.
    ///
    /// - Parameter events: one recording's events of that agreement.
    mutating func add(_ events: [RecordedEvent], to agreement: AgreementID) {
        guard let entry = entries[agreement] else { return }
        remove(agreement)
        var kept = entry.kept
        guard kept.keeper.add(events) != nil else { return }
        kept.steps.add(events)
        kept.ground.formUnion(events.flatMap(\.commonGround))
        put(kept, at: entry.version + events.count)
    }

    /// Keeps an agreement, and lets go of the ones used longest ago where there are too many.
    mutating func put(_ kept: Kept, at version: Int) {
        let agreement = kept.keeper.agreement
        remove(agreement)
        uses += 1
        // An agreement has a state beside its pieces, which grows with its events.
        let weight = kept.keeper.size + version + 100
        entries[agreement] = Entry(
            kept: kept, version: version, size: weight, use: uses)
        size += weight
        while size > Self.capacity, entries.count > 1,
            let oldest = entries.min(by: { $0.value.use < $1.value.use })
        {
            remove(oldest.key)
        }
    }

    mutating func remove(_ agreement: AgreementID) {
        if let entry = entries.removeValue(forKey: agreement) { size -= entry.size }
    }

    mutating func removeAll() { self = PieceCache() }
}
