import Ledger
import Terms

extension ConformedCopy {
    /// The field that `same-as` refers to, followed to its end; nil where it leads nowhere.
    func target(of state: ValueState, steps: Int = 8) -> (
        term: ConformedTerm, field: ConformedField
    )? {
        guard case .sameAs(let id, let name) = state, steps > 0, let term = term(id),
            let field = term.field(name)
        else { return nil }
        if case .sameAs = field.value { return target(of: field.value, steps: steps - 1) }
        return (term, field)
    }

    /// What a field surely says; nil where it may say one thing or another.
    ///
    /// - Parameter reports: whether a report answers where nothing is agreed.
    func settled(_ field: ConformedField, _ reports: ReportUse) -> ValueState? {
        if field.isIndeterminate { return nil }
        if field.isReported, reports == .leftOut || field.isContested { return nil }
        switch field.value {
        case .stated, .none: return field.value
        case .between, .about, .redacted, .undisclosed, .unknown, .silent: return nil
        case .sameAs: return target(of: field.value).flatMap { settled($0.field, reports) }
        }
    }
}
