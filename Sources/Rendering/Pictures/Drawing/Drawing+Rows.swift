import Terms

// The rows: a label, bars with marks above and reports beneath, and how it ends.
extension Drawing {
    mutating func drawRows() {
        y = rowsTop
        for group in chart.groups {
            drawHeading(group.title)
            for row in group.rows {
                draw(row)
                y += Layout.rowHeight
            }
            y += Layout.groupFoot
        }
    }

    /// The marks lie over the line of the day of the question, which lies over the bars.
    mutating func drawMarks() {
        let end = y
        y = rowsTop
        for group in chart.groups {
            y += Layout.groupHeight
            for row in group.rows {
                draw(row.marks.filter { $0.sort == .change }, middle: y + Layout.changeMiddle)
                draw(row.marks.filter { $0.sort != .change }, middle: y + Layout.reportMiddle)
                y += Layout.rowHeight
            }
            y += Layout.groupFoot
        }
        y = end
    }

    private mutating func drawHeading(_ title: String) {
        line(
            "group", (Layout.margin, y), (Layout.width - Layout.margin, y), color: Palette.line)
        let width = layout.labelWidth
        write(
            TextMeasure.fitted(title, size: 11, isBold: true, width: width), x: Layout.margin,
            y: y + 17, Lettering(size: 11, isBold: true, color: Palette.faint))
        y += Layout.groupHeight
    }

    private mutating func draw(_ row: Chart.Row) {
        svg.begin("g", ["class": "row"])
        drawLabel(row)
        var unsaid: [String] = []
        for barSpan in row.barSpans {
            let texts = barSpan.goesOn ? unsaid : barSpan.texts
            unsaid = draw(barSpan, texts) ? [] : texts
        }
        drawEnding(row.ending)
        svg.end()
    }

    private mutating func drawLabel(_ row: Chart.Row) {
        let width = layout.labelWidth
        svg.begin("g", ["class": "label"], title: "\(row.label): \(row.note)")
        write(
            labels[row.label] ?? row.label,
            x: Layout.margin, y: y + 16, Lettering(size: Layout.labelSize, isBold: true))
        write(
            TextMeasure.fitted(row.note, size: Layout.noteSize, width: width), x: Layout.margin,
            y: y + 29, Lettering(size: Layout.noteSize, color: Palette.faint))
        svg.end()
    }

    private mutating func drawEnding(_ ending: (first: String, second: String)) {
        guard !ending.first.isEmpty || !ending.second.isEmpty else { return }
        let (width, size) = (Layout.endingWidth, Layout.noteSize)
        svg.begin(
            "g", ["class": "ending"],
            title: ending.second.isEmpty ? ending.first : "\(ending.first); \(ending.second)")
        let first = few(TextMeasure.lines(ending.first, size: size, width: width), 2)
        let second = few(
            TextMeasure.lines(ending.second, size: size, width: width), 3 - first.count)
        for (index, text) in (first + second).enumerated() {
            write(
                TextMeasure.fitted(text, size: size, width: width), x: layout.endingX,
                y: y + (first.count + second.count < 3 ? 17 : 11) + index * 12,
                Lettering(size: size, color: index < first.count ? Palette.ink : Palette.faint))
        }
        svg.end()
    }

    /// At most so many lines; the last one holds what is left, to be cut short.
    private func few(_ lines: [String], _ most: Int) -> [String] {
        guard lines.count > most, most > 0 else { return most > 0 ? lines : [] }
        return lines.prefix(most - 1) + [lines.dropFirst(most - 1).joined(separator: " ")]
    }

    private mutating func draw(_ marks: [Chart.Mark], middle: Int) {
        var clusters: [[Chart.Mark]] = []
        var last = 0
        for mark in marks {
            let x = axis.x(of: mark.day)
            let room = (clusters.last?.count ?? 0) > 1 ? 24 : 11
            if !clusters.isEmpty, x - last < room {
                clusters[clusters.count - 1].append(mark)
            } else {
                clusters.append([mark])
                last = x
            }
        }
        for cluster in clusters { draw(cluster: cluster, middle: middle) }
    }

    /// Marks too near to each other to be distinguished are one, with their number beside it.
    private mutating func draw(cluster: [Chart.Mark], middle: Int) {
        guard let first = cluster.first else { return }
        let room = cluster.count > 1 ? 18 : 5
        let x = min(max(axis.x + 5, axis.x(of: first.day)), axis.right - room)
        svg.begin(
            "g", ["class": "mark"], title: cluster.map(\.title).joined(separator: " | "))
        let sort: Chart.Mark.Sort =
            cluster.allSatisfy { $0.sort == .withdrawn }
            ? .withdrawn : first.sort == .change ? .change : .report
        sign(sort, x: x, y: middle)
        if cluster.count > 1 {
            let label = "\(cluster.count)"
            svg.shape(
                "rect",
                [
                    "class": "behind", "x": "\(x + 5)", "y": "\(middle - 5)",
                    "width": "\(TextMeasure.width(label, size: 9) + 2)", "height": "9",
                    "fill": Palette.paper,
                ])
            write(label, x: x + 6, y: middle + 3, Lettering(size: 9))
        }
        svg.end()
    }

    mutating func sign(_ sort: Chart.Mark.Sort, x: Int, y: Int) {
        switch sort {
        case .change:
            svg.shape(
                "circle",
                [
                    "cx": "\(x)", "cy": "\(y)", "r": "3", "fill": Palette.paper,
                    "stroke": Palette.ink, "stroke-width": "2",
                ])
        case .report:
            svg.shape(
                "path",
                [
                    "d": "M\(x) \(y - 4)L\(x + 4) \(y + 3)H\(x - 4)Z", "fill": Palette.paper,
                    "stroke": Palette.warm, "stroke-width": "1",
                ])
        case .withdrawn:
            svg.shape(
                "path",
                [
                    "d": "M\(x - 3) \(y - 3)L\(x + 3) \(y + 3)M\(x + 3) \(y - 3)L\(x - 3) \(y + 3)",
                    "fill": "none", "stroke": Palette.warm, "stroke-width": "2",
                ])
        }
    }
}
