import Terms

// Everything around the rows: head, axis, grid, the day of the question, the key of turning days, the foot.
extension Drawing {
    mutating func drawHead() {
        let width = Layout.contentWidth
        for text in TextMeasure.lines(chart.title, size: 19, isBold: true, width: width) {
            y += 20
            write(text, x: Layout.margin, y: y, Lettering(size: 19, isBold: true))
        }
        y += 4
        let words = chart.question.map { "\($0.label): \($0.text)" }.joined(separator: "  ·  ")
        for text in TextMeasure.lines(words, size: 11, width: width) {
            y += 15
            write(text, x: Layout.margin, y: y, Lettering(size: 11, color: Palette.faint))
        }
        y += 14
    }

    /// The years over the rows, and room above them for the day of the question and the turning days.
    mutating func drawAxis() {
        y += 16
        drawDayLabel()
        y += badgeLanes * 19
        drawBadges()
        y += 17
        drawYears(baseline: y)
        write("Status on \(chart.day)", x: layout.endingX, y: y, Lettering(size: 11, isBold: true))
        if axis.namesQuarters {
            y += 13
            drawQuarters(baseline: y)
        }
        y += 5
        rowsTop = y
        rowsBottom = y + Layout.height(of: chart.groups)
    }

    private mutating func drawYears(baseline: Int) {
        for day in axis.yearDays {
            let x = axis.x(of: day)
            let label = String(day.year)
            guard x + 3 + TextMeasure.width(label, size: 11) <= axis.right else { continue }
            write(label, x: x + 3, y: baseline, Lettering(size: 11, isBold: false))
        }
    }

    private mutating func drawQuarters(baseline: Int) {
        let firsts = axis.yearDays.map { (day: $0, number: 1) }
        for (day, number) in firsts + axis.quarterDays {
            write(
                "Q\(number)", x: axis.x(of: day) + 3, y: baseline,
                Lettering(size: 9, color: Palette.faint))
        }
    }

    mutating func drawGrid() {
        svg.begin("g", ["class": "grid", "shape-rendering": "crispEdges"])
        let days = axis.yearDays
        for (index, day) in days.enumerated() where index % 2 == 0 {
            let right = index + 1 < days.count ? axis.x(of: days[index + 1]) : axis.right
            svg.shape(
                "rect",
                [
                    "x": "\(axis.x(of: day))", "y": "\(rowsTop)",
                    "width": "\(right - axis.x(of: day))", "height": "\(rowsBottom - rowsTop)",
                    "fill": Palette.band,
                ])
        }
        for day in days {
            let x = axis.x(of: day)
            line("year", (x, rowsTop - 4), (x, rowsBottom + 4), color: Palette.grid)
        }
        for (day, _) in axis.quarterDays {
            let x = axis.x(of: day)
            line("quarter", (x, rowsTop - 3), (x, rowsTop), color: Palette.line)
            line("quarter", (x, rowsBottom), (x, rowsBottom + 3), color: Palette.line)
        }
        for edge in [rowsTop, rowsBottom] {
            line("edge", (axis.x, edge), (axis.right, edge), color: Palette.line)
        }
        svg.end()
        for turning in chart.turningDays {
            let x = axis.x(of: turning.day)
            line(
                "turning-day", (x, rowsTop - 6), (x, rowsBottom), color: Palette.line,
                dashes: "2 3")
        }
    }

    /// The line of the day of the question, over the bars, and the years again under them.
    mutating func drawDay() {
        let x = axis.x(of: chart.day)
        line("day-asked", (x, rowsTop - 6), (x, rowsBottom + 6), color: Palette.ink, width: 2)
        y = rowsBottom + 17
        drawYears(baseline: y)
        y += 10
    }

    private mutating func drawDayLabel() {
        let label = "as of \(chart.day)"
        let width = TextMeasure.width(label, size: 11, isBold: true) + 12
        let middle = axis.x(of: chart.day)
        let left = min(max(axis.x, middle - width / 2), axis.right - width)
        svg.shape(
            "rect",
            [
                "class": "day-label", "x": "\(left)", "y": "\(y - 15)", "width": "\(width)",
                "height": "19", "rx": "3", "fill": Palette.ink,
            ])
        write(
            label, x: left + width / 2, y: y - 1,
            Lettering(size: 11, isBold: true, color: Palette.paper, anchor: "middle"))
        y += 4
    }

    /// What each letter stands for.
    mutating func drawKey() {
        guard !chart.turningDays.isEmpty else { return }
        y += 18
        write(
            "Days on which several terms change", x: Layout.margin, y: y,
            Lettering(size: 11, isBold: true))
        let width = Layout.contentWidth - 26
        for turning in chart.turningDays {
            y += 19
            badge(turning, x: Layout.margin + 8, y: y - 4)
            let words = "\(turning.day)  ·  \(turning.terms) terms  ·  \(turning.title)"
            write(
                TextMeasure.fitted(words, size: 11, width: width), x: Layout.margin + 26, y: y,
                Lettering(size: 11))
            for line in TextMeasure.lines(turning.changes, size: Layout.noteSize, width: width) {
                y += 13
                write(
                    line, x: Layout.margin + 26, y: y,
                    Lettering(size: Layout.noteSize, color: Palette.faint))
            }
        }
        y += 6
    }

    mutating func drawFoot() {
        guard !chart.foot.isEmpty else { return }
        let text = "hidden: " + chart.foot.joined(separator: "; ")
        y += 4
        for line in TextMeasure.lines(text, size: 11, width: Layout.contentWidth) {
            y += 15
            write(line, x: Layout.margin, y: y, Lettering(size: 11, color: Palette.faint))
        }
    }
}
