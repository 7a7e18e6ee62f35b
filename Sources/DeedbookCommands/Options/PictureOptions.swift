import Amendments
public import ArgumentParser
import Conflicts
import Ledger
public import Pictures
import Rendering
import Terms

/// How an answer looks that can be drawn.
struct PictureOptions: ParsableArguments {
    @Option(help: "The rows of a picture put together by kind of term, or by first party.")
    var by: TimelinePicture.Grouping?

    @Flag(help: "In a picture, a strip of the conflicts that nothing settles.")
    var conflicts = false

    @OptionGroup var layout: LayoutOptions

    /// - Throws: where something is asked of a picture, and none is drawn.
    func validate(isDrawn: Bool) throws {
        guard !isDrawn, by != nil || conflicts else { return }
        throw ValidationError("--by and --conflicts are for --format svg")
    }

    /// Draws terms of an agreement from a vantage.
    func picture(
        of copy: ConformedCopy, histories: [TermHistory], subject: TimelinePicture.Subject,
        in book: Book, options: TextOptions
    ) async throws -> String {
        let reading = try await answering { () async throws(LedgerError) in
            try await book.reading(of: copy.agreement, from: copy.vantage)
        }
        var strip = ConflictStrip()
        if conflicts {
            let day = copy.vantage.on
            let range = subject == .terms ? day...day : Day.first...Day.last
            let report = try await answering { () async throws(LedgerError) in
                try await book.conflicts(of: [copy.agreement], from: copy.vantage, over: range)
            }
            strip = Self.strip(of: report, in: copy.agreement)
        }
        return TimelinePicture(
            reading: reading, histories: histories, copy: copy, subject: subject,
            grouping: by ?? .kind, conflicts: strip, options: options
        ).svg
    }

    /// Terms of other agreements are named with theirs.
    private static func strip(
        of report: ConflictReport, in agreement: AgreementID
    ) -> ConflictStrip {
        let windows = report.windows.filter { !$0.isSettled }
        return ConflictStrip(
            windows.map { window in
                let sides = window.sides.map { side in
                    side.agreement == agreement
                        ? side.term.text : "\(side.agreement) \(side.term)"
                }
                return ConflictStrip.Window(
                    label: sides.joined(separator: " / "),
                    certainty: window.certainty == .certain ? .certain : .possible,
                    from: window.from, to: window.to, detail: window.rule.rawValue)
            })
    }
}

extension TimelinePicture.Grouping: ExpressibleByArgument {}
