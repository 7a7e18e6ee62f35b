import Amendments
import Conflicts
import Deadlines
import DeedbookTesting
import Foundation
import Ledger
import Payments
import Portfolio
import Terms
import Testing

/// Whatever is reported of an agreement, what is agreed is answered as if nothing had been.
///
/// The oracle is the same agreement without its reports.
struct AgreedAnswerTests {
    /// Batches of ten; with DEEDBOOK_AGREEMENTS=2000, so many agreements in all.
    static let batches =
        (ProcessInfo.processInfo.environment["DEEDBOOK_AGREEMENTS"].flatMap { Int($0) } ?? 30)
        / size
    static let size = 10

    @Test(arguments: 0..<batches)
    func `reports change no agreed answer of any reader`(_ batch: Int) {
        for seed in batch * Self.size..<(batch + 1) * Self.size {
            var agreement = RandomAgreement(seed: seed)
            let days = agreement.days(4)
            let pair = Pair(agreement)
            for day in days { pair.compare(on: day, seed) }
            pair.compareRedlines(from: days[0], to: days[1], seed)
            pair.compareDeadlines(seed)
            pair.comparePayments(seed)
            pair.compareConflicts(seed)
        }
    }

    /// The agreement with its reports, and without.
    struct Pair {
        let with: AgreementView
        let without: AgreementView

        init(_ agreement: RandomAgreement) {
            with = Self.view(of: agreement.events)
            without = Self.view(of: agreement.agreed)
        }

        private static func view(of events: [RecordedEvent]) -> AgreementView {
            AgreementView(
                "story", history: events, from: Vantage(on: .first), resolvedTo: Position(99))
        }

        func compare(on day: Day, _ seed: Int) {
            let (rich, plain) = (with.on(day).copy(), without.on(day).copy())
            #expect(
                rich.terms.map(Agreed.init) == plain.terms.map(Agreed.init),
                "seed \(seed) on \(day)")
            #expect(rich.parties == plain.parties)
            for predicate in Self.predicates { find(predicate, rich, plain, seed, day) }
        }

        private static let predicates = [
            "amount > USD 9", "not (amount = USD 10)", "rate = 20%", "rate is undisclosed",
            "cap is absent", "exclusivity = exclusive", "party = d", "payer = a", "payer != b",
            "grade below party-statement", "ends before 2021-06-01", "any is undisclosed",
            "per is absent or per = P1M",
        ].compactMap { try? TermPredicate($0) }

        /// Reports only add terms that may match, each for reports alone.
        private func find(
            _ predicate: TermPredicate, _ rich: ConformedCopy, _ plain: ConformedCopy, _ seed: Int,
            _ day: Day
        ) {
            for (term, bare) in zip(rich.terms, plain.terms) {
                let found = predicate.verdict(on: KnownTerm(term, in: "story"))
                let expected = predicate.verdict(on: KnownTerm(bare, in: "story"))
                if found == expected { continue }
                guard case .maybe(let doubts) = found, expected == .no else {
                    Issue.record("\(predicate): \(found), not \(expected); seed \(seed) on \(day)")
                    continue
                }
                #expect(doubts.contains { $0.reason.hasPrefix("reported, not agreed: ") })
            }
        }

        func compareRedlines(from first: Day, to last: Day, _ seed: Int) {
            let (rich, plain) = (redline(with, first, last), redline(without, first, last))
            #expect(
                rich.lines.filter { !$0.isReported } == plain.lines,
                "seed \(seed) from \(first) to \(last)")
            #expect(rich.restated == plain.restated)
        }

        private func redline(_ view: AgreementView, _ first: Day, _ last: Day) -> Redline {
            func side(_ day: Day) -> Redliner.Side {
                Redliner.Side(reading: view.reading, copy: view.on(day).copy())
            }
            return Redliner(from: side(first), to: side(last)).redline()
        }

        func compareDeadlines(_ seed: Int) {
            let span: ClosedRange<Day> = "2020-01-01"..."2023-12-31"
            #expect(with.deadlines(in: span) == without.deadlines(in: span), "seed \(seed)")
        }

        func comparePayments(_ seed: Int) {
            #expect(fees(with) == fees(without), "seed \(seed)")
        }

        private func fees(_ view: AgreementView) -> [Amount] {
            guard
                let terms = TermsOfPayment(
                    "fee", in: view.reading, from: view.vantage, resolved: view.resolved),
                let usd = Currency("USD"),
                let payable = Payable(terms, from: "2020-01-01", to: "2022-12-31", in: usd)
            else { return [] }
            return payable.agreed.lines.map(\.amount) + [payable.agreed.total]
        }

        /// What is certain without reports may be open with them; nothing becomes certain by one.
        func compareConflicts(_ seed: Int) {
            func certain(_ view: AgreementView) -> Set<[String]> {
                Set(
                    ConflictFinder([view]).conflicts().filter { $0.certainty == .certain }
                        .map { $0.sides.map(\.identity.text).sorted() })
            }
            #expect(certain(with).isSubset(of: certain(without)), "seed \(seed)")
        }
    }

    /// What is agreed of a term on a day.
    struct Agreed: Equatable {
        let term: ConformedTerm
        let sentence: String

        init(_ term: ConformedTerm) {
            sentence = term.sentence
            var own = term
            own.fields = term.fields.filter { !$0.isReported }.map { field in
                var field = field
                field.competing = []
                field.isContested = false
                field.reasons.removeAll { if case .betterReport = $0 { true } else { false } }
                return field
            }
            self.term = own
        }
    }
}
