public import Notation
public import Terms

/// The figure of a published index for a day, a month or a year.
public struct IndexFigure: Hashable, Sendable {
    public var name: String
    public var period: CivilDate
    public var value: ExactDecimal

    public init(name: String, period: CivilDate, value: ExactDecimal) {
        self.name = name
        self.period = period
        self.value = value
    }
}

/// Reads figures of indices from CSV (RFC 4180) with the header `period,index,value`.
public enum IndexFile {
    public static let header = ["period", "index", "value"]

    /// The figures as they stand, each of an index and a time once.
    public static func read(_ text: String) throws(Problem) -> [IndexFigure] {
        var figures: [IndexFigure] = []
        for record in try FigureRows.read(text, under: header) {
            let figure = try figure(record)
            if figures.contains(where: { $0.name == figure.name && $0.period == figure.period }) {
                throw Problem(
                    "\(figure.name) has two figures for \(figure.period)", hint: "keep one",
                    mark: record[0].mark)
            }
            figures.append(figure)
        }
        return figures
    }

    private static func figure(_ record: [CSVReader.Cell]) throws(Problem) -> IndexFigure {
        guard let period = CivilDate(record[0].text), period.qualifier == .none else {
            throw Problem(
                "'\(record[0].text)' is not a day, a month or a year",
                hint: "write one such as 2024-01", mark: record[0].mark)
        }
        guard !record[1].text.isEmpty else {
            throw Problem(
                "the index has no name", hint: "name it as the term does, such as CPI-U",
                mark: record[1].mark)
        }
        guard let value = ExactDecimal(record[2].text), value > ExactDecimal(0),
            record[2].text.utf8.count <= 19
        else {
            throw Problem(
                "'\(record[2].text)' is not a figure above zero of at most 18 digits",
                hint: "write a plain number such as 308.417", mark: record[2].mark)
        }
        return IndexFigure(name: record[1].text, period: period, value: value)
    }
}
