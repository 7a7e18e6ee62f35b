import Amendments
import Ledger
import Synchronization
import Terms

/// What a story's vantages see, folded once however many days a test asks about.
final class StoryViews: Sendable {
    private let views = Mutex<[Key: AgreementView]>([:])

    private struct Key: Hashable {
        let agreement: AgreementID
        let disclosedBy: Day?
        let recordedAt: Position?
    }

    /// - Parameter position: the end of a whole recording; nil for the head.
    func view(
        of agreement: AgreementID, in events: [RecordedEvent], disclosedBy: Day?,
        resolvedTo position: Position?
    ) -> AgreementView {
        let key = Key(agreement: agreement, disclosedBy: disclosedBy, recordedAt: position)
        if let view = views.withLock({ $0[key] }) { return view }
        let view = AgreementView(
            agreement, history: events.filter { $0.agreement == agreement },
            from: Vantage(on: .first, disclosedBy: disclosedBy, recordedAt: position),
            resolvedTo: position ?? events.last?.position ?? Position(0))
        views.withLock { $0[key] = view }
        return view
    }
}
