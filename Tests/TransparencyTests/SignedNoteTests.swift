import Foundation
import Testing
import Transparency

/// Notes and keys, after c2sp.org/signed-note.
struct SignedNoteTests {
    static let vkey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
    static let note = """
        This is an example message.

        \u{2014} example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

        """

    @Test func `the published note verifies with the published key`() throws {
        let note = try SignedNote(parsing: Array(Self.note.utf8))
        let key = try VerifierKey(vkey: Self.vkey)
        #expect(try note.verified(by: [key]) == [key])
        #expect(note.text == "This is an example message.\n")
        #expect(note.encoded == Self.note)
        #expect(key.description == Self.vkey)
    }

    @Test func `a note with another text is refused`() throws {
        let other = Self.note.replacingOccurrences(of: "example message", with: "Example message")
        let note = try SignedNote(parsing: Array(other.utf8))
        let key = try VerifierKey(vkey: Self.vkey)
        #expect(throws: NoteError.signatureInvalid(key: "example.com/foo+530d903a")) {
            try note.verified(by: [key])
        }
    }

    @Test func `signatures of unknown keys are ignored, a note without a known one is refused`()
        throws
    {
        let mine = try SigningKey(name: "me", seed: Array(repeating: 7, count: 32))
        var note = try SignedNote(parsing: Array(Self.note.utf8))
        let key = try VerifierKey(vkey: Self.vkey)
        #expect(throws: NoteError.noKnownSignature(signedBy: ["example.com/foo+530d903a"])) {
            try note.verified(by: [mine.verifier])
        }
        note = try SignedNote(
            text: note.text, signatures: note.signatures + [try mine.sign(note.text)])
        #expect(try note.verified(by: [mine.verifier]) == [mine.verifier])
        #expect(try note.verified(by: [key, mine.verifier]).count == 2)
    }

    @Test func `a known key that fails is not made good by another`() throws {
        let mine = try SigningKey(name: "me", seed: Array(repeating: 7, count: 32))
        let forged = NoteSignature(
            name: "example.com/foo", keyID: 0x530d_903a, bytes: Array(repeating: 1, count: 64))
        let text = "text\n"
        let note = try SignedNote(text: text, signatures: [try mine.sign(text), forged])
        let key = try VerifierKey(vkey: Self.vkey)
        #expect(throws: NoteError.self) { try note.verified(by: [mine.verifier, key]) }
    }

    @Test func `nothing shorter or longer than a key is a key`() {
        let bytes = Array(Self.vkey.utf8)
        for start in bytes.indices {
            for end in start...bytes.count where end - start < bytes.count {
                let part = String(decoding: bytes[start..<end], as: UTF8.self)
                // A part may leave off the beginning of the name only, and then the id is wrong.
                #expect(throws: NoteError.self) { try VerifierKey(vkey: part) }
            }
        }
        for index in bytes.indices {
            var changed = bytes
            changed[index] &+= 1
            #expect(throws: NoteError.self) {
                try VerifierKey(vkey: String(decoding: changed, as: UTF8.self))
            }
        }
    }

    @Test(arguments: [
        "", "\n", "text\n", "text\n\n", "text\n\n\n", "text\n\nnot a signature\n",
        "text\n\n\u{2014} name\n", "text\n\n\u{2014} name AAAA\n",
        "text\n\n\u{2014} na+me AAAAAAA=\n",
        "text\n\n\u{2014}  AAAAAAA=\n", "te\u{7}xt\n\n\u{2014} name AAAAAAA=\n",
        "te\rxt\n\n\u{2014} name AAAAAAA=\n", "text\n\n\u{2014} name AAAAAAA=",
        "text\n\n\u{2014} name AAAAAAA=\n\n", "text\n\n\u{2014} name AAAAAAA= \n",
        "text\n\n\u{2014} name AAAAAAB\n", "text\n\n- name AAAAAAA=\n",
    ])
    func `what is not a note is refused`(text: String) {
        #expect(throws: NoteError.self) { try SignedNote(parsing: Array(text.utf8)) }
    }

    @Test func `bytes that are not UTF-8, too many signatures, and too many bytes are refused`() {
        let line = "\u{2014} name AAAAAAA=\n"
        #expect(throws: NoteError.self) {
            try SignedNote(parsing: [0xFF, 0x0A, 0x0A] + Array(line.utf8))
        }
        func note(_ count: Int) -> [UInt8] {
            Array(("text\n\n" + (0..<count).map { _ in line }.joined()).utf8)
        }
        #expect(throws: Never.self) { try SignedNote(parsing: note(100)) }
        #expect(throws: NoteError.self) { try SignedNote(parsing: note(101)) }
        let long = String(repeating: "x", count: SignedNote.byteLimit)
        #expect(throws: NoteError.self) {
            try SignedNote(parsing: Array((long + "\n\n" + line).utf8))
        }
    }

    @Test func `a text may hold empty lines; the last one parts it from the signatures`() throws {
        let key = try SigningKey(name: "me", seed: Array(repeating: 9, count: 32))
        let text = "one\n\n\u{2014} not a signature\n\ntwo\n"
        let note = try SignedNote(text: text, signatures: [try key.sign(text)])
        let read = try SignedNote(parsing: Array(note.encoded.utf8))
        #expect(read == note)
        #expect(try read.verified(by: [key.verifier]) == [key.verifier])
    }

    @Test func `a signing key is written and read, and its id is checked`() throws {
        let key = try SigningKey(name: "example.com/log", seed: Array(0..<32))
        #expect(key.skey.hasPrefix("PRIVATE+KEY+example.com/log+"))
        #expect(try SigningKey(skey: key.skey).verifier == key.verifier)
        #expect(throws: NoteError.self) { try SigningKey(skey: key.verifier.description) }
        #expect(throws: NoteError.self) {
            try SigningKey(skey: key.skey.replacingOccurrences(of: "/log", with: "/lag"))
        }
        for name in ["", "a b", "a+b", "a\u{3000}b", "a\nb"] {
            #expect(throws: NoteError.self) { try SigningKey(name: name, seed: Array(0..<32)) }
        }
    }

    @Test func `a private key that is printed, dumped or reflected says only whose it is`() throws {
        let seed = Array(repeating: UInt8(0xAB), count: 32)
        let key = try SigningKey(name: "example.com/log", seed: seed)
        let said = "private key of \(key.verifier.label)"
        var dumped = ""
        dump((key, [key]), to: &dumped)
        #expect("\(key)" == said)
        for text in [
            "\(key)", String(reflecting: key), "\([key])", "\(Optional(key) as Any)", dumped,
        ] {
            // As numbers, as base64 and as digits.
            for secret in ["171", "q6ur", "abab", "SecureBytes"] {
                #expect(!text.contains(secret), "\(secret) is in: \(text)")
            }
        }
        #expect(dumped.contains(key.verifier.label))
    }

    /// Swift takes each of these for one character with the `+` or the space beside it.
    @Test(arguments: [
        "a\u{600}", "\u{301}a", "a\u{110BD}", "\u{1F3FD}", "\u{200D}a\u{200D}", "e\u{301}",
        "\u{E9}",
    ])
    func `a name is bytes, whatever stands at its ends`(name: String) throws {
        for algorithm in VerifierKey.Algorithm.allCases {
            let key = try SigningKey(name: name, algorithm: algorithm, seed: Array(0..<32))
            #expect(try VerifierKey(vkey: key.verifier.description) == key.verifier)
            #expect(try SigningKey(skey: key.skey).skey == key.skey)
            let signature = try algorithm == .ed25519 ? key.sign("t\n") : key.cosign("t\n", at: 1)
            let note = try SignedNote(text: "t\n", signatures: [signature])
            let read = try SignedNote(parsing: Array(note.encoded.utf8))
            #expect(Array(read.encoded.utf8) == Array(note.encoded.utf8))
            #expect(try read.verified(by: [key.verifier]) == [key.verifier])
        }
    }

    @Test func `what merely looks like a signing key is none`() throws {
        let skey = try SigningKey(name: "me", seed: Array(0..<32)).skey
        // The Kelvin sign is the same text as K to Swift.
        for other in [
            skey.replacingOccurrences(of: "KEY", with: "\u{212A}EY"), " " + skey, skey + "\n",
            skey.lowercased(), String(skey.dropFirst(8)), String(skey.dropLast()),
        ] {
            #expect(throws: NoteError.self) { try SigningKey(skey: other) }
        }
    }

    @Test func `no note is made that could not be read back`() throws {
        let sound = NoteSignature(name: "a", keyID: 1, bytes: [1])
        for name in ["", "a b", "a+b", "a\nb", "a\n\u{2014} b"] {
            #expect(throws: NoteError.self) {
                try SignedNote(
                    text: "t\n", signatures: [.init(name: name, keyID: 1, bytes: [1])])
            }
        }
        #expect(throws: NoteError.self) {
            try SignedNote(text: "t\n", signatures: [.init(name: "a", keyID: 1, bytes: [])])
        }
        for text in ["", "t", "t\r\n", "t\0\n"] {
            #expect(throws: NoteError.self) { try SignedNote(text: text, signatures: [sound]) }
        }
        let full = try SignedNote(
            text: "t\n", signatures: Array(repeating: sound, count: SignedNote.signatureLimit))
        #expect(try SignedNote(parsing: Array(full.encoded.utf8)) == full)
        #expect(throws: NoteError.self) {
            try SignedNote(text: full.text, signatures: full.signatures + [sound])
        }
    }

    @Test func `a witness's key cosigns and does not sign, a log's signs and does not cosign`()
        throws
    {
        let witness = try SigningKey(name: "w", algorithm: .cosignatureV1, seed: Array(0..<32))
        let log = try SigningKey(name: "w", seed: Array(0..<32))
        #expect(witness.verifier.id != log.verifier.id)
        #expect(throws: NoteError.self) { try witness.sign("text\n") }
        #expect(throws: NoteError.self) { try log.cosign("text\n", at: 1) }
        let line = try witness.cosign("text\n", at: 1_700_000_000)
        #expect(witness.verifier.isValid(line, of: "text\n"))
        #expect(!witness.verifier.isValid(line, of: "text2\n"))
        #expect(line.bytes.count == 72)
    }
}
