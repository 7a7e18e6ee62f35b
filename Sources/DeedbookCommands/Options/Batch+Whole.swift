import Amendments
import EventStore
import Journal
import Notation
import Questions
import Terms

extension Batch {
    /// Records all of them, or nothing.
    ///
    /// They were checked on top of the book as it was (`problems`), each on top of those before it. What they rest on
    /// is compared in the transaction that appends them: no agreement that they touch may have changed since.
    ///
    /// - Parameter position: the end of the book that they were checked on.
    func record(wholeIn book: Book, checkedAt position: Position) async throws -> [Receipt] {
        var versions = try await versions(at: position, in: book)
        var keys: Set<RecordingKey> = []
        var submissions: [Submission] = []
        for recording in drafts.map(\.recording) {
            var expected: [AgreementID: ExpectedVersion] = [:]
            for agreement in recording.agreements {
                expected[agreement] = .still(at: versions[agreement, default: 0])
            }
            submissions.append(
                try Submission(recording, expecting: expected, sealed: seal(of: recording)))
            // What comes a second time adds nothing.
            guard keys.insert(recording.key).inserted else { continue }
            for event in recording.events {
                versions[event.agreement ?? recording.agreement, default: 0] += 1
            }
        }
        do {
            return try await book.store.append(whole: submissions, by: recorder)
        } catch {
            throw refusal(of: error)
        }
    }

    /// An error that kept all of them out of the book.
    private func refusal(of error: DeedbookError) -> DeedbookError {
        switch error {
        case .versionConflict(let agreement, _, _):
            .problems(
                error.kind,
                [
                    Problem(
                        "another process appended to '\(agreement)' meanwhile; nothing was recorded",
                        hint: "run the command again: all of it is then checked after that")
                ])
        case .outcomeUnknown:
            .problems(
                error.kind,
                error.problems() + [
                    Problem("all of the \(drafts.count) recordings were written, or none")
                ])
        case _: .problems(error.kind, placed(error).problems() + [Problem("nothing was recorded")])
        }
    }
}
