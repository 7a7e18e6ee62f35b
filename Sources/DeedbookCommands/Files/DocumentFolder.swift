import EventStore
import Questions
import Terms
import Transparency

/// The documents of a book, or of an export of one, in a folder beside it: of `FILE` in `FILE.documents`.
///
/// A document lies under its SHA-256, `aa/bb…`: the first two digits, then the others. So the same document is kept
/// once, however many sources were read from it, and its name says what it must be. Each file stands there whole or not
/// at all, is on the disk before it is acknowledged, is only its owner's to read, and is never changed or overwritten;
/// of several who keep the same document, one writes it. Who only reads documents writes nothing.
struct DocumentFolder {
    let path: String
    let files: FileAccess

    init(beside file: String, in environment: CommandEnvironment) {
        path = environment.files.target(file) + ".documents"
        files = environment.files
    }

    /// Whether there is such a folder, which someone else's may not be looked into.
    var isThere: Bool { (try? files.names(path)) != nil }

    /// Where a document lies.
    func file(of digest: DocumentDigest) -> String {
        let digits = digest.hexadecimal
        return "\(path)/\(digits.prefix(2))/\(digits.dropFirst(2))"
    }

    /// What is there of a document; the whole of it is read, unless it is larger than any document.
    func state(of digest: DocumentDigest) -> DocumentState {
        let file = file(of: digest)
        var hash = DocumentHash()
        do throws(FileFailure) {
            let source = try files.openDocument(file)
            while case let bytes = try source.next(), !bytes.isEmpty { hash.add(bytes) }
        } catch {
            return error == .missing ? .missing : .unreadable(reason: error.words)
        }
        return hash.digest == digest
            ? .present(bytes: hash.count) : .altered(bytes: hash.count, sha256: hash.digest)
    }

    /// What is there of the documents that a book names.
    func report(on documents: [NamedDocument]) -> DocumentReport {
        var known: [DocumentDigest: DocumentState] = [:]
        var report = DocumentReport(found: [])
        for document in documents {
            guard let digest = document.sha256 else {
                report.found.append(DocumentReport.Found(document, .redacted))
                continue
            }
            let state = if let found = known[digest] { found } else { state(of: digest) }
            known[digest] = state
            report.found.append(DocumentReport.Found(document, state))
        }
        return report
    }
}

// What is kept, and what is taken out.
extension DocumentFolder {
    /// Keeps the document that lies at a path.
    ///
    /// - Returns: whether it was not there yet.
    /// - Throws: where the file at the path has another hash, or another file stands in the document's place.
    @discardableResult
    func keep(_ digest: DocumentDigest, from source: String) throws(DeedbookError) -> Bool {
        let file = file(of: digest)
        switch state(of: digest) {
        case .present, .redacted: return false
        case .altered(_, let actual):
            throw DeedbookError(
                .invalid,
                "\(file) was altered: its sha256 is \(actual), which is not its name",
                hint: "nothing is overwritten: move it away, and run the command again")
        case .unreadable(let reason): throw FileFailure.refused(reason).reading(file, "document")
        case .missing: break
        }
        do throws(FileFailure) {
            try files.makePrivateFolder(path)
            try files.makePrivateFolder(String(file.prefix(path.utf8.count + 3)))
        } catch {
            throw error.writing(file)
        }
        files.sweep([file])
        do throws(FileFailure) {
            if try copy(digest, from: source, to: file) { return true }
        } catch {
            // Another process kept it meanwhile.
            if error == .exists, case .present = state(of: digest) { return false }
            throw error.writing(file)
        }
        throw DeedbookError(
            .invalid, "\(source) was changed while it was read: its sha256 is not \(digest)",
            hint: "put back the document that was stated, and run the command again")
    }

    /// - Returns: false where what was read is another document; nothing was written then.
    private func copy(
        _ digest: DocumentDigest, from source: String, to file: String
    ) throws(FileFailure) -> Bool {
        let reading = try files.openDocument(source)
        let sink = try files.create(file, .newPrivate)
        do throws(FileFailure) {
            var hash = DocumentHash()
            while case let bytes = try reading.next(), !bytes.isEmpty {
                hash.add(bytes)
                try sink.write(bytes)
            }
            guard hash.digest == digest else {
                sink.abandon()
                return false
            }
            try sink.finish()
            return true
        } catch {
            sink.abandon()
            throw error
        }
    }

    /// Removes a document for good. What the disk keeps of it is beyond this program.
    ///
    /// - Returns: whether it was there.
    func remove(_ digest: DocumentDigest) throws(DeedbookError) -> Bool {
        let file = file(of: digest)
        files.sweep([file])
        do throws(FileFailure) {
            try files.remove(file)
            return true
        } catch {
            if error == .missing { return false }
            throw DeedbookError(
                .unwritable, "cannot remove the redacted document \(file): \(error.words)",
                hint: "check its permissions, and run record again: it is removed then")
        }
    }

    /// Makes the folder, and waits until no one else keeps or removes documents in it.
    func claimed() throws(DeedbookError) -> FolderClaim {
        do throws(FileFailure) {
            try files.makePrivateFolder(path)
            return try files.claim(path)
        } catch {
            throw error.writing(path)
        }
    }

    /// The files of the folder that are no document of these, relative to it, in order.
    func strangers(among documents: [NamedDocument]) throws(DeedbookError) -> [String] {
        let known = Set(documents.compactMap(\.sha256))
        var strangers: [String] = []
        for folder in try names(in: path) ?? [] where folder != Self.listName {
            guard let inside = try names(in: "\(path)/\(folder)") else {
                strangers.append(folder)
                continue
            }
            for name in inside {
                if let digest = DocumentDigest(folder + name), known.contains(digest) { continue }
                strangers.append("\(folder)/\(name)")
            }
        }
        return strangers.sorted()
    }

    /// Nil where there is no such folder.
    private func names(in folder: String) throws(DeedbookError) -> [String]? {
        do throws(FileFailure) { return try files.names(folder) } catch {
            switch error {
            case .missing, .refused: return nil
            case .exists, .tooLarge: throw error.reading(folder, "folder")
            }
        }
    }
}
