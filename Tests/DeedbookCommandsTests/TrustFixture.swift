import Transparency

/// Keys that are the same in every run, and the files that hold them.
enum TrustFixture {
    /// The name of the books that the tests make.
    static let origin = "memory"

    static func key(
        _ name: String, _ byte: UInt8, algorithm: VerifierKey.Algorithm = .ed25519
    ) throws -> SigningKey {
        try SigningKey(
            name: name, algorithm: algorithm, seed: Array(repeating: byte, count: 32))
    }

    /// The key files of the book, of a recorder, and of two witnesses.
    static func files() throws -> [String: MemoryFiles.File] {
        let keys = [
            "book.key": try key(origin, 1), "new.key": try key(origin, 2),
            "ana.key": try key("ana", 3),
            "witness.key": try key("lumen.example", 4, algorithm: .cosignatureV1),
            "other-witness.key": try key("acme.example", 5, algorithm: .cosignatureV1),
            "foreign.key": try key("another-book", 6),
        ]
        var files = keys.mapValues { MemoryFiles.File("\($0.skey)\n", permissions: 0o600) }
        files["open.key"] = MemoryFiles.File("\(try key("ana", 3).skey)\n", permissions: 0o640)
        files["damaged.key"] = MemoryFiles.File(
            "PRIVATE+KEY+ana+00000000+AAAA\n", permissions: 0o600)
        files["public.key"] = MemoryFiles.File(
            "\(try key("ana", 3).verifier)\n", permissions: 0o600)
        files["two.key"] = MemoryFiles.File(
            "# mine\n\(try key("ana", 3).skey)\n\(try key("ana", 7).skey)\n", permissions: 0o600)
        return files
    }
}
