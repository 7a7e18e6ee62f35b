import Amendments
import Conflicts
import DeedbookTesting
import Effort
import Ledger
import Terms
import Testing

/// Runs that are carried over where nothing changes are the runs that a look at every term on every day gives.
struct TermPeriodTests {
    @Test(arguments: 0..<Rounds.of(80))
    func `a term is looked at again whenever a rule would see it otherwise`(_ seed: Int) throws {
        let story = try RandomDeal(seed: seed).story
        let view = AgreementView(
            "deal", history: story.events, from: Vantage(on: .first), resolvedTo: story.head)
        let kept = TermPeriod.all(of: view)
        let disclosed = view.reading.events.map(\.recording.disclosed.earliest)
        // What came about for a time is over on a day that no term and no condition knows of.
        let over = view.reading.events.compactMap { event -> Day? in
            guard case .through(let date)? = event.event.payload.lastsUntil else { return nil }
            return date.latest.next
        }
        let days = Set(
            CopyWalk(of: view).map(\.copy.vantage.on) + disclosed + over + kept.map(\.days.from)
                + kept.compactMap(\.days.to))
        let everything = Set(view.reading.terms.map(\.record.identity))
        let daily = days.sorted().map { day in
            CopyWalk.Stop(
                copy: view.reading.conformedCopy(
                    from: view.on(day).vantage, resolved: view.resolved, outlook: false),
                terms: everything, hasOtherContext: true)
        }
        let looked = TermPeriod.all(of: view, along: daily)
        #expect(kept.count == looked.count)
        for (mine, its) in zip(kept, looked) where mine != its {
            Issue.record("\(mine.term.identity) from \(mine.days.from) to \(its.days.from)")
        }
    }
}

/// An agreement made at random of grants, covenants and a commitment, with what is said of them later.
private struct RandomDeal {
    private var chance: Chance
    private(set) var story: Story

    init(seed: Int) throws {
        chance = Chance(seed)
        let first = Self.chapter(
            "first", "on: 2020-01-01",
            """
            - agreement-recorded: { title: Deal, zone: UTC }
            - party-admitted: { party: studio, name: Studio }
            - party-admitted: { party: shop, name: Shop }
            - condition-defined: { condition: merger, text: They merge }
            - condition-defined: { condition: no-stock, text: Out of stock }
            - term-added: { term: sale, kind: distribution, set: { grantor: studio, distributor: shop, exclusivity: exclusive, exception: no-stock, products: { only: [film] } } }
            - term-added: { term: use, kind: license-grant, set: { grantor: studio, grantee: shop, subject: Films, exclusivity: exclusive, exclusive-until: { upon: merger } } }
            - term-added: { term: sole, kind: exclusivity, set: { obligor: studio, beneficiary: shop, act: selling } }
            - term-added: { term: order, kind: precedence, set: { prevails: sale, yields: sole } }
            - term-added: { term: length, kind: term-and-renewal, set: { ends: { first-of: [{ upon: merger }, { through: 2027-12-31 }] } } }
            - term-added: { term: price, kind: fee, set: { payer: shop, payee: studio, amount: USD 5, per: P1Y } }
            - term-added: { term: veto, kind: governance, set: { holder: shop, issuer: studio, right: veto } }
            - term-added: { term: stay, kind: assignment-restriction, set: { obligor: shop, consent: yes } }
            - term-added: { term: copy, kind: fee, set: { payer: shop, payee: studio, amount: { same-as: price/amount }, per: P1Y } }
            """)
        var recordings = try DeedbookTesting.recordings(yaml: [first])
        story = Story(recordings)
        for number in 0..<12 {
            let next = Self.chapter("r\(number)", bound(), event())
            let longer = recordings + (try DeedbookTesting.recordings(yaml: [next]))
            if Story(longer).violations.isEmpty {
                recordings = longer
                story = Story(longer)
            }
        }
    }

    private static func chapter(_ key: String, _ effective: String, _ events: String) -> String {
        """
        recording: \(key)
        agreement: deal
        instrument: { kind: amendment, title: \(key), signed: 2020-01-01, effective: { \(effective) } }
        disclosed: 2020-01-01
        sources: [{ id: text, grade: executed-text, publisher: the parties }]
        events:
        \(events.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))

        """
    }

    private mutating func pick(_ choices: [String]) -> String {
        choices[chance.number(choices.count)]
    }

    private mutating func day() -> String {
        Day("2020-01-02").adding(days: chance.number(2500)).description
    }

    private mutating func bound() -> String {
        pick([
            "on: \(day())", "on: \(day())", "on: \(day())", "on: 2022-05", "upon: merger",
            "announced: \(day())",
        ])
    }

    private mutating func event() -> String {
        let term = pick(["sale", "use", "sole", "order", "length", "price", "copy"])
        let grant = pick(["sale", "use"])
        let lasts = pick(["", ", lasts: { through: \(day()) }", ", lasts: { upon: merger }"])
        let level = pick(["exclusive", "sole", "non-exclusive"])
        return pick([
            "- term-removed: { term: \(term) }", "- term-suspended: { term: \(term)\(lasts) }",
            "- term-resumed: { term: \(term) }",
            "- term-amended: { term: \(grant), set: { exclusivity: \(level) }\(lasts) }",
            "- term-amended: { term: price, set: { amount: USD \(chance.number(90) + 1) } }",
            "- term-amended: { term: sale, set: { territories: { only: [\(pick(["fr", "de"]))] } } }",
            "- right-waived: { term: \(grant), by: shop, extent: half\(lasts) }",
            "- condition-\(pick(["satisfied", "lapsed", "waived", "removed"])): { condition: merger }",
            "- condition-satisfied: { condition: no-stock, by: a letter\(lasts) }",
            "- condition-\(pick(["lapsed", "removed"])): { condition: no-stock }",
            "- dispute-raised: { dispute: d, by: [shop], about: [\(term)], stage: filed }",
            "- dispute-resolved: { dispute: d, manner: settled, released: no }",
            "- term-unaddressed: { term: \(term) }", "- term-reaffirmed: { term: \(term) }",
            "- term-interpreted: { term: use, field: subject, reading: all films }",
            "- value-reported: { term: \(grant), field: exclusivity, value: \(level) }",
            "- amount-accrued: { term: price, amount: USD 3, period: 2021 }",
            "- party-succeeded: { party: shop, successor: heir, name: Heir }",
            "- party-withdrew: { party: \(pick(["shop", "heir"])) }",
            "- party-admitted: { party: shop, name: Shop again }",
            "- consent-given: { term: \(pick(["veto", "stay"])), to: all, by: [studio]\(lasts) }",
            "- agreement-terminated: { by: shop, surviving: [use] }",
        ])
    }
}
