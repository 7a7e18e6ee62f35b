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

    /// A fault for each reason, agreement by agreement. One that cannot be read has none here: an audit of its rows
    /// tells why.
    public func faults() async -> [Fault] {
        var found: [Fault] = []
        var last: AgreementID?
        while let page = try? await store.agreements(after: last, limit: 256), !page.isEmpty {
            found += await faults(of: page.map(\.id))
            last = page.last?.id
        }
        return found
    }

    private func faults(of agreements: [AgreementID]) async -> [Fault] {
        await withTaskGroup(of: (Int, [Fault]).self) { group in
            var found: [Int: [Fault]] = [:]
            for (index, agreement) in agreements.enumerated() {
                if index >= Self.width, let (index, faults) = await group.next() {
                    found[index] = faults
                }
                group.addTask { (index, await self.faults(of: agreement)) }
            }
            for await (index, faults) in group { found[index] = faults }
            return agreements.indices.flatMap { found[$0] ?? [] }
        }
    }

    private func faults(of agreement: AgreementID) async -> [Fault] {
        guard let history = try? await store.events(of: agreement, through: nil) else { return [] }
        return Validation.refusals(of: agreement, recordedAs: history).map { violation in
            let event = history.first { $0.reference == violation.event }
            return Fault(
                .ruleBroken, at: event?.position,
                "\(violation.event) of \(agreement) would be refused: \(violation.message)")
        }
    }
}
