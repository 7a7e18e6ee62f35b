import Amendments
import EventStore
import Ledger
import Notation
import Terms
import Transparency

/// One store on trial for what can be proved of it.
struct TreeConformanceCheck: Sendable {
    let store: any TamperEvidentStore
    let basic: ConformanceCheck

    func require(_ condition: Bool, _ found: @autoclosure () -> String) throws {
        try basic.require(condition, found())
    }

    /// Unwraps what a sound store has.
    func found<Value>(_ value: Value?, _ name: String) throws -> Value {
        guard let value else { throw BrokenPromise(promise: basic.promise, found: "no \(name)") }
        return value
    }

    /// Expects a question or a change to be refused.
    func requireError(
        _ name: String, _ isExpected: (DeedbookError) -> Bool, _ body: () async throws -> Void
    ) async throws {
        do { try await body() } catch let error as DeedbookError {
            return try require(isExpected(error), "\(name): another error: \(error)")
        }
        throw BrokenPromise(promise: basic.promise, found: "\(name): nothing was refused")
    }

    /// Appends that many events, in recordings of up to 97.
    func fill(_ count: Int) async throws {
        var rest = count
        while rest > 0 {
            let size = min(rest, 97)
            try await basic.append(Sample.recording("fill-\(rest)", events: size))
            rest -= size
        }
    }

    func rows() async throws -> [StoredRow] { try await store.rows(after: 0, limit: .max) }

    /// The leaves that a sound store has, from what it stored.
    func leaves() async throws -> [TreeHash] { try await rows().map { TreeHash.leaf($0.entry) } }

    func contents(_ row: StoredRow) throws -> EntryContents {
        do { return try EntryContents(parsing: row.entry) } catch {
            throw BrokenPromise(
                promise: basic.promise, found: "entry #\(row.position): \(error.message)")
        }
    }

    /// The keeper's key, whose name is the book's.
    func key(_ seed: UInt8 = 1) throws -> SigningKey {
        try SigningKey(name: store.origin, seed: Array(repeating: seed, count: 32))
    }

    func signed(at size: Int?) async throws -> SignedCheckpoint {
        try SignedCheckpoint(try await store.checkpoint(at: size), signedBy: [try key()])
    }

    /// Appends a recording whose events are `a` and `b`, and then one that redacts the second.
    func redact() async throws -> (target: Position, by: Position) {
        var recording = Sample.recording("person", events: 2)
        recording.events[1] = Event(
            PartyAdmitted(party: "secret", name: Self.secret), note: Self.secret)
        let target = try await basic.append(recording).last
        let by = try await basic.append(Self.redaction("order")).first
        return (target, by)
    }

    static let secret = "Hannelore Musterfrau"

    /// A recording that redacts an event.
    static func redaction(
        _ key: String, of event: EventReference = EventReference(recording: "person", ordinal: 2)
    ) -> Recording {
        var recording = Sample.recording(key)
        recording.events = [Event(PayloadRedacted(event: event, authority: "an order"))]
        return recording
    }
}
