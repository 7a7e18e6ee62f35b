import Amendments
public import Ledger
import Terms

/// A conformed copy as a Markdown document (CommonMark with tables and footnotes): a table for each
/// group of terms, and a footnote for each event with its instrument and sources.
public enum ConformedCopyMarkdown {
    public static func render(_ copy: ConformedCopy, options: TextOptions) -> String {
        var notes = Footnotes()
        let terms = copy.terms.filter { options.showsAll || $0.isLive }
        var lines = head(of: copy, options)
        lines += parties(of: copy)
        if terms.isEmpty { lines += ["", "No term is in force or scheduled on this day."] }
        for group in TermGroup.allCases {
            let own = terms.filter { TermGroup(of: $0.kind) == group }
            guard !own.isEmpty else { continue }
            lines += ["", "## \(group.rawValue)"] + table(of: own, &notes)
        }
        lines += conditions(of: copy, &notes) + disputes(of: copy, &notes)
        lines += expectations(of: copy, &notes)
        var hidden = QuestionHead.hidden(copy.resolved)
        if !options.showsAll { hidden += QuestionHead.leftOut(copy.terms) }
        if !hidden.isEmpty { lines += ["", "Hidden: \(escaped(hidden.joined(separator: "; ")))."] }
        return (lines + notes.lines).joined(separator: "\n") + "\n"
    }

    private static func head(of copy: ConformedCopy, _ options: TextOptions) -> [String] {
        let head = QuestionHead(copy, options: options)
        return [
            "# \(escaped(head.title))", "",
            "Conformed copy, made from the record; not an original.",
            "", "| | |", "| --- | --- |",
        ] + head.rows.map { "| \($0.label) | \(escaped($0.text)) |" }
    }

    private static func parties(of copy: ConformedCopy) -> [String] {
        guard !copy.parties.isEmpty else { return [] }
        let rows = copy.parties.map { party -> String in
            let words = [party.role].compactMap(\.self) + PartyPhrase.standing(of: party)
            let name = escaped(party.name)
            return "| \(party.id) | \(name) | \(escaped(words.joined(separator: "; "))) |"
        }
        return ["", "## Parties", "", "| Party | Name | Role |", "| --- | --- | --- |"] + rows
    }

    private static func table(of terms: [ConformedTerm], _ notes: inout Footnotes) -> [String] {
        var lines: [String] = []
        lines += ["", "| Term | Field | Value | By |", "| --- | --- | --- | --- |"]
        for term in terms {
            let status = escaped(ReasonPhrase.status(of: term))
            let sentence = escaped(term.sentence)
            let by = notes.marks(term.causes)
            lines.append(
                "| **\(escaped(term.id.text))** | \(term.kind.rawValue) "
                    + "| \(sentence)<br>*\(status)* | \(by) |")
            for field in term.fields { lines.append(row(field, &notes)) }
            for change in term.conditional {
                lines.append(
                    "| | \(escaped(ConditionalPhrase.label(of: change))) "
                        + "| \(conditional(change)) | \(notes.marks([change.event])) |")
            }
        }
        return lines
    }

    private static func row(_ field: ConformedField, _ notes: inout Footnotes) -> String {
        var parts: [String] = []
        if field.isIndeterminate {
            parts.append("indeterminate, one of:")
            parts += field.candidates.map { asserted("either", $0, &notes) }
        } else {
            let reported = field.isReported ? "reported: " : ""
            let mark = InstrumentPhrase.mark(field.grade).map { " \($0)" } ?? ""
            parts.append(escaped(reported + field.displayText + mark))
        }
        for case .betterReport(let value, let grade, let event) in field.reasons {
            let reason = Reason.betterReport(value, grade, event)
            parts.append(escaped("(\(ReasonPhrase.text(of: reason, status: .inForce)))"))
        }
        if field.isContested { parts.append(escaped(ContestPhrase.text(of: field))) }
        parts += field.competing.map { asserted("reported", $0, &notes) }
        parts += field.conditional.map { conditional($0) + notes.marks([$0.event]) }
        return "| | \(field.name) | \(parts.joined(separator: "<br>")) "
            + "| \(notes.marks([field.governing])) |"
    }

