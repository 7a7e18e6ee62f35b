/// A table of text whose cells wrap when the page is too narrow.
struct TextTable {
    let headers: [String]
    /// The columns that wrap first.
    let flexible: [Int]
    var rows: [[StyledText]] = []

    init(_ headers: [String], flexible: [Int]) {
        self.headers = headers
        self.flexible = flexible
    }

    /// The lines of the table, two spaces between columns, in at most `width` columns where each can
    /// still have eight.
    func lines(width: Int) -> [StyledText] {
        let head = headers.map { StyledText($0.uppercased(), .faint) }
        let widths = columnWidths(width: width)
        return ([head] + rows).flatMap { Self.lines(of: $0, widths: widths) }
    }

    private func columnWidths(width: Int) -> [Int] {
        var widths = headers.indices.map { column in
            rows.reduce(DisplayWidth.of(headers[column])) { widest, row in
                max(widest, row[column].width)
            }
        }
        let available = width - 2 * (headers.count - 1)
        for columns in [flexible, Array(headers.indices)] {
            while widths.reduce(0, +) > available,
                let widest = columns.max(by: { widths[$0] < widths[$1] }),
                widths[widest] > Self.narrowest
            {
                widths[widest] -= 1
            }
        }
        return widths
    }

    private static let narrowest = 8

    private static func lines(of row: [StyledText], widths: [Int]) -> [StyledText] {
        let cells = zip(row, widths).map { $0.wrapped(width: $1) }
        let height = cells.map(\.count).max() ?? 0
        return (0..<height).map { index in
            var line: StyledText = ""
            var column = 0
            for (cell, width) in zip(cells, widths) {
                if index < cell.count, !cell[index].isEmpty {
                    line += StyledText(String(repeating: " ", count: column - line.width))
                    line += cell[index]
                }
                column += width + 2
            }
            return line
        }
    }
}
