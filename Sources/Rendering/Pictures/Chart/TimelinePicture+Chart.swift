import Amendments
import Ledger
import Notation
package import Terms

extension TimelinePicture {
    /// What is drawn, before anything has a place.
    var chart: Chart {
        var turning = TurningDays()
        let recordings = Dictionary(
            reading.events.map { ($0.position, $0) }, uniquingKeysWith: { first, _ in first })
        let pending = Set(
            reading.state.conditions.values.filter(\.outcomes.isEmpty).map(\.id))
        let rows = histories.compactMap { history -> (TermRow, Chart.Row)? in
            guard let timeline = reading.term(history.identity) else { return nil }
            let row = TermRow(
                history: history, timeline: timeline, copy: copy, events: recordings,
                pending: pending)
            guard subject == .timeline || row.term?.isLive == true else { return nil }
            row.note(&turning)
            return (row, row.row)
        }
        var groups = grouped(rows.sorted { $0.0.order < $1.0.order })
        groups.append(Chart.Group(title: "Conditions", rows: conditionRows))
        groups.append(Chart.Group(title: "Disputes", rows: disputeRows))
        groups.append(Chart.Group(title: "Conflicts", rows: conflictRows))
        let head = QuestionHead(copy, options: options)
        return Chart(
            title: title(SafeText.oneLine(head.title)), question: head.rows, day: copy.vantage.on,
            groups: groups.filter { !$0.rows.isEmpty }, turningDays: turning.days,
            foot: foot(shown: rows.count),
            id: "\(subject == .timeline ? "timeline" : "terms")-\(copy.agreement)")
    }

    /// The bars of one term's row, as days: what is drawn as holding, and whether for sure.
    package func bars(of term: TermID) -> [(days: DayRange, isSure: Bool)] {
        guard let timeline = reading.term(term),
            let history = histories.first(where: { $0.identity == timeline.record.identity })
        else { return [] }
        let row = TermRow(
            history: history, timeline: timeline, copy: copy, events: [:], pending: []
        ).row
        return row.barSpans.compactMap { barSpan in
            switch barSpan.style {
            case .inForce, .suspended, .conditional, .openEnded: (barSpan.days, true)
            case .indeterminate: (barSpan.days, false)
            case .waiting, .condition, .dispute, .certainConflict, .possibleConflict: nil
            }
        }
    }

    private func title(_ agreement: String) -> String {
        switch subject {
        case .timeline: "Timeline of \(agreement)"
        case .terms: "Terms of \(agreement) on \(copy.vantage.on)"
        }
    }

    private func grouped(_ rows: [(TermRow, Chart.Row)]) -> [Chart.Group] {
        switch grouping {
        case .kind:
            return TermGroup.allCases.map { group in
                Chart.Group(
                    title: group.rawValue,
                    rows: rows.filter { TermGroup(of: $0.0.history.kind) == group }.map(\.1))
            }
        case .party:
            let names = Dictionary(
                copy.parties.map { ($0.id.text, $0.name) }, uniquingKeysWith: { first, _ in first })
            let parties = Set(rows.compactMap { $0.0.parties.first }).sorted()
            let named = parties.map { party in
                Chart.Group(
                    title: SafeText.oneLine(names[party] ?? party),
                    rows: rows.filter { $0.0.parties.first == party }.map(\.1))
            }
            let others = rows.filter { $0.0.parties.isEmpty }.map(\.1)
            return named + [Chart.Group(title: "No one party", rows: others)]
        }
    }

    private func foot(shown: Int) -> [String] {
        var lines = QuestionHead.hidden(copy.resolved)
        let left = histories.count - shown + options.termsLeftOut
        if left > 0 { lines.append("\(left) other term\(left == 1 ? "" : "s") not drawn") }
        return lines
    }
}
