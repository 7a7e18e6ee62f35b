import Amendments
public import EventStore
import Ledger
import Terms

/// Looks for what is recorded and would be refused if it were recorded today: whoever writes into the file goes past the
/// rules, and an earlier version had fewer of them.
public struct RuleAudit: Sendable {
    private let store: any EventStore

    /// How many agreements are judged at once; they are read one after the other.
    private static let width = 4

    public init(_ store: any EventStore) { self.store = store }

    /// What came of it.
    public struct Findings: Sendable {
        /// One for each reason, agreement by agreement.
        public internal(set) var faults: [Fault] = []
        /// How many agreements were not judged: they lost payloads to redactions, or cannot be read, which an audit of
        /// their rows tells.
        public internal(set) var skipped = 0
    }

    /// Judges every agreement.
    public func findings() async -> Findings {
        var redacted: Set<EventReference> = []
        await eachPage { agreements in
            for agreement in agreements {
                let events = try? await store.events(of: agreement, kinds: [.payloadRedacted])
                redacted.formUnion((events ?? []).compactMap(\.event.payload.redacts))
            }
        }
        var found = Findings()
        await eachPage { agreements in
            for faults in await faults(of: agreements, besides: redacted) {
                found.faults += faults ?? []
                if faults == nil { found.skipped += 1 }
            }
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

    private func faults(
        of agreements: [AgreementID], besides redacted: Set<EventReference>
    ) async -> [[Fault]?] {
        await withTaskGroup(of: (Int, [Fault]?).self) { group in
            var found: [Int: [Fault]?] = [:]
            for (index, agreement) in agreements.enumerated() {
                if index >= Self.width, let (index, faults) = await group.next() {
                    found[index] = faults
                }
                group.addTask { (index, await self.faults(of: agreement, besides: redacted)) }
            }
            for await (index, faults) in group { found[index] = faults }
            return agreements.indices.map { found[$0] ?? nil }
        }
    }

    /// - Returns: nil where it cannot be judged: what a redaction took out may be what the rest stands on.
    private func faults(
        of agreement: AgreementID, besides redacted: Set<EventReference>
    ) async -> [Fault]? {
        guard let history = try? await store.events(of: agreement, through: nil) else { return nil }
        guard !history.contains(where: { redacted.contains($0.reference) }) else { return nil }
        return Validation.refusals(of: agreement, recordedAs: history).map { violation in
            let event = history.first { $0.reference == violation.event }
            return Fault(
                .ruleBroken, at: event?.position,
                "\(violation.event) of \(agreement) would be refused: \(violation.message)")
        }
    }
}
