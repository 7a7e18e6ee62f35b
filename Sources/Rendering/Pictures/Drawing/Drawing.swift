import Terms

/// A chart with a place for everything in it.
struct Drawing {
    let chart: Chart
    let layout: Layout
    let axis: TimeAxis
    /// How each row's label is shown, where there is no room for all of it.
    let labels: [String: String]
    /// What is drawn so far.
    var svg = SVGText()
    /// The height that is used so far.
    var y = Layout.margin
    /// Where the rows begin and end.
    var rowsTop = 0
    var rowsBottom = 0

    init(_ chart: Chart) {
        self.chart = chart
        layout = Layout(chart)
        axis = TimeAxis(chart, x: layout.plotX, width: layout.plotWidth)
        labels = TextMeasure.fittedApart(
            Set(chart.rows.map(\.label)), size: Layout.labelSize, isBold: true,
            width: layout.labelWidth)
        drawHead()
        drawAxis()
        drawGrid()
        drawRows()
        drawDay()
        drawMarks()
        drawKey()
        drawLegend()
        drawFoot()
    }

    /// The whole document.
    var text: String {
        let height = y + Layout.margin
        let size = "0 0 \(Layout.width) \(height)"
        var document = SVGText()
        document.begin(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "version": "1.1",
                "width": "\(Layout.width)", "height": "\(height)", "viewBox": size, "role": "img",
                "aria-labelledby": "\(chart.id)-title \(chart.id)-desc",
                "font-family": "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif",
                "fill": Palette.ink,
            ])
        document.leaf("title", chart.title, ["id": "\(chart.id)-title"])
        document.leaf("desc", PictureDescription(chart).text, ["id": "\(chart.id)-desc"])
        drawPatterns(&document)
        document.shape(
            "rect",
            [
                "class": "paper", "width": "\(Layout.width)", "height": "\(height)",
                "fill": Palette.paper,
            ])
        document.append(svg)
        document.end()
        return document.text
    }

    /// How a text is set.
    struct Lettering {
        var size: Int
        var isBold = false
        var color = Palette.ink
        var anchor = "start"
    }

    /// Writes a text; `y` is its baseline.
    mutating func write(_ text: String, x: Int, y: Int, _ lettering: Lettering) {
        guard !text.isEmpty else { return }
        svg.leaf(
            "text", text,
            [
                "x": "\(x)", "y": "\(y)", "font-size": "\(lettering.size)",
                "font-weight": lettering.isBold ? "bold" : "normal", "fill": lettering.color,
                "text-anchor": lettering.anchor,
            ])
    }

    mutating func line(
        _ name: String, _ from: (x: Int, y: Int), _ to: (x: Int, y: Int), color: String,
        width: Int = 1, dashes: String = "none"
    ) {
        svg.shape(
            "line",
            [
                "class": name, "x1": "\(from.x)", "y1": "\(from.y)", "x2": "\(to.x)",
                "y2": "\(to.y)", "stroke": color, "stroke-width": "\(width)",
                "stroke-dasharray": dashes,
            ])
    }

    private func drawPatterns(_ document: inout SVGText) {
        document.begin("defs")
        for style in Chart.Style.allCases {
            guard let name = Palette.pattern(of: style) else { continue }
            let color = Palette.outline(of: style).color
            document.begin(
                "pattern",
                [
                    "id": "\(chart.id)-\(name)", "width": "6", "height": "6",
                    "patternUnits": "userSpaceOnUse",
                ])
            document.shape("rect", ["width": "6", "height": "6", "fill": Palette.paper])
            document.shape(
                "path",
                [
                    "d": Self.strokes(style),
                    "stroke": style == .certainConflict ? "none" : color,
                    "fill": style == .certainConflict ? color : "none",
                    "stroke-width": style == .indeterminate ? "2" : "1",
                ])
            document.end()
        }
        document.end()
    }

    /// What a pattern's tile of six by six holds; what leaves it on one side comes in on the other.
    private static func strokes(_ style: Chart.Style) -> String {
        switch style {
        case .suspended: "M0 1H6M0 4H6"
        case .indeterminate: "M1 1H3M4 4H6"
        case .conditional: "M-1 1L1 -1M0 6L6 0M5 7L7 5"
        case .dispute: "M1 0V6M4 0V6"
        case .possibleConflict: "M0 0L6 6M6 0L0 6"
        case .certainConflict: "M0 0H3V3H0ZM3 3H6V6H3Z"
        case .inForce, .openEnded, .waiting, .condition: ""
        }
    }

    func fill(of style: Chart.Style, isShaded: Bool = false) -> String {
        Palette.pattern(of: style).map { "url(#\(chart.id)-\($0))" }
            ?? Palette.fill(of: style, isShaded: isShaded)
    }
}
