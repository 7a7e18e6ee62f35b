/// What the signs mean; only those that occur.
extension Drawing {
    private enum Sign {
        case bar(Chart.Style)
        case cap(Chart.Cap)
        case mark(Chart.Mark.Sort)
        case dayAsked
    }

    private var signs: [(sign: Sign, words: String)] {
        let barSpans = chart.rows.flatMap(\.barSpans)
        let sorts = Set(chart.rows.flatMap(\.marks).map(\.sort))
        let bars = Chart.Style.allCases.filter { style in
            // How such a bar ends shows the bar, too.
            barSpans.contains { $0.style == style && ($0.cap == .none || !Self.tells(style)) }
        }
        let caps = Chart.Cap.allCases.filter { cap in
            cap != .none && barSpans.contains { $0.cap == cap }
        }
        return bars.map { (.bar($0), $0.rawValue) } + caps.map { (.cap($0), $0.rawValue) }
            + Chart.Mark.Sort.allCases.filter(sorts.contains).map { (.mark($0), $0.rawValue) }
            + [(.dayAsked, "the date of the status")]
    }

    private static func tells(_ style: Chart.Style) -> Bool {
        switch style {
        case .conditional, .openEnded: true
        case .inForce, .suspended, .indeterminate, .waiting, .condition, .dispute,
            .certainConflict, .possibleConflict:
            false
        }
    }

    mutating func drawLegend() {
        y += 18
        write("Signs", x: Layout.margin, y: y, Lettering(size: 11, isBold: true))
        y += 4
        var x = Layout.margin
        svg.begin("g", ["class": "legend"])
        y += 18
        for (sign, words) in signs {
            let width = 40 + TextMeasure.width(words, size: 11)
            if x > Layout.margin, x + width > Layout.width - Layout.margin {
                x = Layout.margin
                y += 22
            }
            draw(sign, x: x)
            write(words, x: x + 38, y: y, Lettering(size: 11))
            x += width + 22
        }
        svg.end()
        y += 6
    }

    private mutating func draw(_ sign: Sign, x: Int) {
        let top = y - 11
        switch sign {
        case .bar(let style): body(style, isShaded: false, from: x, to: x + 30, top: top)
        case .cap(let cap):
            let style: Chart.Style =
                switch cap {
                case .question: .openEnded
                case .diamond: .conditional
                case .none, .stop, .arrow: .inForce
                }
            body(style, isShaded: false, from: x, to: x + 30, top: top)
            _ = self.cap(cap, x: x + 30, top: top, width: 30)
        case .mark(let sort): self.sign(sort, x: x + 20, y: y - 4)
        case .dayAsked:
            line("day-asked", (x + 20, top), (x + 20, y + 4), color: Palette.ink, width: 2)
        }
    }
}
