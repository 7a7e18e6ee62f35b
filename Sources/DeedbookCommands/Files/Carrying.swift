import EventStore
import Questions
import Terms

/// Takes the documents of a book along with a copy or an export of it, or those of an export with the book made of it.
///
/// They lie in the same kind of folder beside each of these, so that nothing has to be said about where: documents are
/// of any size and any format, and have no place among the lines of an export.
///
/// They are carried before the file that names them has its name: where a process ends in between there is no copy yet,
/// and who makes it again finds there what was carried.
struct Carrying {
    private let from: DocumentFolder
    private let to: DocumentFolder
    /// Whether any lie where they come from.
    let hasAny: Bool
    /// What was found of those that were carried, or could not be.
    private var states: [DocumentDigest: DocumentState] = [:]

    init(from file: String, to other: String, _ environment: CommandEnvironment) {
        from = DocumentFolder(beside: file, in: environment)
        to = DocumentFolder(beside: other, in: environment)
        hasAny = from.isThere
    }

    /// What became of the documents.
    struct Carried {
        let from: String
        let to: String
        /// How many are in the other folder now.
        var present = 0
        /// Those that are not, because they were missing or altered where they came from, or could not be read.
        var lacking: [DocumentReport.Found] = []

        var counts: (copied: Int, lacking: Int) { (present, lacking.count) }
    }

    /// Copies a document, where it is there and was not copied yet; it is read and hashed on its way.
    @discardableResult
    mutating func carry(_ digest: DocumentDigest) throws(DeedbookError) -> DocumentState {
        if let known = states[digest] { return known }
        let state = from.state(of: digest)
        if case .present = state { try to.keep(digest, from: from.file(of: digest)) }
        states[digest] = state
        return state
    }

    /// Copies those that were not copied yet, and reports what became of all.
    mutating func carry(_ documents: [NamedDocument]) throws(DeedbookError) -> Carried {
        var carried = Carried(from: from.path, to: to.path)
        var seen: Set<DocumentDigest> = []
        for document in documents {
            guard let digest = document.sha256, seen.insert(digest).inserted else { continue }
            let found = DocumentReport.Found(document, try carry(digest))
            if found.isFinding { carried.lacking.append(found) } else { carried.present += 1 }
        }
        return carried
    }
}

extension Carrying.Carried {
    /// How many are named one by one.
    private static let namedSingly = 12

    /// Says how many went along, and warns of each that did not; nothing where no document is named.
    func say(in environment: CommandEnvironment) throws {
        if present > 0 {
            let noun = present == 1 ? "document" : "documents"
            try environment.output.say("\(present) \(noun) copied to \(to)")
        }
        try warn(in: environment)
    }

    /// Warns of each document that did not go along.
    func warn(in environment: CommandEnvironment) throws {
        for found in lacking.prefix(Self.namedSingly) {
            try environment.errors.say(
                "warning: \(found.document.title), named by \(found.document.event), "
                    + "\(words(for: found.state)) \(from): it was not copied")
        }
        guard lacking.count > Self.namedSingly else { return }
        try environment.errors.say(
            "warning: \(lacking.count - Self.namedSingly) more documents were not copied; "
                + "see all with: deedbook verify")
    }

    private func words(for state: DocumentState) -> String {
        switch state {
        case .present: "is in"
        case .missing: "is missing from"
        case .altered: "is altered in"
        case .unreadable(let reason): "cannot be read (\(reason)) in"
        case .redacted: "is redacted in"
        }
    }
}
