/// The rows of an answer on one screen: an id, and what there is to be said of it.
struct OverviewRow {
    var label: StyledText
    var text: StyledText
    /// What stands before the id, such as a sign.
    var lead: StyledText = ""

    /// How far the id stands from the margin.
    fileprivate var indent: Int { lead.isEmpty ? 0 : lead.width + 1 }
}

extension TextPage {
    /// How many lines an answer may take and still stand on the smallest screen with its head and its foot.
    static let screenful = 16

    /// Writes the rows in the fewest lines. All have one; as long as there is room, those further up have more. Of a text
    /// that takes more than it has the rest is left out, and a mark says so.
    ///
    /// - Parameters:
    ///   - height: how many lines there are for all of them.
    ///   - below: what stands below a row, by its place.
    mutating func brief(
        _ rows: [OverviewRow], within height: Int = screenful,
        below: (Int, inout TextPage) -> Void = { _, _ in }
    ) {
        let labelWidth = min(36, width / 2, rows.map(\.label.width).max() ?? 0)
        let wrapped = rows.map { lines(of: $0, labelWidth) }
        var room = max(0, height - rows.count)
        for (index, row) in rows.enumerated() {
            let more = min(room, wrapped[index].count - 1)
            room -= more
            write(row, wrapped[index], limit: 1 + more, labelWidth)
            below(index, &self)
        }
    }

    private func lines(of row: OverviewRow, _ labelWidth: Int) -> [StyledText] {
        let widths = widths(of: row, labelWidth)
        return row.text.wrapped(width: widths.other, firstWidth: widths.first)
    }

    /// How wide a text may be in its first line, which an id that is wider than its column shortens, and in the others.
    private func widths(of row: OverviewRow, _ labelWidth: Int) -> (first: Int, other: Int) {
        let other = max(Self.narrowest, width - row.indent - labelWidth - 2)
        // A label that leaves no room has its line to itself.
        return (
            hasOwnLine(row) ? other : width - row.indent - max(labelWidth, row.label.width) - 2,
            other
        )
    }

    private func hasOwnLine(_ row: OverviewRow) -> Bool {
        width - row.indent - row.label.width - 2 < Self.narrowest
    }

    /// How many columns a text has at least.
    private static let narrowest = 16

    private mutating func write(
        _ row: OverviewRow, _ lines: [StyledText], limit: Int, _ labelWidth: Int
    ) {
        var shown = Array(lines.prefix(limit))
        if lines.count > limit, let last = shown.popLast() {
            let widths = widths(of: row, labelWidth)
            shown.append(last.shortened(to: limit == 1 ? widths.first : widths.other))
        }
        let indent = row.indent
        let labelled = indent > 0 ? row.lead + " " + row.label : row.label
        if hasOwnLine(row) {
            paragraph(labelled, hang: indent)
            for line in shown { verbatim(line, indent: indent + labelWidth + 2) }
            return
        }
        for (index, line) in shown.enumerated() {
            let own = index == 0 ? labelled : ""
            let column = indent + labelWidth + 2
            let space = String(repeating: " ", count: max(2, column - own.width))
            verbatim(own + StyledText(space) + line)
        }
    }

    /// Writes what an answer on one screen leaves out, and what shows it.
    ///
    /// - Parameter options: of an answer that can be shown in part; nil where it is shown on one screen or whole.
    mutating func notShown(_ hidden: [String], options: TextOptions? = nil) {
        if !hidden.isEmpty {
            paragraph(StyledText("not shown: " + hidden.joined(separator: "; "), .faint), hang: 2)
        }
        let parts = options.map { options in
            options.showsSources ? [] : ["-v every field", "--sources the evidence"]
        }
        let more = (parts ?? []) + ["--full everything"]
        paragraph(StyledText(more.joined(separator: ", "), .faint), hang: 2)
    }
}
