import Amendments
import EventStore
import Journal
import Ledger
import Notation
import Questions
import Terms
import Transparency

/// Recordings read from files, on their way into a book.
struct Batch {
    let drafts: [Journal.Draft]
    let recorder: String
    /// Signs each recording, where there is one; its name is then the recorder.
    var signer: SigningKey?
    let environment: CommandEnvironment

    /// Records one after the other; what cannot be recorded ends it, and what came before stays.
    ///
    /// - Parameter position: after which nothing may be recorded in the agreements that they touch; nil where that does
    ///   not matter.
    func record(in book: Book, expecting position: Position?) async throws -> [Receipt] {
        try await refuseUndefinedNames(in: book)
        var progress = Progress("recording", of: drafts.count, in: environment)
        defer { progress.finish() }
        var recorder = Recorder(book)
        let outcome = await recorder.record(
            all: drafts.map(\.recording), by: self.recorder,
            expecting: try await versions(at: position, in: book).mapValues { .still(at: $0) },
            sealing: seal
        ) { _ in progress.advance() }
        if let (index, error) = outcome.failure {
            progress.finish()
            throw failure(error, at: drafts[index], after: outcome.receipts)
        }
        return drafts.indices.compactMap { outcome.receipts[$0] }
    }

    /// The version that each agreement of the drafts had at a position.
    ///
    /// - Parameter position: nil where it does not matter: then none is given.
    func versions(
        at position: Position?, in book: Book
    ) async throws -> [AgreementID: Int] {
        guard let position else { return [:] }
        let head = try await book.head()
        guard position <= head else {
            throw DeedbookError.beyondHead(asked: position, head: head)
        }
        var versions: [AgreementID: Int] = [:]
        for agreement in Set(drafts.flatMap(\.recording.agreements)) {
            versions[agreement] = try await book.store.events(of: agreement, through: position)
                .count
        }
        return versions
    }

    /// As a question takes them for recorded.
    var asDrafts: Drafts { Drafts(drafts.map(\.recording), by: recorder) }

    /// An error; one about a recording with the file that it is in.
    func placed(_ error: DeedbookError) -> DeedbookError {
        guard case .recording? = error.account.place else { return error }
        return .problems(error.kind, error.problems(in: file))
    }

    /// Records into a copy of the book in memory and gives everything that cannot hold.
    ///
    /// What cannot hold is put there all the same, so that every recording is checked.
    ///
    /// - Parameter unread: what could not be read: what may only be wrong for it is left out, and that some
    ///   recordings could not be checked against it is said once.
    func problems(
        against book: Book?, unread: Unread
    ) async throws -> [Problem] {
        let copy = Book(store: InMemoryStore(clock: environment.clock))
        var progress = Progress("checking", of: drafts.count, in: environment)
        defer { progress.finish() }
        if let book { try await BookCopy.copy(from: book, to: copy) }
        var growing = GrowingBook(over: copy)
        var problems: [Problem] = []
        for draft in drafts {
            do throws(DeedbookError) {
                let violations = try await growing.add(draft.recording, by: recorder)
                    .filter { !unread.mayExplain($0, of: draft) }
                    .map { withLaterRecordings($0, of: draft) }
                guard !violations.isEmpty else { continue }
                throw .invalid(draft.recording.key, violations)
            } catch {
                problems += error.problems(in: file)
            }
            progress.advance()
        }
        let loose = try await undefinedNames(in: book, unread: unread).problems
        return problems + loose + unread.gaps.compactMap { notChecked(after: $0, in: unread) }
    }

    /// Refuses what names something that is neither in the book nor in any of the drafts: nothing is recorded then.
    func refuseUndefinedNames(in book: Book) async throws {
        let loose = try await undefinedNames(in: book).problems
        guard loose.isEmpty else { throw DeedbookError.problems(.invalid, loose) }
    }

    /// What the drafts name that is not there, each with its file and line, and what is only remarked.
    ///
    /// - Parameter unread: what may only be missing for it is left out.
    func undefinedNames(
        in book: Book?, unread: Unread = Unread()
    ) async throws -> (problems: [Problem], remarks: [Problem]) {
        let book = book ?? Book(store: InMemoryStore(clock: environment.clock))
        let loose = try await book.undefinedNames(in: drafts.map(\.recording))
        func problems(_ found: [RecordingKey: [Violation]]) -> [Problem] {
            drafts.flatMap { draft in
                let key = draft.recording.key
                let violations = (found[key] ?? []).filter { !unread.mayExplain($0, of: draft) }
                return violations.isEmpty
                    ? [] : DeedbookError.invalid(key, violations).problems(in: file)
            }
        }
        return (
            problems(loose.violations),
            problems(loose.remarks).map { problem in
                var note = problem
                note.isNote = true
                return note
            }
        )
    }

    private func notChecked(
        after gap: Unread.Gap, in unread: Unread
    ) -> Problem? {
        let keys = unread.unchecked(after: gap, among: drafts).map(\.recording.key.text)
        guard !keys.isEmpty else { return nil }
        let what =
            switch gap.extent {
            case .everything: "what could not be read here"
            case .days: "the days of this one"
            }
        let later = keys.count == 1 ? "1 later recording" : "\(keys.count) later recordings"
        let names = keys.prefix(3).joined(separator: ", ") + (keys.count > 3 ? ", …" : "")
        var note = Problem(
            "\(later) could not be checked against \(what): \(names)", file: gap.file)
        note.isNote = true
        return note
    }

    func seal(of recording: Recording) throws(DeedbookError) -> RecorderSeal? {
        guard let signer else { return nil }
        do {
            return try RecorderSeal(recording, with: signer) { environment.random(16) }
        } catch {
            throw .sealRefused(recording.key, detail: "\(error)")
        }
    }

    /// An error that ends the recording of the batch, with how far it came.
    private func failure(
        _ error: DeedbookError, at draft: Journal.Draft, after receipts: [Int: Receipt]
    ) -> DeedbookError {
        let fresh = receipts.values.count { !$0.isRepeated }
        let left = drafts.count - receipts.count
        let key = draft.recording.key
        let own =
            if case .outcomeUnknown = error {
                "of '\(key)' all or nothing was written; \(fresh) recorded before it, \(left - 1) "
                    + "after it not recorded"
            } else {
                "nothing of '\(key)' was written; \(fresh) recorded before it, \(left) not recorded"
            }
        let extent = Problem(
            own,
            hint: (error.kind == .temporary ? "" : "mend the file and ")
                + "run the command again: what is recorded is left as it is")
        return .problems(error.kind, explained(error, of: draft).problems(in: file) + [extent])
    }

    private func file(of place: DeedbookError.Place) -> String? {
        guard case .recording(let key) = place else { return nil }
        return drafts.first { $0.recording.key == key }?.file
    }
}
