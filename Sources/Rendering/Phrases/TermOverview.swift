import Amendments
import Ledger
import Terms

/// A term in one line: its amount or act, and since when or until when where that is stated.
enum TermOverview {
    /// What matters most first; what is only reported says so, and so does what is not disclosed.
    static func text(of term: ConformedTerm) -> StyledText {
        var text = StyledText(words(of: term))
        if let status = status(of: term) { text += StyledText(" (\(status))", .faint) }
        return text
    }

    private static func words(of term: ConformedTerm) -> String {
        let brief = term.kind.definition.brief
        let words = brief.render { name in term.field(name).flatMap(value) }
        guard !brief.fields.contains(.ends), let ends = term.field(.ends).flatMap(value) else {
            return words
        }
        return "\(words); ends: \(ends)"
    }

    /// A value in a line; nil where there is nothing to be said of it.
    private static func value(of field: ConformedField) -> String? {
        if field.isIndeterminate {
            return field.candidates.map { $0.value?.displayText ?? "no such field" }
                .joined(separator: " or ")
        }
        guard let agreed = field.agreed else {
            return "\(field.places.shortText(of: field.value)) (reported)"
        }
        switch agreed {
        // What leaves nothing out goes without saying.
        case .stated(.tags(.all)): return nil
        case .stated, .between, .about:
            let text = field.places.shortText(of: agreed)
            // A report as good as what is agreed that says otherwise stands beside it.
            guard field.isContested, let report = field.competing.first?.value else { return text }
            return "\(text) (\(report.displayText) reported)"
        case .redacted, .undisclosed:
            let report = field.competing.first?.value
            return report.map { "\(agreed.displayText) (\($0.displayText) reported)" }
                ?? agreed.displayText
        case .unknown, .silent, .none, .sameAs: return nil
        }
    }

    /// What a reader must know beside the words: how it stands where it is not plainly in force, what waits for a
    /// condition, and that a report contradicts it; nil where there is nothing.
    private static func status(of term: ConformedTerm) -> String? {
        var parts: [String] = []
        switch term.status {
        case .inForce: break
        case .notYet where term.isAgreedLater: parts.append("agreed later")
        case .notYet:
            let start = term.field(.starts)?.displayText
            parts.append("scheduled" + (start.map { ": starts \($0)" } ?? ""))
        case .suspended, .indeterminate, .ended: parts.append(ReasonPhrase.status(term.status))
        }
        // Whether it may be used now, its fields alone do not say.
        parts += term.reasons.compactMap { reason in
            switch reason {
            case .opening, .wholeEnded:
                ReasonPhrase.text(of: reason, status: term.status)
            case _: nil
            }
        }
        if let change = term.conditionalChanges.first {
            let more = term.conditionalChanges.count - 1
            parts.append(
                "conditional: \(ConditionalPhrase.text(of: change))"
                    + (more > 0 ? " and \(more) more" : ""))
        }
        // Which of its fields they differ on, the line may not name.
        if term.fields.contains(where: \.isContested) { parts.append("reports differ") }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}
