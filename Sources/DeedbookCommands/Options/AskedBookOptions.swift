import ArgumentParser
import Terms

/// The book that is asked, and the day that the answer takes for today.
struct AskedBookOptions: ParsableArguments {
    @OptionGroup var book: BookOptions
    @OptionGroup var asOf: TodayOption

    /// The book to be asked, with drafts or as it is; with drafts, a book that is not there is an empty one.
    func inquirer(
        with batch: Batch? = nil, in environment: CommandEnvironment
    ) async throws -> Inquirer {
        try environment.noteDayOfFile(unless: asOf.today)
        return try await book.inquirer(with: batch, today: asOf.today, in: environment)
    }
}

/// The day that a command takes for today.
struct TodayOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Date to take for today, such as 2026-04-28 (default: today in the agreement's zone).",
            valueName: "day"),
        completion: Completion.days, transform: fixedDay)
    var today: Day?

    /// - Throws: where a command that records is given a day, on which nothing but the redline of a dry run depends.
    func check(isDryRun: Bool) throws {
        guard today != nil, !isDryRun else { return }
        throw ValidationError(
            "--today is for --dry-run; what is recorded bears the instant of the clock")
    }
}

extension CommandEnvironment {
    /// Says which day is taken for today where a file sets it: the reader of the answer may not know of it.
    fileprivate func noteDayOfFile(unless given: Day?) throws {
        guard given == nil, let (text, origin) = settings.given(.today) else { return }
        switch origin {
        case .variables: return
        case .folder(let file), .user(let file):
            try errors.say("note: today is taken to be \(text), as \(file) sets it")
        }
    }
}
