/// Where the parts of a picture stand; in pixels, from its upper left corner.
struct Layout {
    static let width = 1120
    static let margin = 20
    static let rowHeight = 38
    static let groupHeight = 25
    /// Beneath the last row of a group, whose notes may have three lines.
    static let groupFoot = 6
    static let barHeight = 14
    /// From the top of a row to its bars, and to its reports.
    static let barTop = 11
    static let changeMiddle = 5
    static let reportMiddle = 31
    static let gap = 14

    static let labelSize = 12
    static let noteSize = 10
    static let barSize = 10
    static let endingWidth = 204

    let labelWidth: Int
    let plotX: Int
    let plotWidth: Int

    init(_ chart: Chart) {
        let widest =
            chart.rows.map {
                TextMeasure.width($0.label, size: Self.labelSize, isBold: true)
            }.max() ?? 0
        let note = chart.rows.map { TextMeasure.width($0.note, size: Self.noteSize) }.max() ?? 0
        let heading =
            chart.groups.map { TextMeasure.width($0.title, size: 11, isBold: true) }.max() ?? 0
        labelWidth = min(262, max(150, widest, heading, min(note, 230)))
        plotX = Self.margin + labelWidth + Self.gap
        plotWidth = Self.width - Self.margin - Self.endingWidth - Self.gap - plotX
    }

    var endingX: Int { plotX + plotWidth + Self.gap }

    static var contentWidth: Int { width - 2 * margin }

    /// The height of all groups with their rows.
    static func height(of groups: [Chart.Group]) -> Int {
        groups.reduce(0) { $0 + groupHeight + $1.rows.count * rowHeight + groupFoot }
    }
}
