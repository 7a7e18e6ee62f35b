import Terms
import Testing
import Transparency

struct DocumentHashTests {
    /// FIPS 180-2, appendix B: the hash of "abc".
    static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test func `a document has the same hash however its bytes come`() {
        var whole = DocumentHash()
        whole.add(Array("abc".utf8))
        var parts = DocumentHash()
        for part in ["a", "", "bc"] { parts.add(Array(part.utf8)) }
        #expect(whole.digest.hexadecimal == Self.abc)
        #expect(parts.digest == whole.digest)
        #expect(parts.count == 3)
    }

    @Test func `what is hashed so far can be asked for, and more added`() {
        var hash = DocumentHash()
        hash.add(Array("ab".utf8))
        #expect(hash.digest.hexadecimal != Self.abc)
        hash.add(Array("c".utf8))
        #expect(hash.digest.hexadecimal == Self.abc)
    }
}
