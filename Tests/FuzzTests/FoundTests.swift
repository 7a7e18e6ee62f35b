import Testing
import Transparency

/// What hostile inputs found in notes and policies, each with the input that showed it.
struct FoundTests {
    private static func key(
        _ name: String, _ seed: UInt8, _ algorithm: VerifierKey.Algorithm = .cosignatureV1
    ) throws -> SigningKey {
        try SigningKey(name: name, algorithm: algorithm, seed: [UInt8](repeating: seed, count: 32))
    }

    private static func witness(_ name: String, _ seed: UInt8) throws -> String {
        "witness \(name) \(try key("w\(seed)", seed).verifier)\n"
    }

    /// Groups of two groups each: the rule written out has 2^40 witnesses.
    @Test func `a policy whose groups double at each line is refused, not written out`() throws {
        var policy = try Self.witness("a0", 1) + Self.witness("b0", 2)
        for level in 1...40 {
            policy += "group a\(level) any a\(level - 1) b\(level - 1)\n"
            policy += "group b\(level) all a\(level - 1) b\(level - 1)\n"
        }
        let error = #expect(throws: PolicyError.self) {
            try TrustPolicy(parsing: policy + "quorum a40\n")
        }
        #expect(error?.description == "line 4: 'a0' is a member of a group already")
    }

    @Test(arguments: ["# all of them\r\nquorum w\nquorum none\n", "quorum none\u{0}\n", "\u{7F}\n"])
    func `a policy with other line ends or control characters is refused`(text: String) {
        let error = #expect(throws: PolicyError.self) { try TrustPolicy(parsing: text) }
        #expect(error?.line == 1)
        #expect(error?.message.hasPrefix("a control character") == true)
    }

    /// c2sp.org/tlog-policy: names are opaque octets; Swift takes `K` and the Kelvin sign for equal.
    @Test func `a witness with a name that only looks alike does not stand for another`() throws {
        let policy = try TrustPolicy(
            parsing: Self.witness("K", 1) + Self.witness("\u{212A}", 2) + "quorum K\n")
        let log = try Self.key("log", 3, .ed25519)
        let checkpoint = Checkpoint(origin: "log", size: 0, root: .empty)
        func judged(by seed: UInt8) throws -> Bool {
            var signed = try SignedCheckpoint(checkpoint, signedBy: [log])
            signed.add(try Self.key("w\(seed)", seed).cosign(checkpoint.text, at: 1))
            return policy.judge(signed).isQuorumMet
        }
        #expect(try judged(by: 1))
        #expect(try !judged(by: 2))
    }

    /// Otherwise a log could have a second history cosigned under its own name, spelled in another way.
    @Test func `an origin in other bytes is unknown to a witness`() throws {
        let log = try Self.key("caf\u{E9}", 3, .ed25519)
        func decision(on origin: String) throws -> WitnessDecision {
            let checkpoint = Checkpoint(origin: origin, size: 0, root: .empty)
            let signed = try SignedCheckpoint(checkpoint, signedBy: [log])
            return WitnessDecision(
                on: AddCheckpoint(oldSize: 0, proof: [], checkpoint: signed), known: nil,
                keys: [log.verifier])
        }
        #expect(try decision(on: "caf\u{E9}") == .cosign)
        #expect(try decision(on: "cafe\u{301}") == .unknownOrigin)
    }

    @Test func `an origin with a line end inside is refused`() {
        #expect(throws: NoteError.self) {
            try Checkpoint(parsing: "a\r\n5\n0\n\(TreeHash.empty.base64)\n")
        }
    }

    @Test func `a key's signature under a name in other bytes is another's`() throws {
        let key = try Self.key("caf\u{E9}", 3, .ed25519)
        let signature = try key.sign("text\n")
        let other = NoteSignature(
            name: "cafe\u{301}", keyID: signature.keyID, bytes: signature.bytes)
        #expect(key.verifier.isValid(signature, of: "text\n"))
        #expect(!key.verifier.isValid(other, of: "text\n"))
    }
}
