import Notation
import Terms

extension AgreementState {
    /// Notes something said of a term, or done under it.
    mutating func remark(_ content: Remark.Content, on term: TermID, by event: RecordedEvent) {
        change(term, by: event) { $0.remarks.append(Remark(event: event, content: content)) }
    }

    /// Marks the report that `target` made as taken back.
    mutating func withdrawReport(event target: EventReference, by event: RecordedEvent) {
        for (id, term) in terms {
            for (field, reports) in term.reports {
                guard let index = reports.firstIndex(where: { $0.event.reference == target }) else {
                    continue
                }
                return change(id, by: event) { $0.reports[field]?[index].withdrawal = event }
            }
        }
        for (key, fields) in instrumentReports {
            for (field, reports) in fields {
                guard let index = reports.firstIndex(where: { $0.event.reference == target }) else {
                    continue
                }
                instrumentReports[key]?[field]?[index].withdrawal = event
                return
            }
        }
        refuse(
            event, for: .named(target.description), "'\(target)' is no report of this agreement",
            hint: "name a value-reported event as <recording>#<n>")
    }

    /// Types one value of an instrument's field.
    mutating func typed(
        _ raw: RawValue, as type: FieldType, by event: RecordedEvent
    ) -> ValueState? {
        var problems = Problems()
        let value = ValueState.codec(for: type).decode(raw.node, &problems)
        for problem in problems.all {
            refuse(event, for: .itself, problem.message, hint: problem.hint)
        }
        return problems.isEmpty ? value : nil
    }
}
