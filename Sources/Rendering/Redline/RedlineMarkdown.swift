import Amendments
public import Ledger
import Notation
import Terms

/// A redline as Markdown (CommonMark with tables): a table for each term, then its causes.
public enum RedlineMarkdown {
    public static func render(_ redline: Redline, options: TextOptions) -> String {
        let (before, after) = (redline.before, redline.after)
        var lines = [
            "# Redline of \(escaped(QuestionHead.title(after.title, after.agreement)))", "",
        ]
        lines += ["| | From | To |", "| --- | --- | --- |"]
        let heads = QuestionHead.pairs(
            QuestionHead(before, options: options), QuestionHead(after, options: options))
        lines += heads.map { "| \($0.label) | \(escaped($0.from)) | \(escaped($0.to)) |" }
        let outline = RedlineOutline(redline)
        let summary = RedlineSummary.text(of: redline, folded: outline.folded)
        lines += ["", legend, "", "\(escaped(summary))."]
        for section in outline.sections {
            if outline.sections.count > 1 { lines += ["", "## \(section.title)"] }
            for group in section.groups { lines += self.lines(of: group) }
        }
        let hidden = RedlineText.hidden(redline)
        if !hidden.isEmpty { lines += ["", "Hidden: \(escaped(hidden.joined(separator: "; ")))."] }
        return lines.joined(separator: "\n") + "\n"
    }

    private static var legend: String {
        let signs = Sign.allCases.map { "`\($0.rawValue)` \($0.meaning)" }
        return "Signs: \(signs.joined(separator: ", ")); ~~deleted~~, **inserted**."
    }

    private static func lines(of group: RedlineOutline.Group) -> [String] {
        let kind = group.kind.map { " (\($0.rawValue))" } ?? ""
        var lines = ["", "### \(escaped(group.subject.label))\(kind)", ""]
        if let sentence = group.sentence.before { lines += ["~~\(escaped(sentence))~~", ""] }
        if let sentence = group.sentence.after { lines += ["**\(escaped(sentence))**", ""] }
        lines += [
            "| | Field | Before | After | Class | By |", "| --- | --- | --- | --- | --- | --- |",
        ]
        var causes: [RecordedEvent] = []
        for block in group.blocks {
            causes += block.causes.filter { !causes.contains($0) }
            let numbers = block.causes.compactMap { causes.firstIndex(of: $0) }
                .map { "\\[\($0 + 1)\\]" }
            for item in block.items {
                lines.append(row(item, by: numbers.joined(separator: " ")))
            }
        }
        lines.append("")
        for (index, event) in causes.enumerated() {
            lines.append("- \\[\(index + 1)\\] by \(cause(event))")
        }
        return lines
    }

    private static func row(_ item: RedlineItem, by numbers: String) -> String {
        var (before, after) = cells(item)
        if let grade = item.reportGrade { after += " reported \\[\(grade.rawValue)\\]" }
        if let condition = item.conditional { after += " conditional (\(escaped(condition)))" }
        if !item.notes.isEmpty {
            let notes = "(\(escaped(item.notes.joined(separator: "; "))))"
            after += after.isEmpty ? notes : "<br>" + notes
        }
        if before.isEmpty { before = " " }
        let classification = RedlineSummary.words(item.classification)
        return "| `\(item.sign.rawValue)` | \(escaped(item.name)) | \(before) | \(after) "
            + "| \(classification) | \(numbers) |"
    }

    private static func cells(_ item: RedlineItem) -> (before: String, after: String) {
        if item.isInWords { return ("", escaped(RedlineText.words(item).plainText)) }
        guard let diff = RedlineChange(from: item.before, to: item.after).words else {
            return (
                item.before.map { "~~\(escaped($0.displayText))~~" } ?? "",
                item.after.map { "**\(escaped($0.displayText))**" } ?? ""
            )
        }
        var (before, after) = ("", "")
        for segment in diff.segments {
            switch segment {
            case .kept(let text):
                before += escaped(text)
                after += escaped(text)
            case .deleted(let text): before += wrapped(text, in: "~~")
            case .inserted(let text): after += wrapped(text, in: "**")
            }
        }
        return (before, after)
    }

    /// Emphasis does not open before a space, nor close after one: they stay outside.
    private static func wrapped(_ text: String, in mark: String) -> String {
        let body = text.drop { $0.isWhitespace }
        let leading = text.prefix(text.count - body.count)
        let core = String(body.reversed().drop { $0.isWhitespace }.reversed())
        guard !core.isEmpty else { return text }
        return leading + mark + escaped(core) + mark + body.dropFirst(core.count)
    }

    /// The instrument behind an event, and its sources with links.
    static func cause(_ event: RecordedEvent) -> String {
        let sources = event.sources.sorted { ($0.grade, $0.id) < ($1.grade, $1.id) }.map { source in
            let title = escaped(source.publisher)
            let link =
                source.url.flatMap(SafeLink.target(of:)).map { "[\(title)](<\($0)>)" } ?? title
            return "\(link) (\(source.grade.rawValue))"
        }
        return "\(escaped(InstrumentPhrase.cause(event))), \(event.position); sources: "
            + sources.joined(separator: ", ")
    }

    /// Text in which nothing is markup, on one line.
    static func escaped(_ text: String) -> String {
        var output = String.UnicodeScalarView()
        for scalar in SafeText.of(text).unicodeScalars {
            switch scalar {
            case "\n": output.append(contentsOf: "<br>".unicodeScalars)
            case "<": output.append(contentsOf: "&lt;".unicodeScalars)
            case ">": output.append(contentsOf: "&gt;".unicodeScalars)
            case "&": output.append(contentsOf: "&amp;".unicodeScalars)
            case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!":
                output.append("\\")
                output.append(scalar)
            case _: output.append(scalar)
            }
        }
        return String(output)
    }
}
