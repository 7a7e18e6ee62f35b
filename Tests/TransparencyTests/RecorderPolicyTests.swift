import Terms
import Testing
import Transparency

/// The keys of recorders that a policy pins.
struct RecorderPolicyTests {
    private let old: VerifierKey
    private let new: VerifierKey
    private let other: VerifierKey
    private let witness: VerifierKey

    init() throws {
        old = try CheckpointTests.key("ana", 1).verifier
        new = try CheckpointTests.key("ana", 2).verifier
        other = try CheckpointTests.key("ben", 3).verifier
        witness = try CheckpointTests.key("ana", 4, .cosignatureV1).verifier
    }

    private func policy(_ lines: String) throws -> TrustPolicy {
        try TrustPolicy(parsing: "quorum none\n\(lines)\n")
    }

    private func verdict(
        _ policy: TrustPolicy, _ key: VerifierKey, at text: String
    ) throws -> TrustPolicy.RecorderVerdict {
        policy.judge(recorder: key, at: try #require(Instant(text)))
    }

    @Test func `a key without a time counts always, and no other of its name ever`() throws {
        let policy = try policy("recorder \(old)")
        for instant in ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z"] {
            #expect(try verdict(policy, old, at: instant) == .pinned)
            #expect(try verdict(policy, new, at: instant) == .otherKey)
            #expect(try verdict(policy, other, at: instant) == .silent)
        }
    }

    @Test(arguments: [
        ("2025-01-01", "2025-12-31", "2024-12-31T23:59:59.999999Z", false),
        ("2025-01-01", "2025-12-31", "2025-01-01T00:00:00Z", true),
        ("2025-01-01", "2025-12-31", "2025-12-31T23:59:59.999999Z", true),
        ("2025-01-01", "2025-12-31", "2026-01-01T00:00:00Z", false),
        ("2025-01-01", "", "2099-01-01T00:00:00Z", true),
        ("..", "2025-12-31", "1999-01-01T00:00:00Z", true),
        ("..", "2025-12-31", "2026-01-01T00:00:00Z", false),
        ("2025-05-01", "2025-05-01", "2025-05-01T12:00:00Z", true),
        ("2025-01-01T09:00:00Z", "2025-01-01T10:00:00Z", "2025-01-01T10:00:00Z", true),
        ("2025-01-01T09:00:00Z", "2025-01-01T10:00:00Z", "2025-01-01T10:00:00.000001Z", false),
    ])
    func `a time has its first and its last instant, and days are whole days in UTC`(
        from: String, through: String, instant: String, counts: Bool
    ) throws {
        let policy = try policy("recorder \(old) \(from) \(through)")
        let pinned = try #require(policy.recorders.first)
        #expect(try verdict(policy, old, at: instant) == (counts ? .pinned : .outOfTime(pinned)))
    }

    @Test func `keys whose times overlap are both theirs while they do`() throws {
        let policy = try policy(
            "recorder \(old) .. 2025-06-30\nrecorder \(new) 2025-06-01\nrecorder \(other)")
        #expect(policy.recorders.map(\.time) == ["through 2025-06-30", "from 2025-06-01", ""])
        for (key, day, isPinned) in [
            (old, "2025-05-31", true), (new, "2025-05-31", false), (old, "2025-06-15", true),
            (new, "2025-06-15", true), (old, "2025-07-01", false), (new, "2025-07-01", true),
        ] {
            let found = try verdict(policy, key, at: "\(day)T12:00:00Z")
            #expect((found == .pinned) == isPinned, "\(key.label) \(day)")
        }
    }

    @Test(arguments: [
        "recorder", "recorder KEY ..", "recorder KEY 2025", "recorder KEY 2025-13-01",
        "recorder KEY 2025-02-29", "recorder KEY 2025-01-01 ..", "recorder KEY today",
        "recorder KEY 2025-01-02 2025-01-01", "recorder KEY 2025-01-01T00:00:00",
        "recorder KEY 2025-01-01T00:00:00.5Z",
        "recorder KEY 2025-01-01T00:00:00+00:00", "recorder KEY 2025-01-01 2025-01-02 2025-01-03",
        "recorder ana KEY", "recorder WITNESS", "recorder KEY\nrecorder KEY 2025-01-01",
    ])
    func `what is no line of a recorder is refused with its line`(text: String) {
        let lines = text.replacing("KEY", with: "\(old)").replacing("WITNESS", with: "\(witness)")
        #expect {
            try policy(lines)
        } throws: { error in
            (error as? PolicyError)?.line == 1 + lines.split(separator: "\n").count
        }
    }
}
