import Notation
import Terms
import Testing

struct DocumentDigestTests {
    static let digits = String(repeating: "0123456789abcdef", count: 4)

    @Test func `64 digits in lower case are the hash of a document, and read back`() throws {
        let digest = try #require(DocumentDigest(Self.digits))
        #expect(DocumentDigest.codec.encode(digest) == .string(Self.digits))
        #expect(try DocumentDigest.codec.decode(.string(Self.digits)) == digest)
    }

    @Test(arguments: [
        "", String(digits.dropLast()), digits + "0", digits.uppercased(), "sha256:" + digits,
        String(digits.dropLast()) + "é", "redacted",
    ])
    func `anything else is none`(_ text: String) {
        #expect(DocumentDigest(text) == nil)
    }
}
