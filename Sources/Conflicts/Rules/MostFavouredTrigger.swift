import Amendments
import Ledger
import Terms

/// A third party gets better terms than the one who is to be treated no worse.
///
/// A trigger, not a breach: the most favoured party may now claim the same. What is compared no field states
/// in names, so such a finding is possible, never certain. A price for what the most favoured party's own price, or the
/// clause, surely does not cover, such as sales of another territory, triggers nothing.
public struct MostFavouredTrigger: ConflictRule {
    public let name = RuleName.mostFavouredTrigger
    public let source = "most favoured customer clauses: a conditional duty"
    public let summary = "a third party's rate or amount is better than the most favoured party's"

    public init() {}

    private static let kinds: Set<TermKind> = [.revenueShare, .royalty, .fee]

    public func findings(in context: PartyContext) -> [Finding] {
        let clauses = context.bound(by: [.mostFavoured])
        guard !clauses.isEmpty else { return [] }
        let prices = context.termPeriods.filter { Self.kinds.contains($0.term.kind) }
        return clauses.flatMap { clause -> [Finding] in
            guard let favoured = clause.termScope?.grantee.content?.now else { return [] }
            let own = prices.filter { $0.connects(context.party, favoured) }
            return own.flatMap { mine in
                prices.compactMap { its -> Finding? in
                    guard !its.connects(context.party, favoured), its.term.kind == mine.term.kind
                    else { return nil }
                    return finding(of: clause, mine, its, in: context)
                }
            }
        }
    }

    private func finding(
        of clause: TermPeriod, _ mine: TermPeriod, _ its: TermPeriod, in context: PartyContext
    ) -> Finding? {
        // Who is paid wants less for others to pay: the same side of the table in both.
        let pays = mine.isGranted(by: context.party) == .yes
        guard (its.isGranted(by: context.party) == .yes) == pays,
            pays || its.isGranted(to: context.party) == .yes
        else { return nil }
        let comparison = Price.isBetter(its, than: mine, moreIsBetter: pays)
        guard comparison.result != .no, let proofs = context.proofs(mine, its)
        else { return nil }
        let reader = FieldReader(term: clause.term)
        let words = reader.value(.compared).map { $0.content?.displayText ?? "not known" }
        let compared = DimensionProof(
            .act, words ?? FieldReader.notStated, its.term.kind.rawValue, .unknown,
            words == nil ? "what is compared is not stated" : FieldReader.inWords)
        let finding = Finding(
            rule: name, sides: [clause, its, mine],
            proofs: [comparison, proofs.interval, compared]
                + scopes(of: clause, mine, its, in: context) + Settlement.doubts(of: clause),
            partyInRisk: context.party)
        return finding.certainty == nil ? nil : finding
    }

    /// Whether the third's price is for something that the favoured one's is for, and the clause speaks of.
    private func scopes(
        of clause: TermPeriod, _ mine: TermPeriod, _ its: TermPeriod, in context: PartyContext
    ) -> [DimensionProof] {
        [mine, clause].compactMap { context.proofs($0, its)?.statedScope }.filter {
            $0.result != .yes
        }
    }
}

extension TermPeriod {
    /// Whether it is between these two, whichever pays.
    fileprivate func connects(_ one: PartyID, _ other: PartyID) -> Bool {
        (isGranted(by: one) == .yes && isGranted(to: other) == .yes)
            || (isGranted(by: other) == .yes && isGranted(to: one) == .yes)
    }
}

/// The rate or amount of a term, to compare.
private enum Price {
    static func isBetter(
        _ its: TermPeriod, than mine: TermPeriod, moreIsBetter: Bool
    ) -> DimensionProof {
        let names: [FieldName] = [.rate, .amount]
        let name =
            names.first { its.term.field($0) != nil || mine.term.field($0) != nil } ?? .amount
        let (left, right) = (value(mine, name), value(its, name))
        func proof(_ result: Truth, _ why: String) -> DimensionProof {
            DimensionProof(
                .amount, mine.term.field(name)?.value.displayText ?? "not stated",
                its.term.field(name)?.value.displayText ?? "not stated", result, why)
        }
        guard let left, let right else { return proof(.unknown, "a figure is not known") }
        guard name != .amount || arePeriodsAlike(its, mine) else {
            return proof(.unknown, "the amounts are for different periods")
        }
        guard let order = order(left, right) else {
            return proof(.unknown, "the figures are of different bases or currencies")
        }
        let isBetter = moreIsBetter ? order > 0 : order < 0
        return proof(isBetter ? .yes : .no, isBetter ? "better" : "no better")
    }

    /// Whether both amounts are owed as often; false where that is not known.
    private static func arePeriodsAlike(_ one: TermPeriod, _ other: TermPeriod) -> Bool {
        let periods = [one, other].map { FieldReader(term: $0.term).value(.per) }
        if periods.allSatisfy({ $0 == nil }) { return true }
        return periods[0]?.content != nil && periods[0]?.content == periods[1]?.content
    }

    private static func value(_ termPeriod: TermPeriod, _ name: FieldName) -> Value? {
        FieldReader(term: termPeriod.term).value(name)?.content
    }

    /// More than 0 where the second is more than the first.
    private static func order(_ first: Value, _ second: Value) -> Int? {
        switch (first, second) {
        case (.rate(let left), .rate(let right)) where left.base == right.base:
            compare(left.share, right.share)
        case (.money(let left), .money(let right)) where left.currency == right.currency:
            compare(left.amount, right.amount)
        case (.text, _), (.choice, _), (.flag, _), (.count, _), (.money, _), (.rate, _),
            (.indexation, _),
            (.formula, _),
            (.schedule, _),
            (.tiers, _),
            (.unitPrice, _), (.date, _),
            (.bound, _), (.duration, _), (.businessDays, _), (.yearly, _), (.party, _),
            (.parties, _), (.tags, _),
            (.term, _),
            (.condition, _):
            nil
        }
    }

    private static func compare<Number: Comparable>(_ first: Number, _ second: Number) -> Int {
        first < second ? 1 : (first == second ? 0 : -1)
    }
}
