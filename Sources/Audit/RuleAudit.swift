import Amendments
public import EventStore
import Ledger
import Terms

/// Looks for what is recorded and would be refused if it were recorded today: who writes into the file goes past the
/// rules, who embeds a store can, and an earlier version had fewer of them. So it is a doubt, and no fault.
public struct RuleAudit: Sendable {
    private let store: any EventStore

    /// How many agreements are judged at once; they are read one after the other.
    private static let width = 4

    public init(_ store: any EventStore) { self.store = store }

    /// One for each reason, agreement by agreement.
    ///
    /// There is none of an agreement that lost a payload to a redaction, for what is gone may be what the rest stands on;
    /// and none of one that cannot be read, which an audit of its rows reports.
    public func doubts() async -> [Doubt] {
        var redacted: Set<EventReference> = []
        await eachPage { agreements in
            for agreement in agreements {
                let events = try? await store.events(of: agreement, kinds: [.payloadRedacted])
                redacted.formUnion((events ?? []).compactMap(\.event.payload.redacts))
            }
        }
        var found: [Doubt] = []
        let gone = redacted
        await eachPage { agreements in
            found += await agreements.concurrentMap(width: Self.width) { agreement in
                await self.doubts(of: agreement, besides: gone)
            }.joined()
        }
        return found
    }

    private func eachPage(_ body: ([AgreementID]) async -> Void) async {
        var last: AgreementID?
        while let page = try? await store.agreements(after: last, limit: 256), !page.isEmpty {
            await body(page.map(\.id))
            last = page.last?.id
        }
    }

    private func doubts(
        of agreement: AgreementID, besides redacted: Set<EventReference>
    ) async -> [Doubt] {
        guard let history = try? await store.events(of: agreement, through: nil),
            !history.contains(where: { redacted.contains($0.reference) })
        else { return [] }
        return Validation.refusals(of: agreement, recordedAs: history).map { violation in
            let event = history.first { $0.reference == violation.event }
            return Doubt(
                .ruleBroken, at: event?.position ?? Position(0),
                "\(violation.event) of \(agreement) would be refused: \(violation.message)")
        }
    }
}
