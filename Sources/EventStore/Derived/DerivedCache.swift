import Amendments
import Ledger
import Terms

/// The agreements that were appended to last, as they stand, so that the next append need not read them.
struct DerivedCache {
    /// The position of the book at which all of them stand; nil while nothing is kept.
    var head: Position?
    private var entries: [AgreementID: Entry] = [:]
    /// The agreements that were appended to without being kept.
    private var passed: Set<AgreementID> = []
    private var uses = 0
    private var size = 0

    /// How many pieces and events all of them may have together.
    private static let capacity = 500_000

    private struct Entry {
        let derived: GrowingDerived
        let version: Int
        let size: Int
        let use: Int
    }

    /// Whether an agreement is neither kept nor was appended to before: one recording may be all that comes.
    func isNew(_ agreement: AgreementID) -> Bool {
        entries[agreement] == nil && !passed.contains(agreement)
    }

    /// Notes that an agreement was appended to without being kept.
    mutating func pass(_ agreement: AgreementID) { passed.insert(agreement) }

    /// Takes an agreement out, where it is kept at that version.
    mutating func take(_ agreement: AgreementID, at version: Int) -> GrowingDerived? {
        guard let entry = entries.removeValue(forKey: agreement) else { return nil }
        size -= entry.size
        return entry.version == version ? entry.derived : nil
    }

    /// Adds what another program appended to an agreement that is kept; lets go of it where its history must be
    /// read again.
    ///
    /// - Parameter events: one recording's events of that agreement.
    mutating func add(_ events: [RecordedEvent], to agreement: AgreementID) {
        guard let entry = entries[agreement] else { return }
        remove(agreement)
        var derived = entry.derived
        guard derived.add(events) != nil else { return }
        put(derived, at: entry.version + events.count)
    }

    /// Keeps an agreement, and lets go of the ones used longest ago where there are too many.
    mutating func put(_ derived: GrowingDerived, at version: Int) {
        remove(derived.agreement)
        uses += 1
        // An agreement has a state beside its pieces, which grows with its events.
        let weight = derived.size + version + 100
        entries[derived.agreement] = Entry(
            derived: derived, version: version, size: weight, use: uses)
        size += weight
        if size > Self.capacity { shrink() }
    }

    /// Lets go of the ones used longest ago, until there is room for as many again as one in eight.
    private mutating func shrink() {
        for (agreement, entry) in entries.sorted(by: { $0.value.use < $1.value.use })
        where size > Self.capacity / 8 * 7 && entry.use != uses {
            remove(agreement)
        }
    }

    mutating func remove(_ agreement: AgreementID) {
        if let entry = entries.removeValue(forKey: agreement) { size -= entry.size }
    }

    mutating func removeAll() { self = DerivedCache() }
}
