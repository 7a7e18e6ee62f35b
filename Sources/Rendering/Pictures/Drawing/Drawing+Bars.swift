import Terms

// One bar: its fill, its outline, how it ends, and what stands in it.
extension Drawing {
    /// - Parameter texts: the first of these for which there is room stands in it.
    /// - Returns: whether there was room for one.
    mutating func draw(_ barSpan: Chart.BarSpan, _ texts: [String]) -> Bool {
        let left = barSpan.days.since.map { axis.x(of: $0) } ?? axis.x
        let right = max(barSpan.days.to.map { axis.x(of: $0) } ?? axis.right, left + 3)
        // A day's worth at the very edge stays inside the plot.
        let start = min(left, axis.right - 3)
        let end = min(right, axis.right)
        let top = y + Layout.barTop
        svg.begin("g", ["class": "bar"], title: barSpan.title)
        body(barSpan.style, isShaded: barSpan.isShaded, from: start, to: end, top: top)
        if barSpan.days.from < axis.first { cut(x: start + 4, top: top) }
        if let to = barSpan.days.to, to > axis.end { cut(x: end - 8, top: top) }
        let room = cap(barSpan.cap, x: end, top: top, width: end - start)
        let isSaid = texts.contains { text in
            write(text, in: barSpan.style, from: start + 5, to: end - 4 - room, top: top)
        }
        svg.end()
        return isSaid
    }

    mutating func body(
        _ style: Chart.Style, isShaded: Bool, from: Int, to: Int, top: Int
    ) {
        let outline = Palette.outline(of: style)
        let isPlain = style == .inForce
        let bottom = top + Layout.barHeight
        svg.shape(
            "rect",
            [
                "class": "\(style)", "x": "\(from)", "y": "\(top)", "width": "\(to - from)",
                "height": "\(Layout.barHeight)", "fill": fill(of: style, isShaded: isShaded),
                "stroke": isPlain ? Palette.paper : "none",
            ])
        guard !isPlain else { return }
        // What has no stated end stands open on its right.
        let isOpen = style == .openEnded || style == .waiting
        let sides = isOpen ? "M\(to) \(bottom)H\(from)V\(top)H\(to)" : nil
        svg.shape(
            "path",
            [
                "d": sides ?? "M\(from) \(top)H\(to)V\(bottom)H\(from)Z", "fill": "none",
                "stroke": outline.color, "stroke-dasharray": outline.dashes ?? "none",
            ])
    }

    /// Two slanted lines through a bar: it goes on beyond the edge.
    private mutating func cut(x: Int, top: Int) {
        for offset in [0, 4] {
            line(
                "cut", (x + offset, top + Layout.barHeight), (x + offset + 4, top),
                color: Palette.paper, width: 2)
        }
    }

    /// Draws how a bar ends; returns how much of its right end that takes.
    mutating func cap(_ cap: Chart.Cap, x: Int, top: Int, width: Int) -> Int {
        let bottom = top + Layout.barHeight
        let middle = top + Layout.barHeight / 2
        switch cap {
        case .none: return 0
        case .stop:
            line("stop", (x, top - 2), (x, bottom + 2), color: Palette.ink, width: 2)
            return 0
        case .arrow:
            let tip = "M\(x - 9) \(top - 1)L\(x) \(middle)L\(x - 9) \(bottom + 1)"
            svg.shape(
                "path",
                [
                    "class": "behind", "d": "\(tip)H\(x + 1)V\(top - 1)Z", "fill": Palette.paper,
                ])
            svg.shape(
                "path",
                ["class": "arrow", "d": "\(tip)Z", "fill": Palette.ink])
            return 10
        case .diamond:
            let outline = "M\(x - 14) \(middle)L\(x - 7) \(middle - 7)L\(x) \(middle)"
            svg.shape(
                "path",
                [
                    "class": "diamond", "d": "\(outline)L\(x - 7) \(middle + 7)Z",
                    "fill": Palette.paper, "stroke": Palette.ink, "stroke-width": "2",
                ])
            return 15
        case .question:
            svg.shape(
                "circle",
                [
                    "class": "behind", "cx": "\(x - 9)", "cy": "\(middle)", "r": "6",
                    "fill": Palette.paper,
                ])
            write(
                "?", x: x - 9, y: top + 11,
                Lettering(size: 12, isBold: true, anchor: "middle"))
            return 15
        }
    }

    /// Writes a text into a bar, before or after the day of the question, whichever has room; else nowhere.
    private mutating func write(
        _ text: String, in style: Chart.Style, from: Int, to: Int, top: Int
    ) -> Bool {
        let width = TextMeasure.width(text, size: Layout.barSize)
        let day = axis.x(of: chart.day)
        let isCut = day > from - 4 && day < to + 4
        let spans = isCut ? [(from, day - 5), (day + 6, to)] : [(from, to)]
        guard let span = spans.first(where: { $0.1 - $0.0 >= width }) else { return false }
        if !Palette.isDark(style) {
            svg.shape(
                "rect",
                [
                    "class": "behind", "x": "\(span.0 - 2)", "y": "\(top + 1)",
                    "width": "\(width + 4)", "height": "\(Layout.barHeight - 2)",
                    "fill": Palette.paper,
                ])
        }
        write(
            text, x: span.0, y: top + 11,
            Lettering(
                size: Layout.barSize,
                color: Palette.isDark(style) ? Palette.paper : Palette.ink))
        return true
    }
}
