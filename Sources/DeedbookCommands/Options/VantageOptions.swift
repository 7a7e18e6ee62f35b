import Amendments
import ArgumentParser
import Ledger
import Rendering
import Terms

/// From where a question is asked: on a day, as disclosed by a day, as recorded at a position.
struct VantageOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The day the terms are asked for, as 2026-04-28; else today in the agreement's zone.",
            valueName: "day"))
    var on: Day?

    @Option(
        help: ArgumentHelp(
            "Only what was disclosed by the end of that day, as 2026-05-01; else everything.",
            valueName: "day"))
    var disclosedBy: Day?

    @Option(
        help: ArgumentHelp(
            "Only what was recorded at a position (17) or an instant (2026-05-12T09:14:03Z).",
            valueName: "position"))
    var recordedAt: RecordedPoint?

    @OptionGroup var later: LaterOption

    /// The vantage in a book, and the options of an answer from there.
    func resolved(
        for agreement: AgreementID, in book: Book, _ environment: CommandEnvironment,
        _ options: TextOptions
    ) async throws -> (vantage: Vantage, options: TextOptions) {
        let today = try await Today(environment).day(for: agreement, in: book)
        return try await resolved(today: today, in: book, environment, options)
    }

    /// The vantage for a question about many agreements, whose day is that of one zone.
    func resolved(
        in zone: String, _ book: Book, _ environment: CommandEnvironment, _ options: TextOptions
    ) async throws -> (vantage: Vantage, options: TextOptions) {
        let today = Today(environment).day(in: zone)
        return try await resolved(today: today, in: book, environment, options)
    }

    private func resolved(
        today: Day, in book: Book, _ environment: CommandEnvironment, _ options: TextOptions
    ) async throws -> (vantage: Vantage, options: TextOptions) {
        var options = options
        options.today = today
        let position = try await recordedAt?.position(in: book, environment)
        if case .position(let given)? = recordedAt { options.askedPosition = given }
        return (
            Vantage(on: on ?? today, disclosedBy: disclosedBy, recordedAt: position), options
        )
    }
}

/// Whether an answer speaks of what it does not rest on.
struct LaterOption: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "Also count what was recorded after the position; such an answer changes as the book grows."
        ))
    var hidden = false
}

/// A point of the recorded coordinate as people write it.
enum RecordedPoint: Hashable, ExpressibleByArgument {
    case position(Position)
    case instant(Instant)

    init?(argument: String) {
        let digits = argument.hasPrefix("#") ? argument.dropFirst() : argument[...]
        if let number = Int(digits), number >= 0, digits.allSatisfy(\.isNumber) {
            self = .position(Position(number))
        } else if let instant = Instant(argument) {
            self = .instant(instant)
        } else {
            return nil
        }
    }

    /// The position in a book; an instant must be past.
    func position(
        in book: Book, _ environment: CommandEnvironment
    ) async throws -> Position {
        switch self {
        case .position(let given): given
        case .instant(let instant):
            try await answering { () async throws(LedgerError) in
                try await book.position(at: instant, now: environment.clock())
            }
        }
    }
}

/// What day it is for an agreement.
struct Today {
    let environment: CommandEnvironment

    init(_ environment: CommandEnvironment) { self.environment = environment }

    func day(in zone: String) -> Day { CivilClock.day(at: environment.clock(), in: zone) }

    func day(for agreement: AgreementID, in book: Book) async throws -> Day {
        let zone = try await answering { () async throws(LedgerError) in
            try await book.zone(of: agreement)
        }
        if !CivilClock.knows(zone) {
            try environment.errors.write(
                "warning: the time zone '\(zone)' of \(agreement) is not known here; today is that of UTC\n"
            )
        }
        return day(in: zone)
    }
}

/// Asks the ledger, turning its errors into a command's failure.
func answering<Answer>(
    _ question: () async throws(LedgerError) -> Answer
) async throws(CommandFailure) -> Answer {
    do { return try await question() } catch { throw CommandFailure(error) }
}
