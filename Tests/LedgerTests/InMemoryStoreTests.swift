import Amendments
import EventStore
import Ledger
import StoreConformance
import Terms
import Testing

struct InMemoryStoreTests {
    @Test(arguments: Promise.allCases)
    func `the reference store keeps its promise`(_ promise: Promise) async throws {
        try await promise.check { clock in InMemoryStore(clock: { clock.now() }) }
    }

    @Test(arguments: Promise.allCases)
    func `a store that keeps nothing breaks every promise`(_ promise: Promise) async throws {
        await #expect(throws: BrokenPromise.self) {
            try await promise.check { _ in ForgetfulStore() }
        }
    }

    @Test(arguments: Promise.allCases)
    func `a store with one flaw breaks the promise it is about`(_ promise: Promise) async throws {
        await #expect(throws: BrokenPromise.self) {
            try await promise.check { clock in FlawedStore(promise, clock: clock) }
        }
    }

    @Test(arguments: TamperEvidentPromise.allCases)
    func `the reference store can be checked by others`(
        _ promise: TamperEvidentPromise
    ) async throws {
        try await promise.check { clock in InMemoryStore(clock: { clock.now() }) }
    }

    @Test(arguments: TamperEvidentPromise.allCases)
    func `a flaw in what is proved breaks the promise it is about`(
        _ promise: TamperEvidentPromise
    ) async throws {
        await #expect(throws: BrokenPromise.self) {
            try await promise.check { clock in FlawedTamperEvidentStore(promise, clock: clock) }
        }
    }
}

/// A store that says yes to everything and keeps nothing.
private struct ForgetfulStore: ForwardingStore {
    let store = InMemoryStore(clock: { Instant(microseconds: 0) })

    func append(
        _ recording: Recording, by recorder: String,
        expecting expected: [AgreementID: ExpectedVersion], sealed seal: RecorderSeal?
    ) async throws(DeedbookError) -> Receipt {
        Receipt(
            key: recording.key, first: Position(1), last: Position(recording.events.count),
            recordedAt: Instant(microseconds: 0), isRepeated: false)
    }

    func append(
        whole submissions: [Submission], by recorder: String
    ) async throws(DeedbookError) -> [Receipt] { [] }
}
