import Amendments
import Ledger
import Notation
import Terms

extension TermRow {
    /// A field that reads differently from a day on, within a life of the term.
    struct FieldChange {
        let day: Day
        let words: String
        /// False where an imprecise date only leaves room for the change.
        let isExact: Bool
    }

    var fieldChanges: [FieldChange] {
        var changes: [FieldChange] = []
        for schema in history.kind.definition.fields {
            let own = pieces.filter { $0.subject == .field(schema.name) }
            for (before, after) in zip(own, own.dropFirst())
            where before.days.to == after.days.from && isInside(after.days.from)
                && !saysTheSame(before, after)
            {
                changes.append(
                    FieldChange(
                        day: after.days.from, words: words(schema.name, before, after),
                        isExact: before.state != .indeterminate
                            && after.state != .indeterminate))
            }
        }
        return changes + successions
    }

    /// Days from which another party stands in the place of one that a field names.
    private var successions: [FieldChange] {
        history.fields.flatMap { field in
            field.successions.stated().filter { isInside($0.from) }.map { succession in
                FieldChange(
                    day: succession.from, words: "\(field.name): \(succession.value.text)",
                    isExact: succession.value.places.allSatisfy(\.isCertain))
            }
        }
    }

    var changes: [Chart.Mark] {
        Dictionary(grouping: fieldChanges, by: \.day).map { day, changes in
            let words = changes.map(\.words).joined(separator: "; ")
            return Chart.Mark(
                day: day, sort: .change, title: SafeText.oneLine("\(day): \(words)"))
        }
    }

    var reports: [Chart.Mark] {
        timeline.record.reports.sorted { $0.key < $1.key }.flatMap { field, reports in
            reports.map { report in
                let day = report.event.recording.disclosed.earliest
                let words =
                    "\(field) reported as \(report.value.displayText) "
                    + "[\(report.event.grade.rawValue)], disclosed "
                    + "\(report.event.recording.disclosed)"
                return Chart.Mark(
                    day: day, sort: report.withdrawal == nil ? .report : .withdrawn,
                    title: SafeText.oneLine(
                        words + (report.withdrawal == nil ? "" : "; withdrawn since")))
            }
        }
    }

    /// Inside a life, and not where it begins: that the bar shows.
    private func isInside(_ day: Day) -> Bool {
        lives.contains { $0.from < day && $0.days.contains(day) }
            && !lives.contains { $0.from == day && isBeginning($0) }
    }

    private func isBeginning(_ run: Run) -> Bool {
        guard let since = run.days.since else { return true }
        return switch history.runs.at(since.adding(days: -1)).status {
        case .notYet, .ended: true
        case .inForce, .suspended, .indeterminate: false
        }
    }

    private func saysTheSame(_ lhs: TermPiece, _ rhs: TermPiece) -> Bool {
        lhs.answer == rhs.answer && lhs.isReported == rhs.isReported
    }

    private func words(_ field: FieldName, _ before: TermPiece, _ after: TermPiece) -> String {
        let (old, new) = (text(before), text(after))
        guard old.count + new.count <= 160 else { return "\(field) reads differently" }
        return "\(field): \(old) → \(new)"
    }

    private func text(_ piece: TermPiece) -> String {
        (piece.isReported ? "reported: " : "")
            + (value(of: piece)?.displayText ?? "indeterminate")
    }
}
