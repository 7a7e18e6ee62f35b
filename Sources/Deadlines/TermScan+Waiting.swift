import Amendments
import Ledger
import Terms

// What is agreed and waits for conditions: the changes that stand beside the term, one entry an event.
extension TermScan {
    /// What an event brings: a renewal, a term that begins anew, or other values.
    static func what(of event: RecordedEvent) -> Deadline.What {
        switch event.event.kind {
        case .agreementRenewed: .renews
        case .termAdded: .begins
        case _: .takesEffect
        }
    }

    /// Every change that waits, but for the ends of what is for a time, which stand with what they end.
    var waiting: [Deadline] {
        guard isAhead || term.status(on: span.upperBound).status == .ended else { return [] }
        var sets: [ConditionalChange: [Deadline.FieldValue]] = [:]
        var found: [Deadline] = []
        for change in term.conditionalChanges(on: span.upperBound) {
            // Alike but for the effect: one entry for all that an event brings on one day.
            var key = change
            key.effect = .added
            if case .sets(let name, let value) = change.effect {
                sets[key, default: []].append(.init(name: name, value: value))
            } else if change.effect == .added {
                sets[key, default: []] += []
            } else if let what = Self.what(of: change.effect) {
                found.append(deadline(what, of: change))
            }
        }
        return found
            + sets.map { change, values in
                deadline(Self.what(of: change.event), of: change, values: values)
            }
    }

    private func deadline(
        _ what: Deadline.What, of change: ConditionalChange, values: [Deadline.FieldValue] = []
    ) -> Deadline {
        deadline(
            what, .upon(change.conditions), values: values.sorted { $0.name < $1.name },
            actor: change.effect.waiver, basis: [.effective(change.bound)],
            causes: [change.event])
    }

    /// Nil for what stands elsewhere: with the term that ends, and with the agreement.
    private static func what(of effect: ConditionalChange.Effect) -> Deadline.What? {
        switch effect {
        case .removed, .discharged: .ends
        case .suspended: .suspensionBegins
        case .moved: .moves
        case .waived: .waiverBegins
        case .sets, .reverts, .added, .resumed, .agreementEnded, .departed, .notRenewed:
            nil
        }
    }

    /// From when the term has another id, and a right under it is waived, where that has a day.
    var moves: [Deadline] {
        let moves = record.renamings.map { (Deadline.What.moves, $0.event, PartyID?.none) }
        let waivers = record.remarks.compactMap {
            remark -> (Deadline.What, RecordedEvent, PartyID?)? in
            guard case .waived(let party, _, _) = remark.content else { return nil }
            return (.waiverBegins, remark.event, party)
        }
        return (moves + waivers).compactMap { what, event, actor in
            guard let window = window(of: event), window.first > .first, isLive(on: window.sure)
            else { return nil }
            let said = remarks(on: event.effective)
            return deadline(
                what, .init(start: window), actor: actor,
                basis: [.effective(event.effective)] + said.basis, causes: [event] + said.causes,
                isTentative: said.isDoubtful || event.effective.isAnnounced)
        }
    }
}

extension ConditionalChange.Effect {
    /// Who gives up a right.
    fileprivate var waiver: PartyID? {
        switch self {
        case .waived(let party, _): party
        case .sets, .reverts, .added, .removed, .discharged, .suspended, .resumed, .agreementEnded,
            .moved, .departed, .notRenewed:
            nil
        }
    }
}
