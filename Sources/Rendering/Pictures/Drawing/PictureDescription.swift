import Terms

/// The picture in words, for a reader that does not see it.
struct PictureDescription {
    let text: String

    init(_ chart: Chart) {
        var sentences = chart.question.map { "\($0.label): \($0.text)." }
        for group in chart.groups {
            sentences.append("\(group.title):")
            sentences += group.rows.map(Self.sentence)
        }
        for turning in chart.turningDays {
            sentences.append(
                "\(turning.letter), \(turning.day): \(turning.terms) terms change, "
                    + "\(turning.title): \(turning.changes).")
        }
        if !chart.foot.isEmpty {
            sentences.append("Hidden: \(chart.foot.joined(separator: "; ")).")
        }
        text = sentences.joined(separator: " ")
    }

    private static func sentence(_ row: Chart.Row) -> String {
        var parts = ["\(row.label) (\(row.note))"]
        parts += row.barSpans.map { barSpan in
            let words = [barSpan.style.rawValue] + barSpan.texts.prefix(1)
            return "\(DayPhrase.stretch(barSpan.days)) "
                + words.joined(separator: ", ")
        }
        parts += row.marks.map { "\($0.sort == .change ? "changed" : "") \($0.title)" }
        let ending = [row.ending.first, row.ending.second].filter { !$0.isEmpty }
        if !ending.isEmpty { parts.append(ending.joined(separator: ", ")) }
        return parts.joined(separator: "; ") + "."
    }
}
