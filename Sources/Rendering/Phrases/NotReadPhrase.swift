import Algorithms
import Amendments
import Ledger
import Terms

/// Instruments that are known of and were not read: what an answer shows they may have changed.
///
/// That is said once at the head of an answer, and not of each term again.
enum NotReadPhrase {
    /// `letter (letter#1) may have changed any term; what it says is not known`; nil where all was read.
    static func text(of terms: [ConformedTerm]) -> String? {
        var touched: [EventReference: [TermID]] = [:]
        for term in terms {
            for case .notRead(let event) in term.reasons {
                touched[event, default: []].append(term.id)
            }
        }
        guard !touched.isEmpty else { return nil }
        let open = terms.filter { $0.status != .ended }.count
        let instruments = touched.sorted { $0.key < $1.key }.map { event, ids in
            let whole = ids.count >= open
            return "\(event.recording) (\(event)) may have changed "
                + (whole ? (open == 1 ? "it" : "any term") : few(ids))
        }
        return instruments.joined(separator: "; ") + "; what it says is not known"
    }

    /// What took effect between two copies and was not read; nil where there is none.
    static func between(_ before: [ConformedTerm], _ after: [ConformedTerm]) -> String? {
        let new = events(in: after).subtracting(events(in: before)).sorted()
        guard !new.isEmpty else { return nil }
        let names = new.map { "\($0.recording) (\($0))" }.joined(separator: ", ")
        return "\(names) took effect in between and \(new.count == 1 ? "was" : "were") not read"
    }

    /// `1 instrument not read may have changed or added terms: letter of x; see deedbook instruments x`; nil where all was
    /// read.
    static func text(of notRead: [(agreement: AgreementID, event: EventReference)]) -> String? {
        guard !notRead.isEmpty else { return nil }
        let shown = notRead.prefix(3).chunked(on: \.agreement).map { agreement, notes in
            notes.map { "\($0.event.recording)" }.joined(separator: ", ") + " of \(agreement)"
        }
        let more = notRead.count > 3 ? " and \(notRead.count - 3) more" : ""
        let agreements = Array(notRead.map(\.agreement).uniqued())
        let one = agreements.count == 1 ? agreements[0].text : "AGREEMENT"
        return QuestionHead.count(notRead.count, "instrument")
            + " not read may have changed or added terms: \(shown.joined(separator: "; "))\(more); see "
            + "deedbook instruments \(one)"
    }

    private static func events(in terms: [ConformedTerm]) -> Set<EventReference> {
        Set(
            terms.flatMap(\.reasons).compactMap { reason in
                guard case .notRead(let event) = reason else { return nil }
                return event
            })
    }

    private static func few(_ ids: [TermID]) -> String {
        ids.prefix(3).map(\.text).joined(separator: ", ")
            + (ids.count > 3 ? " and \(ids.count - 3) more" : "")
    }
}
