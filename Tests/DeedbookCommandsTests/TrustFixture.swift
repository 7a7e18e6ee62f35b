import Ledger
import Terms
import Transparency

/// Keys that are the same in every run, the files that hold them, and what is made with them.
enum TrustFixture {
    /// The name of the books that the tests make.
    static let origin = "memory"

    static func key(
        _ name: String, _ byte: UInt8, algorithm: VerifierKey.Algorithm = .ed25519
    ) throws -> SigningKey {
        try SigningKey(
            name: name, algorithm: algorithm, seed: Array(repeating: byte, count: 32))
    }

    static func book() throws -> SigningKey { try key(origin, 1) }
    static func lumen() throws -> SigningKey {
        try key("lumen.example", 4, algorithm: .cosignatureV1)
    }
    static func acme() throws -> SigningKey {
        try key("acme.example", 5, algorithm: .cosignatureV1)
    }

    /// Every file there is before a command line is run.
    static func files() throws -> [String: MemoryFiles.File] {
        var files = try keyFiles()
        files.merge(try policies().mapValues { MemoryFiles.File($0) }) { $1 }
        files.merge(try checkpoints().mapValues { MemoryFiles.File($0.encoded) }) { $1 }
        files.merge(try PublishedFiles.all()) { $1 }
        files["garbled.checkpoint"] = MemoryFiles.File(
            "memory\n019\nabc=\n\n\u{2014} memory AAAAAAAA\n")
        // Invented, and said to be so by its name.
        files["invented.csv"] = MemoryFiles.File(
            """
            period,base,amount
            2026-01/2026-03,revenue,USD 6000000000.00
            2026-04/2026-06,revenue,USD 7000000000.00
            2026-07/2026-09,revenue,USD 8000000000.00
            2026-10/2026-12,revenue,USD 9000000000.00

            """)
        files["wrong-figures.csv"] = MemoryFiles.File(
            "period,base,amount\n2026-01,revenue,USD 1.00\n2026-01/2026-02,revenue,EUR 1,5\n")
        files["notes.txt"] = MemoryFiles.File("call the Mill\n")
        files["size.txt"] = MemoryFiles.File("10\n")
        files["empty.jsonl"] = MemoryFiles.File("")
        files["garbled.jsonl"] = MemoryFiles.File(
            #"{"format":"deedbook/export/1","origin":"memory","size":1}"# + "\n"
                + #"{"entry":"{}","payload":"{}","salt":"00"}"# + "\n")
        return files
    }

    private static func keyFiles() throws -> [String: MemoryFiles.File] {
        let keys = [
            "book.key": try book(), "new.key": try key(origin, 2), "ana.key": try key("ana", 3),
            "lumen.key": try lumen(), "acme.key": try acme(),
            "foreign.key": try key("another-book", 6),
        ]
        var files = keys.mapValues { MemoryFiles.File("\($0.skey)\n", permissions: 0o600) }
        let ana = try key("ana", 3)
        files["open.key"] = MemoryFiles.File("\(ana.skey)\n", permissions: 0o640)
        files["damaged.key"] = MemoryFiles.File(
            "PRIVATE+KEY+ana+00000000+AAAA\n", permissions: 0o600)
        files["public.key"] = MemoryFiles.File("\(ana.verifier)\n", permissions: 0o600)
        files["two.key"] = MemoryFiles.File(
            "# mine\n\(ana.skey)\n\(try key("ana", 7).skey)\n", permissions: 0o600)
        files["book.pub"] = MemoryFiles.File("# the book's\n\(try book().verifier)\n")
        files["ana.pub"] = MemoryFiles.File("\(ana.verifier)\n")
        files["lumen.pub"] = MemoryFiles.File("\(try lumen().verifier)\n")
        files["damaged.pub"] = MemoryFiles.File("\n\(try book().verifier)A\n")
        return files
    }

    private static func policies() throws -> [String: String] {
        let (lumen, acme) = (try lumen().verifier, try acme().verifier)
        let witnesses = """
            witness lumen \(lumen) http://lumen.example
            witness acme \(acme) http://acme.example

            """
        return [
            "trust.policy": """
            # the book, and one of both sides' witnesses
            log \(try book().verifier)
            \(witnesses)group sides any lumen acme
            quorum sides

            """,
            "both.policy": """
            log \(try book().verifier)
            \(witnesses)group sides all lumen acme
            quorum sides

            """,
            "recorders.policy": """
            log \(try book().verifier)
            recorder \(try key("ana", 3).verifier) 2025-01-01 2025-12-31
            quorum none

            """,
            "other-recorder.policy": """
            log \(try book().verifier)
            recorder \(try key("ana", 7).verifier)
            quorum none

            """,
            "keyless.policy": "\(witnesses)quorum none\n",
            "bad.policy": "log \(try book().verifier)\nquorum everybody\n",
        ]
    }

    private static func checkpoints() throws -> [String: SignedCheckpoint] {
        func signed(_ origin: String, _ size: Int, _ key: SigningKey) throws -> SignedCheckpoint {
            try SignedCheckpoint(
                Checkpoint(origin: origin, size: size, root: .sha256([UInt8(size)])),
                signedBy: [key])
        }
        return [
            "longer.checkpoint": try signed(origin, 99, try book()),
            "forked.checkpoint": try signed(origin, 10, try book()),
            "forged.checkpoint": try signed(origin, 19, try key("ana", 3)),
            "foreign.checkpoint": try signed("another-book", 5, try key("another-book", 6)),
            // Folders that serve another log, or another state of this one.
            "longer/checkpoint": try signed(origin, 99, try book()),
            "forked/checkpoint": try signed(origin, 10, try book()),
            "foreign/checkpoint": try signed("another-book", 5, try key("another-book", 6)),
        ]
    }

    /// Makes both witnesses answer; lumen knows the book, acme another one only.
    static func serve(_ witnesses: MemoryWitnesses) throws {
        witnesses.serve(
            try Cosigner(
                key: try lumen(), logs: [try book().verifier],
                memory: witnesses.memory("lumen.example")),
            at: "http://lumen.example")
        witnesses.serve(
            try Cosigner(
                key: try acme(), logs: [try key("another-book", 6).verifier],
                memory: witnesses.memory("acme.example")),
            at: "http://acme.example")
    }
}
