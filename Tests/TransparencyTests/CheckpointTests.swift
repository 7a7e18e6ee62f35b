import Testing
import Transparency

/// Checkpoints, proof files and policies, as C2SP writes them.
struct CheckpointTests {
    static func key(_ name: String, _ seed: UInt8, _ algorithm: VerifierKey.Algorithm = .ed25519)
        throws -> SigningKey
    {
        try SigningKey(
            name: name, algorithm: algorithm, seed: Array(repeating: seed, count: 32))
    }

    static func signed(
        _ size: Int, origin: String = "example.com/log", by keys: [SigningKey]
    ) throws -> SignedCheckpoint {
        let tiles = TilesInMemory(leaves: Naive.leaves(size))
        return try SignedCheckpoint(
            Checkpoint(
                origin: origin, size: size, root: MerkleTree.root(size: size, from: tiles)),
            signedBy: keys)
    }

    @Test func `a checkpoint is three lines`() throws {
        let checkpoint = Checkpoint(origin: "example.com/log", size: 0, root: .empty)
        #expect(
            checkpoint.text == "example.com/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")
        #expect(try Checkpoint(parsing: checkpoint.text) == checkpoint)
    }

    @Test(arguments: [
        "", "o\n", "o\n1\n", "o\n01\nR\n", "o\n-1\nR\n", "o\n+1\nR\n", "o\n1 \nR\n", "\n1\nR\n",
        "o\n1\nR\nextension\n", "o\n1\nR\n\n", "o\n1\nR", "o\n9007199254740992\nR\n",
        "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n", "o\n1\n47DE\n", "o\n٣\nR\n",
    ])
    func `what is not a checkpoint is refused`(text: String) {
        let text = text.replacing("R", with: TreeHash.empty.base64)
        #expect(throws: NoteError.self) { try Checkpoint(parsing: text) }
    }

    @Test func `lines after the root are signed with it, and read only where they may be`() throws {
        let key = try Self.key("example.com/log", 1)
        let three = "example.com/log\n0\n\(TreeHash.empty.base64)\n"
        let note = try SignedNote(
            text: three + "one\ntwo\n", signatures: [try key.sign(three + "one\ntwo\n")])
        #expect(throws: NoteError.malformed("extension lines are not read", line: 4)) {
            try SignedCheckpoint(note: note)
        }
        let signed = try SignedCheckpoint(note: note, extensions: .ignored)
        #expect(signed.extensionLines == ["one", "two"] && signed.checkpoint.text == three)
        let policy = TrustPolicy(trusting: [key.verifier])
        #expect(policy.judge(signed).isAccepted)
        let bare = try SignedCheckpoint(
            note: try SignedNote(text: three, signatures: note.signatures))
        #expect(policy.judge(bare).forgeries == [key.verifier])
        for text in ["one\n\n", "\none\n"] {
            #expect(throws: NoteError.self) {
                try Checkpoint(parsing: three + text, extensions: .ignored)
            }
        }
    }

    @Test func `a cosignature says when, and is of the whole checkpoint`() throws {
        let log = try Self.key("example.com/log", 1)
        let witness = try Self.key("witness.example", 2, .cosignatureV1)
        var signed = try Self.signed(5, by: [log])
        signed.add(try witness.cosign(signed.note.text, at: 1_700_000_000))
        signed.add(try witness.cosign(signed.note.text, at: 1_700_000_000))
        #expect(signed.note.signatures.count == 2)
        #expect(signed.cosignatureTime(signed.note.signatures[1]) == 1_700_000_000)
        #expect(signed.cosignatureTime(signed.note.signatures[0]) == nil)
        let read = try SignedCheckpoint(parsing: Array(signed.encoded.utf8))
        #expect(read == signed)
        #expect(try read.note.verified(by: [witness.verifier]) == [witness.verifier])
        let other = try Self.signed(6, by: [log])
        #expect(!witness.verifier.isValid(signed.note.signatures[1], of: other.note.text))
    }

    @Test func `a proof file is written, read and verified`() throws {
        let entries = (0..<9).map { Array("entry \($0)".utf8) }
        let tiles = TilesInMemory(leaves: entries.map { TreeHash.leaf($0) })
        let checkpoint = Checkpoint(
            origin: "example.com/log", size: 9, root: MerkleTree.root(size: 9, from: tiles))
        let signed = try SignedCheckpoint(
            checkpoint, signedBy: [try Self.key("example.com/log", 1)])
        for index in entries.indices {
            for extra in [nil, [], entries[index]] as [[UInt8]?] {
                let file = ProofFile(
                    extra: extra, index: index,
                    proof: MerkleTree.inclusionProof(of: index, size: 9, from: tiles),
                    checkpoint: signed)
                let read = try ProofFile(parsing: Array(file.encoded.utf8))
                #expect(read == file)
                try read.verify(entries[index])
                #expect(throws: ProofError.self) { try read.verify(entries[(index + 1) % 9]) }
            }
        }
    }

    @Test(arguments: [
        ("c2sp.org/tlog-proof@v2\nindex 0\n\n", 1), ("c2sp.org/tlog-proof@v1\nindex 00\n\n", 2),
        ("c2sp.org/tlog-proof@v1\nextra !\nindex 0\n\n", 2),
        ("c2sp.org/tlog-proof@v1\nindex -1\n\n", 2), ("c2sp.org/tlog-proof@v1\nAAAA\n\n", 2),
        ("c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n", 3),
        ("c2sp.org/tlog-proof@v1\nextra AA==\nindex 0\nAAAA\n\n", 4),
    ])
    func `what is not a proof file is refused with its line`(head: String, line: Int) throws {
        let note = try Self.signed(1, by: [try Self.key("example.com/log", 1)]).encoded
        #expect {
            try ProofFile(parsing: Array((head + note).utf8))
        } throws: { error in
            guard case .malformed(_, line)? = error as? NoteError else { return false }
            return true
        }
    }
}

