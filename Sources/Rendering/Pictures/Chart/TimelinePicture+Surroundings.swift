import Amendments
import Ledger
import Notation
import Terms

// What stands around the terms: conditions, disputes, conflicts.
extension TimelinePicture {
    var conditionRows: [Chart.Row] {
        reading.state.conditions.values.compactMap { record -> (Day, Chart.Row)? in
            guard let defined = record.definitions.first else { return nil }
            let outcome = record.outcomes.last
            if subject == .terms, copy.condition(record.id) == nil { return nil }
            let (from, to) = (defined.event.pictureDay, outcome?.event.pictureDay)
            let state = outcome?.manner.rawValue ?? "pending"
            let days = Self.days(from: from, to: to)
            var row = Chart.Row(
                label: record.id.text, note: SafeText.oneLine(defined.text),
                ending: (to.map { "\(state) \($0)" } ?? state, ""))
            row.barSpans = [
                Chart.BarSpan(
                    days: days, style: .condition,
                    title: "\(record.id), \(DayPhrase.stretch(days)): "
                        + "\(to == nil ? "" : "then ")\(state)",
                    cap: to == nil ? .none : .stop)
            ]
            return (from, row)
        }.sorted { ($0.0, $0.1.label) < ($1.0, $1.1.label) }.map(\.1)
    }

    var disputeRows: [Chart.Row] {
        reading.state.disputes.values.compactMap { record -> (Day, Chart.Row)? in
            guard let raised = record.raisings.first, let last = record.raisings.last else {
                return nil
            }
            let resolution = record.resolutions.last
            let (from, to) = (raised.event.pictureDay, resolution?.event.pictureDay)
            if subject == .terms,
                from > copy.vantage.on || to.map({ $0 <= copy.vantage.on }) == true
            {
                return nil
            }
            let state = resolution?.manner.rawValue ?? last.stage.rawValue
            let days = Self.days(from: from, to: to)
            let sides = [last.by, last.against]
                .map { $0.map(\.text).joined(separator: ", ") }
            var row = Chart.Row(
                label: record.id.text,
                note: sides.filter { !$0.isEmpty }.joined(separator: " against "),
                ending: (to.map { "\(state) \($0)" } ?? state, released(resolution)))
            row.barSpans = [
                Chart.BarSpan(
                    days: days, style: .dispute,
                    title: "\(record.id), \(DayPhrase.stretch(days)): \(state)",
                    cap: to == nil ? .question : .stop)
            ]
            return (from, row)
        }.sorted { ($0.0, $0.1.label) < ($1.0, $1.1.label) }.map(\.1)
    }

    /// What came about and was over on one day has that day.
    private static func days(from: Day, to: Day?) -> DayRange {
        DayRange(from: from, to: to) ?? DayRange(from...from)
    }

    private func released(_ resolution: DisputeRecord.Resolution?) -> String {
        switch resolution?.released {
        case .yes?: "past claims released"
        case .no?: "past claims not released"
        case .unknown?: "not released as far as known"
        case nil: ""
        }
    }

    var conflictRows: [Chart.Row] {
        var labels: [String] = []
        for window in conflicts.windows where !labels.contains(window.label) {
            labels.append(window.label)
        }
        return labels.flatMap { label in
            Self.apart(conflicts.windows.filter { $0.label == label })
        }.map { windows in
            let label = windows.first?.label ?? ""
            let last = windows.last
            var row = Chart.Row(
                label: SafeText.oneLine(label),
                note: SafeText.oneLine(last?.detail ?? ""),
                ending: (
                    last.map { $0.certainty.rawValue } ?? "",
                    last.map { DayPhrase.stretch($0.days) } ?? ""
                ))
            row.barSpans = windows.map { window in
                let words = DayPhrase.stretch(window.days)
                let detail = window.detail.isEmpty ? "" : ": \(window.detail)"
                return Chart.BarSpan(
                    days: window.days,
                    style: window.certainty == .certain ? .certainConflict : .possibleConflict,
                    texts: [window.certainty.rawValue],
                    title: SafeText.oneLine(
                        "\(window.certainty.rawValue) conflict, \(words), \(window.label)\(detail)"),
                    cap: window.days.to == nil ? .none : .stop)
            }
            return row
        }
    }

    /// Windows in as few rows as keep them from lying over each other.
    private static func apart(_ windows: [ConflictStrip.Window]) -> [[ConflictStrip.Window]] {
        var rows: [[ConflictStrip.Window]] = []
        for window in windows.sorted(by: { $0.days.from < $1.days.from }) {
            let free = rows.firstIndex { row in
                row.last.map { $0.days.end <= window.days.from } ?? false
            }
            if let free { rows[free].append(window) } else { rows.append([window]) }
        }
        return rows
    }
}
