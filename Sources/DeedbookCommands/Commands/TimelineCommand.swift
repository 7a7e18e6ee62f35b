import ArgumentParser
import Ledger
import Pictures
import Rendering
import Terms

struct TimelineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Draw the life of one term, or of all, with every step of its fields.",
        discussion: """
            With --format svg it is a picture: a bar for each term over the years, with every change and \
            report, and the conditions and disputes around them. Browsers show it, and it prints \
            well in black and white.

            Example:
              deedbook timeline microsoft-openai license.models-and-products
              deedbook timeline microsoft-openai --format svg > timeline.svg
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, svg
    }

    @Argument(help: "The agreement, as listed by: deedbook agreements.")
    var agreement: AgreementID

    @Argument(help: "The term; else every term of the agreement.")
    var term: TermID?

    @OptionGroup var vantageOptions: VantageOptions
    @OptionGroup var draftOptions: DraftOptions
    @OptionGroup var bookOptions: BookOptions

    @Option(help: "The format of the answer: text, json, or svg for a picture.")
    var format: Format = .text

    @OptionGroup var output: PictureOptions

    func validate() throws { try output.validate(isDrawn: format == .svg) }

    func run() async throws {
        let environment = try CommandEnvironment.current
        let book = try await draftOptions.book(bookOptions, in: environment)
            .countingLater(vantageOptions.later.hidden)
        let (vantage, options) = try await vantageOptions.resolved(
            for: agreement, in: book, environment, output.layout.text(in: environment))
        let histories = try await answering { () async throws(LedgerError) in
            try await book.timeline(of: agreement, term: term, from: vantage)
        }
        let copy = try await answering { () async throws(LedgerError) in
            try await book.conformedCopy(of: agreement, from: vantage)
        }
        switch format {
        case .text:
            try environment.output.write(
                TimelineText.render(histories, copy: copy, options: options))
        case .json: try environment.output.write(TimelineJSON.render(histories, copy: copy))
        case .svg:
            try environment.output.write(
                try await output.picture(
                    of: copy, histories: histories, subject: .timeline, in: book, options: options))
        }
    }
}