/// c2sp.org/tlog-policy.
struct TrustPolicyTests {
    private let log: SigningKey
    private let witnesses: [SigningKey]

    init() throws {
        log = try CheckpointTests.key("example.com/log", 1)
        witnesses = try (0..<6).map {
            try CheckpointTests.key("w\($0).example", UInt8(10 + $0), .cosignatureV1)
        }
    }

    private func policy(_ rest: String) throws -> TrustPolicy {
        let lines = witnesses.enumerated().map {
            "witness w\($0) \($1.verifier) https://w\($0).example"
        }
        return try TrustPolicy(
            parsing:
                "# a comment\n\nlog \(log.verifier)\n\(lines.joined(separator: "\n"))\n\(rest)\n")
    }

    private func cosigned(_ numbers: Set<Int>) throws -> SignedCheckpoint {
        var signed = try CheckpointTests.signed(5, by: [log])
        for number in numbers.sorted() {
            signed.add(try witnesses[number].cosign(signed.note.text, at: 1_700_000_000))
        }
        return signed
    }

    @Test(arguments: [
        ([], false), ([0, 1], false), ([0, 1, 3], true), ([0, 3, 4, 5], false), ([0, 2, 5], true),
        ([0, 1, 2, 3, 4, 5], true), ([3, 4, 5], false),
    ])
    func `two levels of groups are counted as the format's own example does`(
        numbers: [Int], isMet: Bool
    ) throws {
        let policy = try policy(
            """
            group X 2 w0 w1 w2
            group Y any w3 w4 w5
            group X-and-Y all X Y
            quorum X-and-Y
            """)
        let verdict = policy.judge(try cosigned(Set(numbers)))
        #expect(verdict.isQuorumMet == isMet)
        #expect(verdict.isAccepted == isMet)
        #expect(Set(verdict.witnesses.map(\.name)) == Set(numbers.map { "w\($0)" }))
        #expect(verdict.witnesses.allSatisfy { $0.time == 1_700_000_000 })
    }

    @Test func `without a witness the log's own signature is enough, and it is needed`() throws {
        let policy = try policy("quorum none")
        #expect(policy.judge(try cosigned([])).isAccepted)
        #expect(!policy.judge(nil).isAccepted)
        let other = try CheckpointTests.key("example.com/log", 99)
        #expect(!policy.judge(try CheckpointTests.signed(5, by: [other])).isAccepted)
        let elsewhere = try CheckpointTests.signed(5, origin: "example.com/other", by: [log])
        #expect(!policy.judge(elsewhere).isAccepted)
    }

