import Notation

/// The rows of a file of figures: CSV (RFC 4180) with a header that is given.
enum FigureRows {
    /// The rows below the header, each with as many values.
    static func read(_ text: String, under header: [String]) throws(Problem) -> [[CSVReader.Cell]] {
        let records = try CSVReader.records(of: text)
        let expected = header.joined(separator: ",")
        guard let head = records.first, head.map(\.text) == header else {
            throw Problem(
                "the header is '\(records.first?.map(\.text).joined(separator: ",") ?? "")'",
                hint: "begin with: \(expected)", mark: Mark(line: 1, column: 1))
        }
        let rows = Array(records.dropFirst())
        if let wrong = rows.first(where: { $0.count != header.count }) {
            throw Problem(
                "\(wrong.count) values, where \(header.count) are expected",
                hint: "write \(expected); quote a value that has a comma in it",
                mark: Mark(line: wrong.first?.mark.line ?? 1, column: 1))
        }
        return rows
    }
}
