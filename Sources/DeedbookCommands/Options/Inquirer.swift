import Ledger
import Questions
import Rendering

/// Puts questions to the book of a command, and tells on the errors' stream what to know beside the answer.
struct Inquirer {
    let book: Book
    /// The drafts taken for recorded, with their files; nil for none.
    var batch: Batch?
    let environment: CommandEnvironment

    var drafts: Drafts? { batch?.asDrafts }

    /// On what a question rests that takes the drafts for recorded.
    func basis(countingLater countsLater: Bool) -> Basis {
        Basis(drafts: drafts, countsLater: countsLater)
    }

    func answer<Asked: Question>(_ question: Asked) async throws -> Answer<Asked> {
        let answer: Answer<Asked>
        do {
            answer = try await book.answer(question, at: environment.moment)
        } catch {
            throw batch?.placed(error) ?? error
        }
        for unknown in answer.unknownZones {
            try environment.errors.say(
                "warning: the time zone '\(unknown.zone)' of \(unknown.agreement) is not known here; "
                    + "today is that of UTC")
        }
        return answer
    }
}

extension BookOptions {
    /// The book to be asked as it is.
    func inquirer(in environment: CommandEnvironment) async throws -> Inquirer {
        Inquirer(book: try await opened(in: environment), environment: environment)
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
