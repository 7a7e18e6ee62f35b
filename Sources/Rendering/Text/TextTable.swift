/// A table of text whose cells wrap when the page is too narrow.
struct TextTable {
    let headers: [String]
    var rows: [[StyledText]] = []

    init(_ headers: [String]) { self.headers = headers }

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
        while widths.reduce(0, +) > available {
            guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
                widths[widest] > Self.narrowest
            else { break }
            let next = widths.enumerated().filter { $0.offset != widest }.map(\.element).max() ?? 0
            let excess = widths.reduce(0, +) - available
            widths[widest] = max(Self.narrowest, min(widths[widest] - 1, max(next, widths[widest] - excess)))
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
