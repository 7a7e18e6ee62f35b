import EventStore
import Ledger
import Questions
import Rendering
import Terms
import Transparency

/// Puts questions to the book of a command, and reports on the errors' stream what to know beside the answer.
struct Inquirer {
    let book: Book
    /// The drafts taken for recorded, with their files; nil for none.
    var batch: Batch?
    /// Whose keys recorders' signatures have to be of, where the answer shows any; nil where that is not asked.
    var policy: TrustPolicy?
    /// The day that the command line takes for today; nil for the one that is set, else the clock's.
    var today: Day?
    let environment: CommandEnvironment

    var drafts: Drafts? { batch?.asDrafts }

    /// On what a question rests that takes the drafts for recorded.
    func basis(countingLater countsLater: Bool) -> Basis {
        Basis(drafts: drafts, countsLater: countsLater)
    }

    func answer<Asked: Question>(_ question: Asked) async throws -> Answer<Asked> {
        let answer: Answer<Asked>
        do {
            answer = try await book.answer(question, at: environment.moment(today: today))
        } catch {
            throw batch?.placed(error) ?? error
        }
        if let signed = answer.content as? any Signed { try check(signed.signers) }
        for unknown in answer.unknownZones {
            try environment.errors.say(
                "warning: the time zone '\(unknown.zone)' of \(unknown.agreement) is not known here; "
                    + "today is that of UTC")
        }
        return answer
    }
}

extension Inquirer {
    /// Throws where a recording is not signed as the policy asks. Who did not sign is stated in the answer.
    private func check(_ signers: RecordingSigners) throws(DeedbookError) {
        guard let policy else { return }
        for (key, signer) in signers.sorted(by: { $0.key < $1.key }) {
            guard let refusal = signer.refusal(by: policy) else { continue }
            throw DeedbookError(
                .forged, "the recording '\(key)' \(refusal)",
                hint: "see everything that is wrong with: deedbook verify --policy FILE")
        }
    }
}

extension BookOptions {
    /// The book to be asked, with drafts or as it is; with drafts, a book that is not there is an empty one.
    ///
    /// - Parameter today: the day that the command line takes for today; nil also for what does not depend on it.
    func inquirer(
        with batch: Batch? = nil, today: Day? = nil, in environment: CommandEnvironment
    ) async throws -> Inquirer {
        guard batch == nil || environment.bookExists(path(in: environment)) else {
            let empty = Book(store: InMemoryStore(clock: environment.clock))
            return Inquirer(book: empty, batch: batch, today: today, environment: environment)
        }
        let (store, grounds) = try await believed(.readOnly, in: environment)
        return Inquirer(
            book: Book(store: store), batch: batch, policy: grounds?.policy, today: today,
            environment: environment)
    }
}

extension LayoutOptions {
    /// How an answer looks as text, with what the answer says of its question.
    func text<Asked: PointedQuestion>(
        of answer: Answer<Asked>, in environment: CommandEnvironment
    ) -> TextOptions {
        var options = text(in: environment)
        options.today = answer.today
        options.askedPosition = answer.askedPosition
        return options
    }
}
