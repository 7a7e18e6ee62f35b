import Amendments
import Conflicts
import DeedbookTesting
import Ledger
import Terms

extension Story {
    /// A view of every agreement of the story.
    func views(disclosedBy: Day? = nil, recordedAt: Int? = nil) -> [AgreementView] {
        Set(events.map(\.agreement)).sorted().map { id in
            AgreementView(
                id, history: events.filter { $0.agreement == id },
                from: Vantage(
                    on: .first, disclosedBy: disclosedBy, recordedAt: recordedAt.map(Position.init)),
                resolvedTo: recordedAt.map(Position.init) ?? head)
        }
    }
}