    private static func conditional(_ change: ConditionalChange) -> String {
        escaped("conditional: \(ConditionalPhrase.text(of: change))")
    }

    private static func asserted(
        _ word: String, _ candidate: ConformedField.Candidate, _ notes: inout Footnotes
    ) -> String {
        let value = candidate.value?.displayText ?? "no such field"
        let by = notes.marks([candidate.event].compactMap(\.self))
        return escaped("\(word): \(value) [\(candidate.grade.rawValue)]") + by
    }

    private static func conditions(
        of copy: ConformedCopy, _ notes: inout Footnotes
    ) -> [String] {
        guard !copy.conditions.isEmpty else { return [] }
        var lines = [
            "", "## Conditions", "", "| Condition | State | Text | By |",
            "| --- | --- | --- | --- |",
        ]
        for condition in copy.conditions {
            let since = condition.since.map { " \(DayPhrase.since($0))" } ?? ""
            let texts = [condition.text] + condition.readings.map { "reading \($0.id): \($0.text)" }
            lines.append(
                "| \(escaped(condition.id.text)) "
                    + "| \(escaped(DoubtPhrase.text(condition.state, condition.doubt)))\(since) "
                    + "| \(texts.map(escaped).joined(separator: "<br>")) "
                    + "| \(notes.marks(condition.causes)) |")
        }
        return lines
    }

    private static func disputes(of copy: ConformedCopy, _ notes: inout Footnotes) -> [String] {
        guard !copy.disputes.isEmpty else { return [] }
        var lines = [
            "", "## Disputes", "", "| Dispute | State | Between | About | By |",
            "| --- | --- | --- | --- | --- |",
        ]
        for dispute in copy.disputes {
            let sides = [dispute.by, dispute.against].map { $0.map(\.text).joined(separator: ", ") }
            let about = dispute.about.map(\.text).joined(separator: ", ")
            lines.append(
                "| \(escaped(dispute.id.text)) "
                    + "| \(escaped(DoubtPhrase.text(dispute.state, dispute.doubt))) "
                    + "| \(escaped(sides.joined(separator: " against "))) | \(escaped(about)) "
                    + "| \(notes.marks(dispute.causes)) |")
        }
        return lines
    }

    private static func expectations(
        of copy: ConformedCopy, _ notes: inout Footnotes
    ) -> [String] {
        let waiting = copy.expectations.filter { $0.outcome == nil }
        guard !waiting.isEmpty else { return [] }
        var lines = ["", "## Expected, never in force", ""]
        for expectation in waiting {
            lines.append(
                "- \(escaped(expectation.text)) \(escaped(expectation.window.description)) "
                    + (expectation.doubt.map {
                        escaped("(\(DoubtPhrase.text(expectation.state, $0))) ")
                    } ?? "")
                    + notes.marks(expectation.causes))
        }
        return lines
    }

    private static func escaped(_ text: String) -> String { RedlineMarkdown.escaped(text) }
}

/// The events behind a document, numbered in the order in which they are named.
private struct Footnotes {
    private var events: [RecordedEvent] = []
    private var numbers: [Position: Int] = [:]

    mutating func marks(_ named: [RecordedEvent]) -> String {
        named.map { event in
            let number = numbers[event.position] ?? events.count + 1
            if numbers.updateValue(number, forKey: event.position) == nil { events.append(event) }
            return "[^\(number)]"
        }.joined(separator: " ")
    }

    var lines: [String] {
        events.isEmpty
            ? []
            : [""]
                + events.enumerated().map { index, event in
                    "[^\(index + 1)]: \(RedlineMarkdown.cause(event))"
                }
    }
}
