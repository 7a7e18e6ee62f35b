import Amendments
public import ArgumentParser
import Ledger
public import Pictures
import Rendering
import Terms

/// The format of an answer that can be drawn.
enum DrawnFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, svg
}

/// The options of a command that answers as text, as JSON or as a picture.
struct DrawnOutputOptions: ParsableArguments {
    @Option(help: "The format of the answer: text, json, or svg for a picture.")
    var format: DrawnFormat = .text

    @Option(help: "The rows of a picture put together by kind of term, or by first party.")
    var by: TimelinePicture.Grouping?

    @OptionGroup var layout: LayoutOptions

    func validate() throws {
        guard by != nil, format != .svg else { return }
        throw ValidationError("--by is for --format svg")
    }

    /// Draws terms of an agreement from a vantage.
    func picture(
        of copy: ConformedCopy, histories: [TermHistory], subject: TimelinePicture.Subject,
        in book: Book, options: TextOptions
    ) async throws -> String {
        let reading = try await answering { () async throws(LedgerError) in
            try await book.reading(of: copy.agreement, from: copy.vantage)
        }
        return TimelinePicture(
            reading: reading, histories: histories, copy: copy, subject: subject,
            grouping: by ?? .kind, options: options
        ).svg
    }
}

extension TimelinePicture.Grouping: ExpressibleByArgument {}
