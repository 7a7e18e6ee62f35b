import Notation
public import Terms

/// What became of documents as JSON, schema `deedbook/attached/1`.
public enum AttachedJSON {
    /// A document, and what was done with it.
    public struct Document: Sendable {
        public var name: String
        public var sha256: DocumentDigest
        public var outcome: Outcome

        public init(_ name: String, _ sha256: DocumentDigest, _ outcome: Outcome) {
            self.name = name
            self.sha256 = sha256
            self.outcome = outcome
        }
    }

    public enum Outcome: String, CaseIterable, Sendable {
        /// It is in the folder beside the book now.
        case kept
        /// It was there already.
        case known
        /// Its hash is in the recording's file now.
        case stated
    }

    static let answer = JSONAnswer<(recording: String, documents: [Document])>(
        "attached", "which documents were kept, or stated in a recording's file",
        command: "deedbook attach RECORDING FILE --format json",
        .member("recording", .text, \.recording).described("Its key, or its file."),
        .list("documents", document, \.documents))

    /// - Parameter recording: the key, or the file, as it was given.
    public static func render(_ recording: String, _ documents: [Document]) -> String {
        answer.text(of: (recording, documents))
    }

    private static let document = Shape<Document>.object(
        .member("name", .text, \.name).described("The file that was given, or named by a source."),
        .member("sha256", .text) { $0.sha256.hexadecimal },
        .member("outcome", .words, \.outcome).described(
            "kept: beside the book now. known: it was there. stated: in the recording's file now."))
}
