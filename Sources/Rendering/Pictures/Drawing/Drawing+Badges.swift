import Terms

// The letters of the turning days, in as many lanes as keep them apart.
extension Drawing {
    private static let radius = 8

    /// The lane of each turning day, the lowest first.
    private var lanes: [Int] {
        var ends: [Int] = []
        return chart.turningDays.map { turning in
            let x = badgeX(turning)
            let lane = ends.firstIndex { $0 + 2 * Self.radius + 2 <= x } ?? ends.count
            if lane == ends.count { ends.append(x) } else { ends[lane] = x }
            return lane
        }
    }

    var badgeLanes: Int { (lanes.max() ?? -1) + 1 }

    private func badgeX(_ turning: Chart.TurningDay) -> Int {
        let x = axis.x(of: turning.day)
        return min(max(axis.x + Self.radius, x), axis.right - Self.radius)
    }

    mutating func drawBadges() {
        for (turning, lane) in zip(chart.turningDays, lanes) {
            let (x, middle) = (badgeX(turning), y - lane * 19 - 4)
            // From the badge past the lanes beneath it to where the year's names stand.
            if lane > 0 {
                line(
                    "turning-day", (x, middle + Self.radius), (x, y + 4), color: Palette.line,
                    dashes: "2 3")
            }
            badge(turning, x: x, y: middle)
        }
    }

    mutating func badge(_ turning: Chart.TurningDay, x: Int, y: Int) {
        svg.begin(
            "g", ["class": "badge"],
            title: "\(turning.day), \(turning.terms) terms change: \(turning.title)")
        svg.shape(
            "circle",
            [
                "cx": "\(x)", "cy": "\(y)", "r": "\(Self.radius)", "fill": Palette.paper,
                "stroke": Palette.ink,
            ])
        write(
            turning.letter, x: x, y: y + 4,
            Lettering(size: 11, isBold: true, anchor: "middle"))
        svg.end()
    }
}
