import Amendments
import Audit
import EventStore
import Synchronization
import Terms
import Testing
import Transparency

/// What an audit makes of the instants of recordings, beside what witnesses saw.
struct ClockAuditTests {
    private static let noon = Instant("2025-06-01T12:00:00Z") ?? Instant(microseconds: 0)

    private static func after(_ seconds: Int) -> Instant {
        Instant(microseconds: noon.microseconds + seconds * 1_000_000)
    }

    private let witness: SigningKey
    private let keeper: SigningKey

    init() throws {
        witness = try SigningKey(
            name: "w", algorithm: .cosignatureV1, seed: Array(repeating: 3, count: 32))
        keeper = try SigningKey(name: "memory", seed: Array(repeating: 1, count: 32))
    }

    /// A book whose recordings, of two events each, were made so many seconds after noon.
    private func store(_ seconds: Int...) async throws -> InMemoryStore {
        let left = Mutex(seconds)
        let store = InMemoryStore { Self.after(left.withLock { $0.removeFirst() }) }
        for number in seconds.indices {
            let key = try #require(RecordingKey("r\(number)"))
            _ = try await store.append(beginning(key), by: "ana", expecting: [:])
        }
        return store
    }

    /// Keeps a checkpoint that was cosigned so many seconds after noon.
    private func cosign(
        _ store: InMemoryStore, _ size: Int, after seconds: Int, by key: SigningKey? = nil
    ) async throws {
        var signed = try SignedCheckpoint(
            try await store.checkpoint(at: size), signedBy: [keeper])
        let time = UInt64(Self.after(seconds).microseconds / 1_000_000)
        signed.add(try (key ?? witness).cosign(signed.note.text, at: time))
        try await store.keep(signed)
    }

    private func audit(_ store: InMemoryStore) async throws -> AuditReport {
        let policy = try TrustPolicy(
            parsing: "log \(keeper.verifier)\nwitness w \(witness.verifier)\nquorum w\n")
        return try await Auditor(store, grounds: AuditGrounds(policy: policy), page: 3).audit()
    }

    @Test(arguments: [(-3_600, false), (0, false), (300, false), (301, true), (86_400, true)])
    func `an event that a witness saw before its own instant is a fault, beyond five minutes`(
        seconds: Int, isFault: Bool
    ) async throws {
        let store = try await store(-7_200, seconds)
        try await cosign(store, 4, after: 0)
        let report = try await audit(store)
        #expect(report.faults.map(\.kind) == (isFault ? [.clockAheadOfWitness] : []))
        #expect(report.faults.first?.position == (isFault ? Position(4) : nil))
        #expect(report.failedClasses == (isFault ? [.order] : []))
    }

    @Test(arguments: [(-3_600, true), (-301, true), (-300, false), (0, false), (3_600, false)])
    func `an event that says it is older than a cosignature of what was before it is doubtful`(
        seconds: Int, isDoubtful: Bool
    ) async throws {
        let store = try await store(-7_200, seconds)
        try await cosign(store, 2, after: 0)
        try await cosign(store, 4, after: 7_200)
        let report = try await audit(store)
        #expect(report.isClean, "it may have been cosigned late, as by mail")
        #expect(report.doubts.map(\.kind) == (isDoubtful ? [.clockBehindWitness] : []))
        #expect(report.doubts.first?.position == (isDoubtful ? Position(3) : nil))
    }

    @Test func `the first witness counts, for another one may have been asked later`() async throws
    {
        let second = try SigningKey(
            name: "v", algorithm: .cosignatureV1, seed: Array(repeating: 4, count: 32))
        let store = try await store(-7_200, -3_600)
        try await cosign(store, 2, after: -7_100)
        try await cosign(store, 2, after: 0, by: second)
        let policy = try TrustPolicy(
            parsing: """
                log \(keeper.verifier)
                witness w \(witness.verifier)
                witness v \(second.verifier)
                quorum none
                """)
        let report = try await Auditor(store, grounds: AuditGrounds(policy: policy)).audit()
        #expect(report.isClean && report.doubts == [])
    }

    @Test func `who is no witness of the policy proves no time`() async throws {
        let stranger = try SigningKey(
            name: "w", algorithm: .cosignatureV1, seed: Array(repeating: 5, count: 32))
        let store = try await store(0, 86_400)
        try await cosign(store, 2, after: -86_400, by: stranger)
        try await cosign(store, 4, after: 86_400)
        let report = try await audit(store)
        #expect(report.isClean && report.doubts == [], "\(report.faults)")
        #expect(try await Auditor(store).audit().isClean)
    }

    @Test(arguments: [(366, false), (367, true)])
    func `a gap that someone had to accept the clock for is on record`(
        days: Int, isDoubtful: Bool
    ) async throws {
        let report = try await Auditor(try await store(0, days * 86_400)).audit()
        #expect(report.isClean)
        #expect(report.doubts.map(\.kind) == (isDoubtful ? [.clockLeap] : []))
        #expect(report.doubts.map(\.position) == (isDoubtful ? [Position(3)] : []))
    }
}
