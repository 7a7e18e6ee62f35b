package import Notation
import Terms

/// A source as a recording is written: with the document that it was read from, where there is one.
///
/// The source itself is part of every entry of the recording, in clear and for ever; the hash of a document that can
/// be guessed confirms the guess. So name and hash of the document are an event of their own, `document-attached`,
/// whose payload is salted and can be redacted. It is added after the events that are written.
struct WrittenSource: Sendable {
    var source: Source
    /// Where the document lies, relative to the file of the recording.
    var file: DocumentPath?
    var sha256: DocumentDigest?
    /// Where it stands in the file it was read from.
    var mark: Mark?

    /// The event that says which document it is.
    var attachment: Event? {
        guard let sha256 else { return nil }
        var event = Event(
            DocumentAttached(source: source.id, sha256: sha256, name: file?.text),
            cites: [source.id])
        event.mark = mark
        return event
    }

    /// The sources of a recording: at least one, each with an id of its own.
    static let listCodec: Codec<[WrittenSource]> = {
        let list = Codec<[WrittenSource]>.list(of: codec, atLeast: 1)
        return Codec(schema: list.schema) { node, problems in
            let sources = list.decode(node, &problems)
            guard case .list(let items) = node.content else { return nil }
            var seen: Set<String> = []
            for id in items.compactMap({ $0["id"] }) {
                guard let text = id.text, !seen.insert(text).inserted else { continue }
                problems.report("source '\(text)' is given twice", hint: "keep one", at: id.mark)
            }
            return sources
        } encode: {
            list.encode($0)
        }
    }()

    private struct Document: Sendable {
        var file: DocumentPath?
        var sha256: DocumentDigest?

        static let codec = Codec<Document>.object(
            { Document(file: $0, sha256: $1) },
            .optional("file", \.file, DocumentPath.codec),
            .optional("sha256", \.sha256, DocumentDigest.codec))
    }

    fileprivate static let codec = Codec<WrittenSource>(
        schema: Source.members.schema.merging(Document.codec.schema)
    ) { node, problems in
        guard case .object(let members) = node.content else {
            return Source.members.decode(node, &problems).map { WrittenSource(source: $0) }
        }
        let (own, named) = parted(members, &problems)
        let source = Source.members.decode(Node(.object(own), mark: node.mark), &problems)
        let place = named.first?.mark ?? named.first?.value.mark ?? node.mark
        let document = Document.codec.decode(Node(.object(named), mark: place), &problems)
        guard let source, let document else { return nil }
        if let file = document.file, document.sha256 == nil {
            problems.report(
                "'\(file)' is named without its sha256: any file of that name would do",
                hint: "deedbook attach FILE.yaml states it there", at: place)
        }
        return WrittenSource(
            source: source, file: document.file, sha256: document.sha256, mark: place)
    } encode: {
        Source.members.encode($0.source)
    }.named("source")

    private static let ofSource = Source.members.schema.memberNames
    private static let ofDocument = Document.codec.schema.memberNames

    /// The members of the source itself, and those of its document; others are reported.
    private static func parted(
        _ members: [Node.Member], _ problems: inout Problems
    ) -> (source: [Node.Member], document: [Node.Member]) {
        for member in members where !(ofSource + ofDocument).contains(member.name) {
            problems.report(
                "unknown member '\(member.name)'",
                hint: "allowed here: \((ofSource + ofDocument).joined(separator: ", "))",
                at: member.mark ?? member.value.mark)
        }
        return (
            members.filter { ofSource.contains($0.name) },
            members.filter { ofDocument.contains($0.name) }
        )
    }
}

extension Source {
    /// A source as a recording is written, without its document.
    package static let writtenCodec = WrittenSource.codec.map(
        { written, _, _ in written.source }, { WrittenSource(source: $0) })
}

/// Where a document lies, relative to the folder of the file that names it: `exhibits/ex10-1.pdf`.
///
/// It never leads out of that folder, so that a recording of someone else's names no other file of this machine.
public struct DocumentPath: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// - Returns: nil for a path that is not relative, or leads out of the folder.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { ["", ".", ".."].contains($0) }),
            !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
        else { return nil }
        self.text = text
    }

    public var description: String { text }

    package static let codec = Codec<DocumentPath>.scalar(
        "a file beside the recording's, such as exhibits/ex10-1.pdf: no .. and no / in front",
        schema: .string, parse: { DocumentPath($0) }, write: \.text)
}
