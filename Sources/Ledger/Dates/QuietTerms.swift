package import Amendments
import Notation
package import Terms

/// Which terms of an agreement have nothing to do with what falls into some days.
///
/// The days of a term are stated by the events that give it fields, wherever nothing else speaks of it: those events
/// can be left out of what is folded. Rather too few terms are quiet than too many.
extension [RecordedEvent] {
    /// The terms of which nothing can fall into some days, from whatever vantage, and on which nothing else rests that
    /// does, by the ids under which they were added.
    ///
    /// - Precondition: these are all events of one agreement.
    package func quietTerms(in days: ClosedRange<Day>) -> Set<TermID> {
        // What the record says of itself, and what reads as another term does, has days that others state; a
        // restatement ends the terms that it does not name.
        guard
            !contains(where: { event in
                event.event.payload.recordAct != nil || event.refersToTerm
                    || event.event.payload is AgreementRestated
            })
        else { return [] }
        var quiet: Set<TermID> = []
        for added in flatMap(\.event.payload.addedTerms) where !added.kind.endsAgreements {
            quiet.insert(added.term)
        }
        for event in self where !quiet.isEmpty {
            if let term = event.changedTerm {
                let isDue = quiet.contains(term) && event.dueDays.contains { $0.overlaps(days) }
                if isDue { quiet.remove(term) }
            } else {
                quiet.subtract(event.event.payload.namedTerms)
            }
        }
        return quiet
    }
}

extension RecordedEvent {
    /// The term that the event gives fields to, where it does nothing else.
    package var changedTerm: TermID? {
        let payload = event.payload
        guard payload.recordAct == nil, payload.givenFields.count == 1 else { return nil }
        switch payload.reach {
        case .term(let term), .fields(_, let term): return term
        case .notice, .nothing, .status, .report, .condition, .record, .everything: return nil
        }
    }

    /// Whether a field that it gives to a term reads as that of another.
    var refersToTerm: Bool {
        event.payload.givenFields.contains { given in
            given.set.names.contains { given.set[$0]?["same-as"] != nil }
        }
    }

    /// Whether what it says of a term rests on what is said of another: it reads as that one, or bounds it.
    var reliesOnTerm: Bool {
        refersToTerm || event.payload.givenFields.contains { $0.set[.on] != nil }
    }
}

extension AgreementView {
    /// What is seen of an agreement as far as it decides what falls into some days: of other days it says what is
    /// wrong.
    ///
    /// The parameters are those of a view of the whole history.
    package init(
        _ agreement: AgreementID, history: [RecordedEvent], from vantage: Vantage,
        resolvedTo position: Position, drafts: [RecordingHeader], countsLater: Bool,
        dueIn days: ClosedRange<Day>
    ) {
        func view(without quiet: Set<TermID>) -> AgreementView {
            AgreementView(
                agreement, history: history, from: vantage, resolvedTo: position, drafts: drafts,
                countsLater: countsLater, without: quiet)
        }
        let part = view(without: history.quietTerms(in: days))
        self = part.reading.hasEnds ? view(without: []) : part
    }
}
