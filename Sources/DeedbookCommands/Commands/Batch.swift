import Amendments
import EventStore
import Journal
import Ledger
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
    func record(in book: Book) async throws -> [Receipt] {
        var progress = Progress("recording", of: drafts.count, in: environment)
        defer { progress.finish() }
        var receipts: [Receipt] = []
        var recorded = Recorder(book)
        for draft in drafts {
            do {
                receipts.append(
                    try await recorded.record(
                        draft.recording, by: recorder, sealed: try seal(of: draft.recording)))
            } catch {
                progress.finish()
                throw failure(error, at: draft, after: receipts)
            }
            progress.advance()
        }
        return receipts
    }

    /// As a question takes them for recorded.
    var asDrafts: Drafts { Drafts(drafts.map(\.recording), by: recorder) }

    func failure(_ refused: RefusedDraft) -> CommandFailure {
        var failure = CommandFailure(refused.error, file: file)
        if let key = refused.key, let draft = drafts.first(where: { $0.recording.key == key }) {
            failure.complaints = complaint(refused.error, at: draft)
        }
        return failure
    }

    /// Records into a copy of the book in memory and gives everything that cannot hold.
    ///
    /// What cannot hold is put there all the same, so that every recording is checked.
    ///
    /// - Parameter unread: what could not be read: what may only be wrong for it is left out, and that some
    ///   recordings could not be checked against it is said once.
    func problems(
        against book: Book?, unread: Unread
    ) async throws -> [CommandFailure.Complaint] {
        let copy = Book(store: InMemoryStore(clock: environment.clock))
        var progress = Progress("checking", of: drafts.count, in: environment)
        defer { progress.finish() }
        if let book { try await BookCopy.copy(from: book, to: copy) }
        var growing = GrowingBook(over: copy)
        var complaints: [CommandFailure.Complaint] = []
        for draft in drafts {
            do throws(LedgerError) {
                let found = try await growing.add(draft.recording, by: recorder)
                    .filter { !unread.mayExplain($0, of: draft) }
                if !found.isEmpty { complaints += complaint(.invalid(found), at: draft) }
            } catch {
                complaints += complaint(error, at: draft)
            }
            progress.advance()
        }
        return complaints + unread.gaps.compactMap { notChecked(after: $0, in: unread) }
    }

    private func notChecked(
        after gap: Unread.Gap, in unread: Unread
    ) -> CommandFailure.Complaint? {
        let keys = unread.unchecked(after: gap, among: drafts).map(\.recording.key.text)
        guard !keys.isEmpty else { return nil }
        let what =
            switch gap.extent {
            case .everything: "what could not be read here"
            case .days: "the days of this one"
            }
        let later = keys.count == 1 ? "1 later recording" : "\(keys.count) later recordings"
        let names = keys.prefix(3).joined(separator: ", ") + (keys.count > 3 ? ", …" : "")
        return CommandFailure.Complaint(
            place: gap.file, message: "\(later) could not be checked against \(what): \(names)",
            isNote: true)
    }

    private func seal(of recording: Recording) throws(LedgerError) -> RecorderSeal? {
        guard let signer else { return nil }
        do {
            return try RecorderSeal(recording, with: signer) { environment.random(16) }
        } catch {
            throw .store(.sealRefused(recording.key, detail: "\(error)"))
        }
    }

    private func complaint(
        _ error: LedgerError, at draft: Journal.Draft
    ) -> [CommandFailure.Complaint] {
        CommandFailure(error, file: file).complaints.map { complaint in
            var complaint = complaint
            if complaint.place == nil { complaint.place = draft.file }
            return complaint
        }
    }

    private func failure(
        _ error: LedgerError, at draft: Journal.Draft, after receipts: [Receipt]
    ) -> CommandFailure {
        var failure = CommandFailure(error, file: file)
        failure.complaints = complaint(error, at: draft)
        let fresh = receipts.count { !$0.isRepeated }
        let left = drafts.count - receipts.count
        failure.complaints.append(
            CommandFailure.Complaint(
                place: nil,
                message:
                    "nothing of '\(draft.recording.key)' was written; \(fresh) recorded before "
                    + "it, \(left) not recorded",
                hint: "mend the file and run the command again: what is recorded is left as it is"))
        return failure
    }

    private func file(of key: RecordingKey) -> String? {
        drafts.first { $0.recording.key == key }?.file
    }
}
