import Amendments
import Audit
import EventStore
import Synchronization
import Terms
import Testing
import Transparency

/// Whose keys recordings are signed with, as an audit of a book in memory finds it.
struct RecorderKeyTests {
    private static func key(_ name: String, _ seed: UInt8) throws -> SigningKey {
        try SigningKey(name: name, seed: Array(repeating: seed, count: 32))
    }

    /// A book with a recording of two events each day from 2025-01-01, signed with these keys or not at all.
    private static func store(_ signers: [SigningKey?]) async throws -> InMemoryStore {
        let days = Mutex(0)
        let first: Day = "2025-01-01"
        let store = InMemoryStore {
            let day = days.withLock { days in
                days += 1
                return days - 1
            }
            return Instant(startOf: first.adding(days: day))
        }
        for (number, signer) in signers.enumerated() {
            let recording = beginning(try #require(RecordingKey("r\(number)")))
            _ = try await store.append(
                recording, by: signer?.verifier.name ?? "ana", expecting: [:],
                sealed: try signer.map { try RecorderSeal(recording, with: $0) })
        }
        return store
    }

    private static func audit(
        _ store: InMemoryStore, _ lines: String? = nil
    ) async throws -> AuditReport {
        let policy = try lines.map { try TrustPolicy(parsing: "quorum none\n\($0)\n") }
        return try await Auditor(store, grounds: AuditGrounds(policy: policy), page: 3).audit()
    }

    private static func kinds(_ report: AuditReport) -> [Fault.Kind: Int?] {
        Dictionary(report.faults.map { ($0.kind, $0.position?.number) }) { first, _ in first }
    }

    @Test func `recordings are counted: with a key of the policy, with another, unsigned`()
        async throws
    {
        let (ana, ben) = (try Self.key("ana", 1), try Self.key("ben", 2))
        let store = try await Self.store([ana, nil, ben, ana, nil, nil])
        let report = try await Self.audit(store, "recorder \(ana.verifier)")
        #expect(report.faults == [], "a policy may be silent about a recorder")
        let counts = try #require(report.recordings)
        #expect([counts.pinned, counts.unpinned, counts.unsigned] == [2, 1, 3])
        let alone = try #require(try await Self.audit(store).recordings)
        #expect([alone.pinned, alone.unpinned, alone.unsigned] == [0, 3, 3])
    }

    @Test func `a second key in one name is found where no policy says whose it is`() async throws {
        let (old, new) = (try Self.key("ana", 1), try Self.key("ana", 2))
        let store = try await Self.store([old, new, old, new])
        for lines in [nil, "recorder \(try Self.key("ben", 3).verifier)"] {
            let report = try await Self.audit(store, lines)
            #expect(Self.kinds(report) == [.recorderKeySecond: 3])
            #expect(report.faults.first?.detail.hasSuffix("; so are 1 later one") == true)
            #expect(report.failedClasses == [.signatures])
        }
        let pinned = try await Self.audit(
            store, "recorder \(old.verifier)\nrecorder \(new.verifier)")
        #expect(pinned.faults == [] && pinned.recordings?.pinned == 4)
    }

    @Test func `keys of two names are no second keys`() async throws {
        let store = try await Self.store([try Self.key("ana", 1), try Self.key("ben", 2)])
        #expect(try await Self.audit(store).faults == [])
    }

    @Test func `a key that the policy does not pin, in a name that it pins, is found`() async throws
    {
        let (ana, eve) = (try Self.key("ana", 1), try Self.key("ana", 2))
        let report = try await Self.audit(
            try await Self.store([ana, eve, ana]), "recorder \(ana.verifier)")
        #expect(Self.kinds(report) == [.recorderKeyUnpinned: 3])
        #expect(report.recordings?.pinned == 2 && report.recordings?.unpinned == 1)
    }

    @Test func `a key outside its time is found, and in a rotation both count in the overlap`()
        async throws
    {
        let (old, new) = (try Self.key("ana", 1), try Self.key("ana", 2))
        let lines = """
            recorder \(old.verifier) .. 2025-01-03
            recorder \(new.verifier) 2025-01-02
            """
        let store = try await Self.store([old, new, old, new])
        #expect(try await Self.audit(store, lines).faults == [])
        let early = try await Self.audit(try await Self.store([new, old, new, old]), lines)
        #expect(early.faults.map(\.kind) == [.recorderKeyOutOfTime, .recorderKeyOutOfTime])
        #expect(early.faults.map(\.position?.number) == [1, 7])
        #expect(early.faults.last?.detail.contains("through 2025-01-03") == true)
    }

    @Test func `what a resumed audit reads whole it checks, from the first recording on`()
        async throws
    {
        let (ana, eve) = (try Self.key("ana", 1), try Self.key("ana", 2))
        let store = try await Self.store([ana, eve, nil])
        let keeper = try Self.key(store.origin, 9)
        var grounds = AuditGrounds(
            policy: try TrustPolicy(
                parsing: "quorum none\nlog \(keeper.verifier)\nrecorder \(ana.verifier)\n"))
        for (size, counts) in [(2, [1, 1]), (3, [0, 1]), (4, [0, 1])] {
            grounds.trusted = try SignedCheckpoint(
                try await store.checkpoint(at: size), signedBy: [keeper])
            let report = try await Auditor(store, grounds: grounds).audit()
            #expect(report.faults.map(\.kind) == (size == 2 ? [.recorderKeyUnpinned] : []))
            #expect([report.recordings?.unpinned, report.recordings?.unsigned] == counts)
        }
    }

    /// The part of one agreement; nothing is said of its proofs.
    private static func part(
        of agreement: AgreementID, in store: InMemoryStore, size: Int, _ lines: String? = nil
    ) async throws -> AuditReport {
        let policy = try lines.map { try TrustPolicy(parsing: "quorum none\n\($0)\n") }
        var audit = PartAudit(
            of: .init(origin: store.origin, size: size, agreement: agreement), agreement: agreement,
            grounds: AuditGrounds(policy: policy))
        for row in try await store.rows(after: 0, limit: size)
        where row.columns.agreement == agreement.text {
            let (payload, salt) = (try #require(row.payload), try #require(row.salt))
            audit.add(
                BookExport.Line(entry: row.entry, payload: .present(bytes: payload, salt: salt)))
        }
        return audit.finish()
    }

    private static func recorderFaults(_ report: AuditReport) -> [Fault.Kind] {
        report.faults.map(\.kind).filter { $0 != .checkpointUnsigned }
    }

    @Test func `a part is held to the keys that the policy pins`() async throws {
        let (ana, eve) = (try Self.key("ana", 1), try Self.key("ana", 2))
        let store = try await Self.store([ana, eve, nil])
        func found(_ agreement: AgreementID, _ lines: String?) async throws -> [Fault.Kind] {
            Self.recorderFaults(
                try await Self.part(of: agreement, in: store, size: 6, lines))
        }
        let pinned = "recorder \(ana.verifier)"
        #expect(try await found("r0", pinned) == [])
        #expect(try await found("r1", pinned) == [.recorderKeyUnpinned])
        #expect(try await found("r2", pinned) == [])
        #expect(try await found("r0", "\(pinned) 2025-01-02") == [.recorderKeyOutOfTime])
        #expect(try await found("r1", nil) == [])
    }

    /// A recording of two agreements, which a part has half of; then one of each alone.
    private static func shared(_ signer: SigningKey) async throws -> InMemoryStore {
        let store = InMemoryStore { Instant(startOf: "2025-01-01") }
        var both = beginning("both")
        both.events += [
            Event(AgreementRecorded(title: "other", zone: "UTC"), agreement: "other")
        ]
        for recording in [both, notice("more", agreement: "both")] {
            _ = try await store.append(
                recording, by: "ana", expecting: [:],
                sealed: try RecorderSeal(recording, with: signer))
        }
        return store
    }

    @Test
    func
        `of half a recording in a part the key is held to the policy, and the signature to nothing`()
        async throws
    {
        let (ana, eve) = (try Self.key("ana", 1), try Self.key("ana", 2))
        let store = try await Self.shared(eve)
        let silent = try await Self.part(of: "both", in: store, size: 5)
        #expect(Self.recorderFaults(silent) == [])
        let report = try await Self.part(
            of: "both", in: store, size: 5, "recorder \(ana.verifier)")
        #expect(Self.recorderFaults(report) == [.recorderKeyUnpinned])
        #expect(report.faults.first { $0.kind == .recorderKeyUnpinned }?.position == Position(1))
    }

    @Test func `an export of the whole book is held to the same`() async throws {
        let (ana, eve) = (try Self.key("ana", 1), try Self.key("ana", 2))
        let store = try await Self.store([ana, eve, nil])
        var audit = ExportAudit(of: .init(origin: store.origin, size: 6, agreement: nil))
        for row in try await store.rows(after: 0, limit: 6) {
            let (payload, salt) = (try #require(row.payload), try #require(row.salt))
            audit.add(
                BookExport.Line(
                    entry: row.entry, payload: .present(bytes: payload, salt: salt)))
        }
        let report = audit.finish()
        #expect(report.faults.map(\.kind) == [.recorderKeySecond])
        #expect(report.recordings?.unpinned == 2 && report.recordings?.unsigned == 1)
    }
}
