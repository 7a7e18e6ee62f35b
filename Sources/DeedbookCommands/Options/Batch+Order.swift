import Amendments
import EventStore
import Journal
import Terms

extension Batch {
    /// The violation, which also says where a recording of the batch that comes later may be what it lacks.
    ///
    /// Recordings are checked in the order in which they are recorded. What one of them misses may stand in another
    /// that was disclosed later, or on the same day under a key that comes later: then the files are right, and it is
    /// their order that is not.
    func withLaterRecordings(_ violation: Violation, of draft: Journal.Draft) -> Violation {
        guard let words = later(than: draft, for: violation) else { return violation }
        var violation = violation
        violation.hint = violation.hint.map { "\($0); \(words)" } ?? words
        return violation
    }

    /// The same of an error that says why a recording cannot hold.
    func explained(_ error: DeedbookError, of draft: Journal.Draft) -> DeedbookError {
        guard case .invalid(let key, let violations) = error else { return error }
        return .invalid(key, violations.map { withLaterRecordings($0, of: draft) })
    }

    private func later(than draft: Journal.Draft, for violation: Violation) -> String? {
        let agreements = draft.recording.agreements
        let rest = drafts.drop { $0.recording.key != draft.recording.key }.dropFirst()
            .filter { $0.recording.agreements.contains(where: agreements.contains) }
        switch violation.ground {
        case .itself, .record: return nil
        case .named(let id):
            guard let other = rest.first(where: { $0.recording.introduces(id) }) else { return nil }
            return
                "'\(id)' is in \(other.file), disclosed \(other.recording.disclosed), which is recorded "
                + "after this one: record that file first, by itself"
        case .days:
            let keys = rest.map(\.recording)
                .filter { $0.disclosed.latest == draft.recording.disclosed.latest }.map(\.key.text)
            guard !keys.isEmpty else { return nil }
            return
                "what is disclosed on one day is recorded in the order of its keys, and after this one comes "
                + keys.firstFew
        }
    }
}

extension Recording {
    /// Whether an event of it adds a term of that id, admits a party, forms a group or defines a condition.
    fileprivate func introduces(_ id: String) -> Bool {
        events.contains { event in
            switch event.payload {
            case let admitted as PartyAdmitted: admitted.party.text == id
            case let formed as GroupFormed: formed.group.text == id
            case let defined as ConditionDefined: defined.condition.text == id
            case let payload: payload.addedTerms.contains { $0.term.text == id }
            }
        }
    }
}
