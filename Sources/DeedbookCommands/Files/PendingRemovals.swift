import EventStore
import Terms

/// A document that is to be removed, and the event whose redaction takes it out.
struct PendingRemoval: Hashable {
    let digest: DocumentDigest
    let event: EventReference
}

// What is to be removed, written down in the folder before the redaction is recorded: `redacted`, a line for each, the
// hash and the event. So what a process could not remove, or died before removing, is removed by the next `record`, and
// reported by `doctor` until then. It says nothing that the names of the files beside it do not say.
extension DocumentFolder {
    static let listName = "redacted"
    private var list: String { "\(path)/\(Self.listName)" }

    /// None where nothing is to be removed.
    func pendingRemovals() throws(DeedbookError) -> [PendingRemoval] {
        guard let bytes = try files.readIfThere(list, "list of redacted documents") else {
            return []
        }
        var removals: [PendingRemoval] = []
        for (number, line) in TextLines.of(bytes) ?? [] {
            let parts = line.split(separator: " ")
            guard parts.count == 2, let digest = DocumentDigest(String(parts[0])),
                let event = EventReference(String(parts[1]))
            else {
                throw DeedbookError(
                    in: list, line: number, "no sha256 and event of a redacted document",
                    hint:
                        "record writes this file: move it away, and see what stays with: deedbook "
                        + "doctor")
            }
            removals.append(PendingRemoval(digest: digest, event: event))
        }
        return removals
    }

    /// Writes down what is to be removed; without any the list goes.
    func setPendingRemovals(_ removals: [PendingRemoval]) throws(DeedbookError) {
        if removals.isEmpty {
            do throws(FileFailure) { return try files.remove(list) } catch {
                if error == .missing { return }
                throw error.writing(list)
            }
        }
        let isNew = try files.readIfThere(list, "list of redacted documents") == nil
        try files.write(
            removals.map { "\($0.digest) \($0.event)\n" }.joined(), to: list,
            isNew ? .newPrivate : .replacing)
    }
}
