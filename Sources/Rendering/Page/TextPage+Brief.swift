/// How wide the column is in which ids stand.
enum BriefLabels {
    /// As wide as the widest of them, but no wider than leaves room for a text.
    static func width(of labels: [String]) -> Int {
        min(36, labels.map(DisplayWidth.of).max() ?? 0)
    }
}

extension TextPage {
    /// Writes the head of an answer on one screen: its title and day, and by what they stand; what is known only where
    /// that is less than everything.
    mutating func briefHead(_ head: QuestionHead) {
        paragraph(StyledText(head.title, .strong), hang: 2)
        for (label, text) in head.briefRows {
            row(StyledText(label, .faint), StyledText(text), labelWidth: 15)
        }
        gap()
    }

    /// Writes what an answer on one screen leaves out, and what shows it.
    mutating func notShown(_ hidden: [String], options: TextOptions) {
        if !hidden.isEmpty {
            paragraph(StyledText("not shown: " + hidden.joined(separator: "; "), .faint), hang: 2)
        }
        let more =
            options.showsSources
            ? ["--full everything"]
            : ["-v every field", "--sources the evidence", "--full everything"]
        paragraph(StyledText(more.joined(separator: ", "), .faint), hang: 2)
    }
}
