public import Amendments
public import Terms

/// One recording as it stands in the book.
public struct LoggedRecording: Hashable, Sendable {
    public var header: RecordingHeader
    public var first: Position
    public var last: Position
    public var events: [RecordedEvent]
    /// What sources say of this instrument: its dates, what it is.
    public var reports: [FieldName: [Report]]
}

/// One agreement of a book, in a line.
public struct AgreementSummary: Hashable, Sendable {
    public var id: AgreementID
    public var title: String
    public var zone: String
    public var parties: [String]
    public var events: Int
    public var lastInstrument: RecordingHeader?
}

extension Book {
    /// The agreements of the book, by id.
    public func agreements() async throws(LedgerError) -> [AgreementSummary] {
        var summaries: [AgreementSummary] = []
        for head in try await agreementHeads() {
            let id = head.id
            let reading = try await reading(of: id, from: Vantage(on: .distantPast))
            let parties = reading.state.parties.values.sorted { $0.id < $1.id }
            summaries.append(
                AgreementSummary(
                    id: id, title: reading.state.title ?? id.text,
                    zone: reading.state.zone ?? "UTC",
                    parties: parties.map { $0.names.last?.name ?? $0.id.text },
                    events: head.version,
                    lastInstrument: reading.events.last?.recording))
        }
        return summaries
    }

    /// The recordings of one agreement, or of the whole book, oldest first.
    public func log(
        of agreement: AgreementID? = nil
    ) async throws(LedgerError) -> [LoggedRecording] {
        let all = try await allEvents()
        let reports = try await instrumentReports()
        let groups = Dictionary(grouping: all, by: \.recording.key)
        let logged = groups.values.compactMap { events in
            events.first.flatMap { first in
                events.last.map { last in
                    LoggedRecording(
                        header: first.recording, first: first.position, last: last.position,
                        events: events, reports: reports[first.recording.key] ?? [:])
                }
            }
        }.sorted { $0.first < $1.first }
        guard let agreement else { return logged }
        let own = logged.filter { $0.events.contains { $0.agreement == agreement } }
        if own.isEmpty {
            throw .unknownAgreement(agreement, known: try await agreements(at: nil))
        }
        return own
    }

    /// The recording with that key.
    public func recording(_ key: RecordingKey) async throws(LedgerError) -> LoggedRecording {
        let all = try await log()
        guard let found = all.first(where: { $0.header.key == key }) else {
            throw .unknownRecording(key, nearest: Self.nearest(to: key, among: all))
        }
        return found
    }

    private static func nearest(
        to key: RecordingKey, among all: [LoggedRecording]
    ) -> [RecordingKey] {
        let words = Set(key.text.split(separator: "-"))
        func closeness(_ other: RecordingKey) -> Int {
            Set(other.text.split(separator: "-")).intersection(words).count
        }
        let keys = all.map(\.header.key).filter { closeness($0) > 0 }
        return Array(keys.sorted { (-closeness($0), $0) < (-closeness($1), $1) }.prefix(3))
    }

    private func allEvents() async throws(LedgerError) -> [RecordedEvent] {
        var all: [RecordedEvent] = []
        while true {
            let after = all.last?.position ?? Position(0)
            let page = try await asking { () async throws(EventStoreError) in
                try await store.events(after: after, limit: 1_000)
            }
            if page.isEmpty { return all }
            all += page
        }
    }

    private func instrumentReports() async throws(LedgerError) -> [RecordingKey: [FieldName:
        [Report]]]
    {
        var reports: [RecordingKey: [FieldName: [Report]]] = [:]
        for head in try await agreementHeads() {
            let reading = try await reading(of: head.id, from: Vantage(on: .distantPast))
            for (key, fields) in reading.state.instrumentReports {
                reports[key, default: [:]].merge(fields) { $0 + $1 }
            }
        }
        return reports
    }
}
