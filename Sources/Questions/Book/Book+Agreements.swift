public import Amendments
public import EventStore
import Ledger
public import Terms

/// One agreement of a book, in a line.
public struct AgreementSummary: Hashable, Sendable {
    public var id: AgreementID
    public var title: String
    public var zone: String
    /// The last name of each party that there ever was, in the order of the parties' ids.
    public var parties: [String]
    public var events: Int
    /// What the last event was recorded with.
    public var lastInstrument: RecordingHeader?
}

/// Some of the agreements of a book.
public struct AgreementPage: Hashable, Sendable {
    /// In the order of their ids.
    public var agreements: [AgreementSummary]
    /// Whether others follow, which were not asked for.
    public var hasMore: Bool

    public init(agreements: [AgreementSummary], hasMore: Bool) {
        self.agreements = agreements
        self.hasMore = hasMore
    }
}

extension Book {
    /// The agreements of the book, in the order of their ids.
    ///
    /// - Parameters:
    ///   - agreement: the id after which they begin, whether the book has it or not; nil for the first.
    ///   - limit: how many at most; nil for all.
    public func agreements(
        after agreement: AgreementID? = nil, limit: Int? = nil
    ) async throws(DeedbookError) -> AgreementPage {
        let limit = limit ?? .max
        var page = AgreementPage(agreements: [], hasMore: false)
        var last = agreement
        while true {
            let heads = try await store.agreements(after: last, limit: Self.headsAtOnce)
            for head in heads {
                guard page.agreements.count < limit else {
                    page.hasMore = true
                    return page
                }
                page.agreements.append(try await summary(of: head))
            }
            guard let end = heads.last else { return page }
            last = end.id
        }
    }

    private static let headsAtOnce = 100

    /// No other event is read than those that name what stands in the line, and the last.
    private func summary(of head: AgreementHead) async throws(DeedbookError) -> AgreementSummary {
        let state = try await state(
            of: head.id,
            from: [
                .agreementRecorded, .partyAdmitted, .groupFormed, .partyRenamed, .partySucceeded,
            ])
        // The last event stands as it is: what would take it back comes after it.
        let last = try await store.events(of: head.id, after: head.version - 1, limit: 1)
        return AgreementSummary(
            id: head.id, title: state.title ?? head.id.text, zone: state.zone ?? "UTC",
            parties: state.parties.values.sorted { $0.id < $1.id }
                .map { $0.names.last?.name ?? $0.id.text },
            events: head.version, lastInstrument: last.last?.recording)
    }
}
