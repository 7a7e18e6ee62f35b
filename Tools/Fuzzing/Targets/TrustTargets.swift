import Transparency

extension FuzzTarget {
    private static let noteWords = [
        "\n", "\n\n", "\u{2014} ", "+", " ", "=", "AAAA", "example.com/log", "\u{2013} ",
        "\u{2028}",
    ]

    /// Signed notes: what is read is written with the same bytes, and nothing changed is believed.
    static let notes = FuzzTarget(
        "notes",
        seeds: [
            TrustSamples.signed(300)?.encoded ?? "", TrustSamples.signed(0)?.encoded ?? "",
            "a\n\nb\n\n\u{2014} n AAAAAAA=\n",
        ],
        words: noteWords
    ) { bytes throws(Broken) in
        guard let note = try? SignedNote(parsing: bytes) else { return .refused }
        try hold(Array(note.encoded.utf8) == bytes, "a note has the bytes it was read from")
        let keys = [TrustSamples.log, TrustSamples.witness].compactMap { $0?.verifier }
        if let signers = try? note.verified(by: keys) {
            try hold(isGenuine(note.text), "text that no one signed is believed: \(note.text)")
            try hold(!signers.isEmpty, "someone signed what is believed")
        }
        return .accepted
    }

    /// Whether that is a text which the samples' keys signed.
    private static func isGenuine(_ text: String) -> Bool {
        TrustSamples.roots.indices.contains { size in
            TrustSamples.checkpoint(of: size).text.utf8.elementsEqual(text.utf8)
        }
    }

    /// Verifier keys and signing keys, as they are written.
    static let keys = FuzzTarget(
        text: "keys",
        seeds: TrustSamples.vkeys
            + [TrustSamples.log, TrustSamples.witness].compactMap { $0?.skey },
        words: ["+", "PRIVATE+KEY+", "=", "AQ", "BA", "\u{212A}", "-", "/"]
    ) { text throws(Broken) in
        if let key = try? SigningKey(skey: text) {
            try holdSame(key.skey, text, "a signing key is written as it was")
            return .accepted
        }
        guard let key = try? VerifierKey(vkey: text) else { return .refused }
        try holdSame(key.description, text, "a verifier key is written as it was")
        try hold(key.isNamed(key.name) && key.publicKey.count == 32, "a key has its name")
        return .accepted
    }

    /// Checkpoints without signatures.
    static let checkpoints = FuzzTarget(
        text: "checkpoints",
        seeds: [0, 1, 256, 300].map { TrustSamples.checkpoint(of: $0).text },
        words: noteWords + ["9007199254740991", "9007199254740992"]
    ) { text throws(Broken) in
        guard let checkpoint = try? Checkpoint(parsing: text) else { return .refused }
        try holdSame(checkpoint.text, text, "a checkpoint is written as it was")
        try hold(checkpoint.origin.utf8.allSatisfy { $0 >= 0x20 }, "an origin is one line: \(text)")
        try hold((0..<1 << 53).contains(checkpoint.size), "a size every reader keeps")
        return .accepted
    }

    /// Proof files: what is read is written with the same bytes, and only what is in the tree is shown.
    static let proofFiles = FuzzTarget(
        "proof-files",
        seeds: [
            TrustSamples.proofFile(0, of: 1), TrustSamples.proofFile(3, of: 300),
            TrustSamples.proofFile(299, of: 300),
        ],
        words: noteWords + ["index ", "extra ", "c2sp.org/tlog-proof@v1"]
    ) { bytes throws(Broken) in
        guard let file = try? ProofFile(parsing: bytes, extensions: .ignored) else {
            return .refused
        }
        try hold(Array(file.encoded.utf8) == bytes, "a proof file has the bytes it was read from")
        let checkpoint = file.checkpoint.checkpoint
        for index in [3, file.index] where (0..<TrustSamples.size).contains(index) {
            let isShown = (try? file.verify(Array("leaf \(index)".utf8))) != nil
            guard isShown, isGenuine(checkpoint.text) else { continue }
            try hold(index == file.index, "leaf \(index) is shown at place \(file.index)")
        }
        return .accepted
    }

    /// Bundles of entries: what is read is written with the same bytes.
    static let bundles = FuzzTarget(
        "bundles",
        seeds: ["", "\0\0", "\0\u{1}a\0\u{3}abc", "\u{1}\0" + String(repeating: "x", count: 256)],
        words: ["\0", "\u{1}", "\0\u{2}", "\u{7F}"]
    ) { bytes throws(Broken) in
        guard let entries = Tile.entries(in: bytes) else { return .refused }
        try hold(
            Tile.bytes(ofEntries: entries) == bytes, "a bundle has the bytes it was read from")
        return .accepted
    }

    /// Requests to a witness: what is read is written with the same bytes; only growth is cosigned.
    static let requests = FuzzTarget(
        "requests",
        seeds: [
            TrustSamples.request(from: 0, to: 300), TrustSamples.request(from: 255, to: 300),
            TrustSamples.request(from: 256, to: 300), TrustSamples.request(from: 300, to: 300),
        ],
        words: noteWords + ["old ", "old 0", "256", "300"]
    ) { bytes throws(Broken) in
        guard let request = try? AddCheckpoint(parsing: bytes) else { return .refused }
        try hold(Array(request.encoded.utf8) == bytes, "a request has the bytes it was read from")
        let keys = [TrustSamples.log].compactMap { $0?.verifier }
        for known in [nil, 256] {
            let decision = WitnessDecision(
                on: request, known: known.map(TrustSamples.checkpoint(of:)), keys: keys)
            try hold([200, 403, 404, 409, 422].contains(decision.status), "a known status")
            guard decision == .cosign else { continue }
            let new = request.checkpoint.checkpoint
            try hold(isGenuine(new.text), "what the log did not sign is cosigned")
            try hold(new.size >= known ?? 0 && request.oldSize == known ?? 0, "only growth")
        }
        return .accepted
    }
}