    @Test func `a forged cosignature is no cosignature, and is reported`() throws {
        let policy = try policy("quorum w0")
        var signed = try cosigned([])
        let other = try CheckpointTests.signed(6, by: [log])
        signed.add(try witnesses[0].cosign(other.note.text, at: 1))
        let verdict = policy.judge(signed)
        #expect(!verdict.isQuorumMet)
        #expect(verdict.forgeries == [witnesses[0].verifier])
    }

    @Test(arguments: [
        ("quorum", 10), ("quorum none\nquorum none", 11), ("quorum absent", 10), ("log x", 10),
        ("group g 2 w0", 10), ("group g 0 w0", 10), ("group g any", 10), ("group g any none", 10),
        ("group w0 any w1", 10), ("group none any w1", 10), ("group g 2 w0 w0", 10),
        ("group g half w0", 10), ("witness w0", 10), ("trust me", 10), ("", 11),
    ])
    func `what is not a policy is refused with its line`(rest: String, line: Int) {
        #expect {
            try policy(rest)
        } throws: { error in
            (error as? PolicyError)?.line == line
        }
    }

    @Test func `the format asks for room for 32 logs, witnesses and groups`() throws {
        var text = ""
        for number in 0..<32 {
            let log = try CheckpointTests.key("log\(number)", UInt8(number))
            let witness = try CheckpointTests.key("w\(number)", UInt8(100 + number), .cosignatureV1)
            let members = number == 0 ? "w0" : "g\(number - 1) w\(number)"
            text += "log \(log.verifier)\n\twitness  w\(number)\t\(witness.verifier) \n"
            text += "group g\(number) all \(members)\n"
        }
        let policy = try TrustPolicy(parsing: text + "quorum g31\n")
        #expect(policy.logs.count == 32 && policy.witnesses.count == 32)
        let log = try CheckpointTests.key("log7", 7)
        var signed = try CheckpointTests.signed(3, origin: "log7", by: [log])
        for number in 0..<32 {
            #expect(!policy.judge(signed).isQuorumMet)
            let witness = try CheckpointTests.key("w\(number)", UInt8(100 + number), .cosignatureV1)
            signed.add(try witness.cosign(signed.note.text, at: 1))
        }
        #expect(policy.judge(signed).isAccepted)
    }

    @Test func `more than 32 groups in each other are refused where the last of them stands`()
        throws
    {
        let witness = witnesses[0].verifier
        func policy(_ count: Int) -> String {
            (1...count).reduce("witness g0 \(witness)\n") {
                $0 + "group g\($1) any g\($1 - 1)\n"
            } + "quorum g\(count)\n"
        }
        #expect(try TrustPolicy(parsing: policy(32)).witnesses.count == 1)
        // So many that one who followed all of them would run out of stack.
        for count in [33, 40_000] {
            let error = #expect(throws: PolicyError.self) {
                try TrustPolicy(parsing: policy(count))
            }
            #expect(
                error?.description
                    == "line 34: 'g33' is the outermost of 33 groups in each other; there may be 32"
            )
        }
    }

    @Test(arguments: [
        "quorum none\r\n", "quorum\u{0} none\n", "quorum\u{B}none\n", "quorum\u{7F}none\n",
    ])
    func `control characters but tab and line feed are refused`(text: String) {
        #expect(throws: PolicyError.self) { try TrustPolicy(parsing: text) }
    }

    @Test func `the key of a log is no witness's, and no key stands there twice`() throws {
        let vkey = log.verifier.description
        let witness = witnesses[0].verifier.description
        for text in [
            "log \(witness)\nquorum none", "witness w \(vkey)\nquorum none",
            "log \(vkey)\nlog \(vkey)\nquorum none",
            "witness a \(witness)\nwitness b \(witness)\nquorum none",
        ] {
            #expect(throws: PolicyError.self) { try TrustPolicy(parsing: text) }
        }
    }
}
