import Amendments
public import Ledger
import Notation
import Terms

/// A conformed copy as comma-separated values (RFC 4180), for spreadsheets: a row for each field.
///
/// The first line names the columns. What is reported of a field has rows of its own, marked by the
/// column `standing`.
public enum ConformedCopyCSV {
    public static let columns = [
        "agreement", "on", "disclosed by", "recorded at", "term", "kind", "status", "since",
        "next change", "why", "field", "standing", "value", "grade", "position", "event",
        "instrument", "effective", "disclosed", "sources",
    ]

    /// - Parameter showsAll: whether ended terms are rows too.
    public static func render(_ copy: ConformedCopy, showsAll: Bool = false) -> String {
        let terms = copy.terms.filter { showsAll || $0.isLive }
        let rows = terms.flatMap { term in self.rows(of: term, in: copy) }
        return CSVTable.answer(of: [columns] + rows)
    }

    private static func rows(of term: ConformedTerm, in copy: ConformedCopy) -> [[String]] {
        let why = term.reasons.map { ReasonPhrase.text(of: $0, status: term.status) }
        let head = [
            copy.agreement.text, copy.vantage.on.description,
            copy.vantage.disclosedBy?.description ?? "",
            copy.resolved.position?.description ?? "", term.id.text, term.kind.rawValue,
            term.status.rawValue, term.since?.description ?? "",
            term.nextChange?.description ?? "", why.joined(separator: "; "),
        ]
        guard !term.fields.isEmpty || !term.conditional.isEmpty else {
            return [head + Array(repeating: "", count: columns.count - head.count)]
        }
        return term.fields.flatMap { field in self.rows(of: field).map { head + $0 } }
            + term.conditional.map { head + cells(of: $0) }
    }

    private static func rows(of field: ConformedField) -> [[String]] {
        let name = field.name.rawValue
        let answer =
            field.isIndeterminate
            ? []
            : [
                cells(
                    name, field.isReported ? "reported, not agreed" : "agreed",
                    field.displayText, field.grade, field.governing)
            ]
        let candidates = field.candidates.map { candidate in
            cells(
                name, "either", candidate.value?.displayText ?? "no such field", candidate.grade,
                candidate.event)
        }
        let others = field.competing.map { other in
            cells(
                name, field.isReported ? "reported" : "reported beside it",
                other.value?.displayText ?? "no such field", other.grade, other.event)
        }
        return answer + candidates + others + field.conditional.map(cells(of:))
    }

    private static func cells(of change: ConditionalChange) -> [String] {
        cells(
            change.effect.field?.rawValue ?? "", "conditional", ConditionalPhrase.text(of: change),
            change.event.grade, change.event)
    }

    private static func cells(
        _ name: String, _ standing: String, _ value: String, _ grade: SourceGrade,
        _ event: RecordedEvent?
    ) -> [String] {
        guard let event else {
            return [name, standing, value, grade.rawValue, "", "", "", "", "", ""]
        }
        return [
            name, standing, value, grade.rawValue, event.position.description,
            event.reference.description, event.recording.instrument.title,
            event.effective.description, event.recording.disclosed.description,
            InstrumentPhrase.sources(event.sources),
        ]
    }
}
