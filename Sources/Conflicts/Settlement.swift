import Amendments
import Ledger
import Terms

/// What settles a conflict: the protected term's own exception, a waiver by whom it protects, a clause on
/// precedence, or a later instrument, the last two of the same agreement.
enum Settlement {
    static func of(_ protected: Holding, against other: Holding) -> Resolution? {
        exception(of: protected) ?? waiver(of: protected) ?? precedence(protected, other)
            ?? laterAmendment(protected, other)
    }

    static func exception(of holding: Holding) -> Resolution? {
        guard let condition = holding.exception, condition.outcome == .satisfied else { return nil }
        return .exception(condition.id, condition.causes)
    }

    /// The last waiver that still holds on these days.
    static func waiver(of holding: Holding) -> Resolution? {
        let live = holding.term.reasons.compactMap { reason -> EventReference? in
            guard case .waived(_, let event) = reason else { return nil }
            return event
        }
        let remark = holding.term.remarks.last { live.contains($0.event.reference) }
        guard case .waived(let party, let extent, _)? = remark?.content, let event = remark?.event,
            holding.isGranted(to: party) != .disjoint
        else { return nil }
        return .waiver(by: party, extent: extent, event)
    }

    /// A clause goes before the order of instruments: the parties chose it.
    static func precedence(_ first: Holding, _ second: Holding) -> Resolution? {
        guard first.agreement == second.agreement else { return nil }
        let sides = Set([first.term.identity, second.term.identity])
        return first.precedences.first { Set([$0.prevails, $0.yields]) == sides }
            .map { .precedence(of: $0.prevails, $0.event) }
    }

    /// Lex posterior, inside one agreement only.
    static func laterAmendment(_ first: Holding, _ second: Holding) -> Resolution? {
        guard first.agreement == second.agreement, let one = first.maker, let other = second.maker,
            one.recording.key != other.recording.key
        else { return nil }
        let later = first.liveSince > second.liveSince ? one : other
        return .laterAmendment(later)
    }
}

extension Holding {
    /// The event that began the term's present life.
    fileprivate var maker: RecordedEvent? { term.field(.starts)?.governing ?? term.causes.first }
}
