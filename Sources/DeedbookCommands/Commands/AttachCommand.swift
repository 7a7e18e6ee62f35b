import Amendments
import ArgumentParser
import EventStore
import Journal
import Ledger
import Notation
import Questions
import Rendering
import Terms
import Transparency

struct AttachCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attach",
        abstract: "Keep documents beside the book, or write their hashes into a recording's file.",
        discussion: """
            With the key of a recording, files are kept beside the book that the recording names by their \
            sha256: under it, in BOOK.documents, whole and never overwritten. What no event names is \
            refused, with the event to record. A document has at most 1 GiB.

            With a recording's file, the sha256 of each document that its sources name by file is \
            written there. Then record keeps them. Each document is looked at as check does: one that is \
            not there, is another than the one stated, or lies outside of the file's folder is refused.

            Examples:
              deedbook attach 2025-01-10-licence licence.pdf
              deedbook attach drafts/2025-01-10-licence.yaml
            """)

    @Argument(
        help: ArgumentHelp(
            "Key of a recording in the book, its beginning or its title; or the YAML file of one.",
            valueName: "recording"), completion: Completion.recordings)
    var recording: String

    @Argument(help: ArgumentHelp("Documents of the recording.", valueName: "file"))
    var files: [String] = []

    @OptionGroup var bookOptions: BookOptions

    @Option(help: "Output format: text or json.")
    var format: AnswerFormat = .preferred(else: .text)

    private var isFile: Bool { recording.hasSuffix(".yaml") || recording.hasSuffix(".yml") }

    func validate() throws {
        guard files.isEmpty != isFile else { return }
        throw ValidationError(
            isFile
                ? "a recording's file names its documents itself: give no others"
                : "give the documents to keep")
    }

    func run() async throws {
        let environment = try CommandEnvironment.current
        if isFile {
            try state(in: environment)
        } else {
            try await keep(in: environment)
        }
    }
}

// Of a recording in the book.
extension AttachCommand {
    private func keep(in environment: CommandEnvironment) async throws {
        let key = try await bookOptions.inquirer(in: environment).recording(recording)
        let folder = DocumentFolder(beside: bookOptions.path(in: environment), in: environment)
        let digests = try files.map { file throws(DeedbookError) in
            (file: file, digest: try Self.digest(of: file, in: environment))
        }
        try await check(digests, of: key, in: environment)
        let claim = try folder.claimed()
        defer { claim.release() }
        // A redaction may have taken the hash out of the book, and the document away, meanwhile.
        try await check(digests, of: key, in: environment)
        var kept: [AttachedJSON.Document] = []
        for (file, digest) in digests {
            let isNew = try folder.keep(digest, from: file)
            kept.append(AttachedJSON.Document(file, digest, isNew ? .kept : .known))
            guard format == .text else { continue }
            try environment.output.say(
                isNew
                    ? "\(file) is kept in \(folder.path), sha256 \(digest)"
                    : "\(file) was in \(folder.path) already")
        }
        if format == .json { try environment.output.write(AttachedJSON.render(recording, kept)) }
    }

    /// Throws where no event names one as a document of the recording.
    private func check(
        _ digests: [(file: String, digest: DocumentDigest)], of key: RecordingKey,
        in environment: CommandEnvironment
    ) async throws {
        let named = try await bookOptions.inquirer(in: environment).answer(ShowQuestion(key))
            .content.documents
        for (file, digest) in digests where !named.contains(where: { $0.sha256 == digest }) {
            throw Self.unnamed(file, digest, in: key)
        }
    }

    private static func digest(
        of file: String, in environment: CommandEnvironment
    ) throws(DeedbookError) -> DocumentDigest {
        var hash = DocumentHash()
        do throws(FileFailure) {
            let source = try environment.files.openDocument(file)
            while case let bytes = try source.next(), !bytes.isEmpty { hash.add(bytes) }
        } catch {
            throw error.reading(file, "document")
        }
        return hash.digest
    }

    private static func unnamed(
        _ file: String, _ digest: DocumentDigest, in key: RecordingKey
    ) -> DeedbookError {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return DeedbookError(
            .unknown,
            "no event names \(file), whose sha256 is \(digest), as a document of '\(key)'",
            hint: "record it, in a recording of its own: document-attached: { recording: \(key), "
                + "source: ID, name: \(name), sha256: \(digest) }")
    }
}

// In a recording's file.
extension AttachCommand {
    private func state(in environment: CommandEnvironment) throws {
        let bytes = try environment.files.read(recording, "recording", isRegular: true).bytes
        let stating = Journal.stateDocuments(in: bytes, of: recording)
        guard stating.problems.isEmpty else {
            throw DeedbookError.problems(.invalid, stating.problems)
        }
        guard !stating.stated.isEmpty else {
            if format == .json {
                return try environment.output.write(AttachedJSON.render(recording, []))
            }
            try environment.output.say("\(recording) states the sha256 of every document it names")
            return
        }
        try environment.files.write(stating.text, to: recording, .replacing)
        if format == .json {
            let stated = stating.stated.map {
                AttachedJSON.Document($0.name.text, $0.sha256, .stated)
            }
            return try environment.output.write(AttachedJSON.render(recording, stated))
        }
        for document in stating.stated {
            try environment.output.say(
                "\(recording) states \(document.name), sha256 \(document.sha256)")
        }
    }
}
