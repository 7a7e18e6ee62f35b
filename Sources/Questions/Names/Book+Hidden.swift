import Amendments
import EventStore
import Ledger
import Terms

// Why a point shows nothing of what the book has.
extension Book {
    /// Why an agreement has no such term from a point: the point does not show it, or no other would.
    ///
    /// - Parameter known: the terms that it has there.
    func absence(
        ofTerm id: TermID, of agreement: AgreementID, from vantage: Vantage, _ known: [TermID]
    ) async throws(DeedbookError) -> DeedbookError {
        if vantage.disclosedBy != nil || vantage.recordedAt != nil {
            let record = try await reading(of: agreement, from: Vantage(on: vantage.on)).term(id)?
                .record
            // A later id of a term is known by the event that gave it.
            let naming = record?.renamings.filter { $0.id == id }.map(\.event) ?? []
            let events = naming.isEmpty ? record?.additions ?? [] : naming
            if let hidden = vantage.hides(events) { return .hiddenTerm(id, of: agreement, hidden) }
        }
        return .unknownTerm(id, nearest: id.nearest(among: known))
    }

    /// Looks whether a point shows anything of an agreement.
    ///
    /// - Throws: `hiddenAgreement` where the book has it, and it is disclosed later.
    func checkDisclosed(
        _ agreement: AgreementID, by day: Day?
    ) async throws(DeedbookError) {
        guard let day else { return }
        let vantage = Vantage(on: day, disclosedBy: day)
        let first = try await store.events(of: agreement, after: 0, limit: 1)
        guard !first.contains(where: vantage.sees) else { return }
        if let hidden = vantage.hides(try await history(of: agreement)) {
            throw .hiddenAgreement(agreement, hidden)
        }
    }
}

extension Vantage {
    /// Why none of some events is seen; nil where one is, or there is none.
    func hides(_ events: [RecordedEvent]) -> DeedbookError.Hidden? {
        guard !events.contains(where: sees) else { return nil }
        let disclosed = events.map(\.recording.disclosed).min { $0.latest < $1.latest }
        if let day = disclosedBy, let disclosed, disclosed.latest > day {
            return .undisclosed(by: day, first: disclosed)
        }
        guard let position = recordedAt, let first = events.min(by: { $0.position < $1.position })
        else { return nil }
        return .unrecorded(at: position, first: first.position, first.recording.recordedAt)
    }
}
