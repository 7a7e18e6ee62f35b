import EventStore
import Questions
import Terms

/// Takes the documents of a book along with a copy or an export of it, or those of an export with the book made of it.
///
/// They lie in the same kind of folder beside each of these, so that nothing has to be said about where: documents are
/// of any size and any format, and have no place among the lines of an export.
struct Carrying {
    private let from: DocumentFolder
    private let to: DocumentFolder

    init(from file: String, to other: String, _ environment: CommandEnvironment) {
        from = DocumentFolder(beside: file, in: environment)
        to = DocumentFolder(beside: other, in: environment)
    }

    /// What became of the documents.
    struct Carried {
        let from: String
        let to: String
        /// How many are in the other folder now.
        var present = 0
        /// Those that are not, because they were missing or altered where they came from.
        var lacking: [DocumentReport.Found] = []

        var counts: (copied: Int, lacking: Int) { (present, lacking.count) }
    }

    /// Copies the documents; each is read and hashed on its way.
    func carry(_ documents: [NamedDocument]) throws(DeedbookError) -> Carried {
        var carried = Carried(from: from.path, to: to.path)
        var seen: Set<DocumentDigest> = []
        for found in try from.report(on: documents).found {
            guard let digest = found.document.sha256, seen.insert(digest).inserted else { continue }
            guard !found.isFinding else {
                carried.lacking.append(found)
                continue
            }
            try to.keep(digest, from: from.file(of: digest))
            carried.present += 1
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
            let state = found.state == .missing ? "missing from" : "altered in"
            try environment.errors.say(
                "warning: \(found.document.title), named by \(found.document.event), is \(state) "
                    + "\(from): it was not copied")
        }
        guard lacking.count > Self.namedSingly else { return }
        try environment.errors.say(
            "warning: \(lacking.count - Self.namedSingly) more documents were not copied; "
                + "see all with: deedbook verify")
    }
}
