import ArgumentParser
import Deadlines
import Ledger
import Rendering
import Terms

struct CalendarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Tell what ends, renews, opens, is due or takes effect in a span of days.",
        discussion: """
            Of one agreement, of several, or of all. Each entry says how its day was worked out, and by \
            which instruments. A day that is stated as a month or a year stays one; what waits for a \
            condition stands at the foot, without a day. Renewals are counted from the stated end, by the \
            renewal's own length, and notice days from the renewed end.

            Example, what falls into the next twelve months:
              deedbook calendar
            Example, a file for a calendar program:
              deedbook calendar microsoft-openai --from 2026-01-01 --to 2032-12-31 --format ics
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, ics
    }

    @Argument(help: "The agreements, as listed by: deedbook agreements; else all of them.")
    var agreements: [AgreementID] = []

    @Option(help: ArgumentHelp("The first day, as 2026-04-28; else today.", valueName: "day"))
    var from: Day?

    @Option(
        help: ArgumentHelp("The last day; else one year after the first.", valueName: "day"))
    var to: Day?

    @OptionGroup var knowledge: KnowledgeOptions
    @OptionGroup var draftOptions: DraftOptions

    @Option(help: "The format of the answer: text, json or ics.")
    var format: Format = .text

    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var layout: LayoutOptions

    func validate() throws {
        if let from, let to, from > to {
            throw ValidationError("--to \(to) lies before --from \(from)")
        }
    }

    func run() async throws {
        let environment = try CommandEnvironment.current
        let book = try await draftOptions.book(bookOptions, in: environment)
            .countingLater(knowledge.later.hidden)
        var options = layout.text(in: environment)
        let known = try await knowledge.vantage(on: .first, in: book, environment, &options)
        let today = Today(environment)
        let calendar = try await answering { () async throws(LedgerError) in
            try await book.deadlines(
                of: agreements, otherwise: span(today.day(in: "UTC")),
                disclosedBy: known.disclosedBy, recordedAt: known.recordedAt
            ) { zone in
                let span = span(today.day(in: zone))
                return (span.from, span)
            }
        }
        switch format {
        case .text: try environment.output.write(CalendarText.render(calendar, options: options))
        case .json: try environment.output.write(CalendarJSON.render(calendar))
        case .ics:
            let entries = try await answering { () async throws(LedgerError) in
                try await book.entries(of: calendar)
            }
            try environment.output.write(
                CalendarICS.render(calendar, entries: entries, origin: book.origin))
        }
    }

    /// The days asked about where today is that day.
    private func span(_ today: Day) -> Span {
        let first = from ?? min(today, to ?? today)
        let year = CalendarDuration(count: 1, unit: .year)
        return Span(from: first, to: to ?? year?.added(to: first) ?? first)
            ?? Span(only: first)
    }
}

/// What is known to whoever asks, where the days are given otherwise.
struct KnowledgeOptions: ParsableArguments {
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

    func vantage(
        on day: Day, in book: Book, _ environment: CommandEnvironment,
        _ options: inout TextOptions
    ) async throws -> Vantage {
        let position = try await recordedAt?.position(in: book, environment)
        if case .position(let given)? = recordedAt { options.askedPosition = given }
        return Vantage(on: day, disclosedBy: disclosedBy, recordedAt: position)
    }
}
