import Effort
import Payments
import Terms

// What a plain plan grows into: formulas, amounts that follow an index, instalments.
extension PaymentPlan {
    /// Makes something of the steps that is worked out, in some plans; the others stay as they are.
    mutating func grow(_ random: inout Seeded) {
        switch kind {
        case .fee: growFee(&random)
        case .milestone:
            let launch = start.adding(days: Int.random(in: -30...400, using: &random))
            self.launch = launch
            for step in steps.indices {
                let cents = steps[step].terms.sum
                steps[step].terms.dues = [DayDue(day: launch, cents: cents, bound: "")]
            }
        case .royalty, .revenueShare:
            if !isPriced, random.chance(2) { growShare(&random) }
        case _: break
        }
    }

    private mutating func growFee(_ random: inout Seeded) {
        switch Int.random(in: 0..<4, using: &random) {
        case 0 where per != nil: index = DayIndex(&random)
        case 1:
            addOther(&random)
            for step in steps.indices {
                steps[step].terms.formula = DayFormula(
                    depth: Int.random(in: 0...2, using: &random), needsFigures: false, &random)
            }
        case 2:
            (per, over) = (nil, nil)
            launch = start.adding(days: Int.random(in: -30...400, using: &random))
            for step in steps.indices { steps[step].terms.dues = dues(&random) }
        case _: break
        }
    }

    private mutating func growShare(_ random: inout Seeded) {
        addOther(&random)
        for step in steps.indices where !random.chance(3) {
            steps[step].terms.formula = DayFormula(
                depth: Int.random(in: 0...2, using: &random), needsFigures: true, &random)
            // In place of whatever was paid.
            steps[step].terms.tiers = nil
            steps[step].terms.early = []
        }
    }

    private mutating func addOther(_ random: inout Seeded) {
        let opening: Day = "2024-01-01"
        let later = (0..<Int.random(in: 0...2, using: &random)).map { _ in
            opening.adding(days: Int.random(in: 1...400, using: &random))
        }
        others = ([opening] + Set(later).sorted()).map { ($0, random.below(9_999)) }
    }

    /// Instalments of which each bound says its day in another way.
    private func dues(_ random: inout Seeded) -> [DayDue] {
        let launch = launch ?? start
        return (0..<Int.random(in: 1...5, using: &random)).map { _ in
            let day = start.adding(days: Int.random(in: -20...400, using: &random))
            let cents = random.below(9_999)
            let months = Int.random(in: 1...14, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0:
                let length = CalendarDuration(count: months, unit: .month)
                return DayDue(
                    day: length?.added(to: day) ?? day, cents: cents,
                    bound: "{ after: { of: { on: \(day) }, period: P\(months)M } }")
            case 1: return DayDue(day: launch, cents: cents, bound: "{ upon: launch }")
            case 2:
                return DayDue(
                    day: launch.adding(days: months), cents: cents,
                    bound: "{ after: { of: { upon: launch }, period: P\(months)D } }")
            case _: return DayDue(day: day, cents: cents, bound: "{ on: \(day) }")
            }
        }
    }
}
