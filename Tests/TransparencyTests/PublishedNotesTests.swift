import Testing
import Transparency

/// Notes that others made and published.
///
/// The examples of c2sp.org/tlog-checkpoint, tlog-cosignature and tlog-witness (CC BY 4.0), and the one of
/// golang.org/x/mod/sumdb/note (BSD-3-Clause).
struct PublishedNotesTests {
    static let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
    static let logSignature =
        "Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8="
    static let checkpoint = """
        example.com/behind-the-sofa
        20852163
        \(root)

        \u{2014} example.com/behind-the-sofa \(logSignature)
        \u{2014} witness.example.com/w1 \
        jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==

        """

    /// Ed25519 without randomness, as swift-crypto makes it outside of Apple's systems, has one signature.
    @Test func `Go's example is signed to the byte, and its keys are read and written`() throws {
        let skey =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
        let vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
        let text = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            """
        let line =
            "\u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
        let key = try SigningKey(skey: skey)
        #expect(key.skey == skey)
        #expect(key.verifier.description == vkey)
        let published = try SignedNote(parsing: Array((text + "\n" + line).utf8))
        let verifier = try VerifierKey(vkey: vkey)
        #expect(try published.verified(by: [verifier]) == [verifier])
        #if !canImport(CryptoKit)
            #expect(try key.sign(text).line == line)
        #endif
    }

    @Test func `the published checkpoint is read and written to the byte`() throws {
        let signed = try SignedCheckpoint(parsing: Array(Self.checkpoint.utf8))
        #expect(signed.encoded == Self.checkpoint)
        #expect(signed.checkpoint.origin == "example.com/behind-the-sofa")
        #expect(signed.checkpoint.size == 20_852_163)
        #expect(signed.checkpoint.root.base64 == Self.root)
        let times = signed.note.signatures.map { signed.cosignatureTime($0) }
        #expect(times == [nil, 1_679_315_147])
    }

    /// The example stands for a checkpoint of Go's checksum database: its signature and the id in it are that
    /// log's, of the same size and root under its own name.
    @Test func `Go's checksum database signed the published checkpoint`() throws {
        let key = try VerifierKey(
            vkey: "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8")
        func signed(_ size: Int) throws -> SignedCheckpoint {
            try SignedCheckpoint(
                parsing: Array(
                    """
                    go.sum database tree
                    \(size)
                    \(Self.root)

                    \u{2014} sum.golang.org \(Self.logSignature)

                    """.utf8))
        }
        #expect(try signed(20_852_163).note.verified(by: [key]) == [key])
        // Its key is not named like its origin, which the verifier has to know.
        let policy = TrustPolicy(trusting: [key])
        let genuine = try signed(20_852_163)
        #expect(policy.judge(genuine).misnamed == [key] && !policy.judge(genuine).isAccepted)
        #expect(policy.judge(genuine, of: "go.sum database tree").isAccepted)
        #expect(!policy.judge(genuine, of: "sum.golang.org").isAccepted)
        #expect(policy.judge(genuine.note).isAccepted)
        #expect(policy.judge(try signed(20_852_164).note).forgeries == [key])
        #expect(throws: NoteError.signatureInvalid(key: "sum.golang.org+033de0ae")) {
            try signed(20_852_164).note.verified(by: [key])
        }
    }

    @Test func `the published request to a witness is read and written to the byte`() throws {
        let body = """
            old 20852014
            PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
            jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
            5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
            /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

            \(Self.checkpoint)
            """
        let request = try AddCheckpoint(parsing: Array(body.utf8))
        #expect(request.oldSize == 20_852_014)
        #expect(request.proof.count == 4)
        #expect(request.encoded == body)
    }
}
