public import ArgumentParser
import Conflicts
import Ledger
import Questions
public import Rendering
import Terms

/// How an answer looks that can be drawn.
struct PictureOptions: ParsableArguments {
    @Option(help: "Group the rows of a picture by kind of term or by first party.")
    var by: TimelinePicture.Grouping?

    @Flag(help: "In a picture, show a strip of the unresolved conflicts.")
    var conflicts = false

    @OptionGroup var layout: LayoutOptions

    /// - Throws: where something is asked of a picture, and none is drawn.
    func validate(isDrawn: Bool) throws {
        guard !isDrawn, by != nil || conflicts else { return }
        throw ValidationError("--by and --conflicts are for --format svg")
    }

    /// Draws terms of an agreement.
    func picture(
        _ answer: Answer<PictureQuestion>, in environment: CommandEnvironment
    ) -> String {
        let drawn = answer.content
        var options = layout.text(of: answer, in: environment)
        options.termsLeftOut = drawn.termsLeftOut
        return TimelinePicture(
            reading: drawn.reading, histories: drawn.histories, copy: drawn.copy,
            subject: answer.question.subject.drawn, grouping: by ?? .kind,
            conflicts: drawn.conflicts.map { Self.strip(of: $0, in: drawn.copy.agreement) }
                ?? ConflictStrip(), options: options
        ).svg
    }

    /// Terms of other agreements are named with theirs.
    private static func strip(
        of report: ConflictReport, in agreement: AgreementID
    ) -> ConflictStrip {
        ConflictStrip(
            report.conflicts.sorted { $0.days.from < $1.days.from }.map { conflict in
                let sides = conflict.sides.map { side in
                    side.agreement == agreement
                        ? side.identity.text : "\(side.agreement) \(side.identity)"
                }
                return ConflictStrip.Window(
                    label: sides.joined(separator: " / "),
                    certainty: conflict.certainty == .certain ? .certain : .possible,
                    days: conflict.days, detail: conflict.rule.rawValue)
            })
    }
}

extension PictureQuestion.Subject {
    fileprivate var drawn: TimelinePicture.Subject {
        switch self {
        case .terms: .terms
        case .timeline: .timeline
        }
    }
}

extension TimelinePicture.Grouping: ExpressibleByArgument {}
