import Amendments
import EventStore
import Ledger
import Terms

/// One store on trial for one promise.
struct ConformanceCheck: Sendable {
    let promise: String
    let store: any EventStore
    let clock: TestClock

    /// Fails the promise unless `condition` holds.
    func require(_ condition: Bool, _ found: @autoclosure () -> String) throws {
        if !condition { throw BrokenPromise(promise: promise, found: found()) }
    }

    /// Expects an append to be refused, and nothing to have changed.
    func requireRefusal(
        of recording: Recording, expecting expected: [AgreementID: ExpectedVersion] = [:],
        _ isExpected: (DeedbookError) -> Bool
    ) async throws {
        try await requireRefusal(isExpected) {
            try await store.append(recording, by: "conformance", expecting: expected)
        }
    }

    /// Expects recordings that are appended as a whole to be refused, and nothing to have changed.
    func requireRefusal(
        ofWhole submissions: [Submission], _ isExpected: (DeedbookError) -> Bool
    ) async throws {
        try await requireRefusal(isExpected) {
            try await store.append(whole: submissions, by: "conformance")
        }
    }

    private func requireRefusal<Given>(
        _ isExpected: (DeedbookError) -> Bool, _ append: () async throws -> Given
    ) async throws {
        let before = try await everything()
        do {
            let given = try await append()
            throw BrokenPromise(promise: promise, found: "it was appended: \(given)")
        } catch let error as DeedbookError {
            try require(isExpected(error), "another error: \(error)")
        }
        let after = try await everything()
        try require(before == after, "the refused append left something behind")
    }

    @discardableResult
    func append(
        _ recording: Recording, expecting expected: [AgreementID: ExpectedVersion] = [:]
    ) async throws -> Receipt {
        try await store.append(recording, by: "conformance", expecting: expected)
    }

    /// Everything a reader can see.
    func everything() async throws -> Contents {
        let events = try await store.events(after: Position(0), limit: .max)
        var stored: [StoredEvent] = []
        for event in events {
            if let bytes = try await store.stored(at: event.position) { stored.append(bytes) }
        }
        return Contents(
            head: try await store.head(),
            agreements: try await store.agreements(after: nil, limit: .max), events: events,
            stored: stored)
    }

    struct Contents: Hashable {
        let head: Position
        let agreements: [AgreementHead]
        let events: [RecordedEvent]
        let stored: [StoredEvent]
    }
}

/// Recordings to append; what they say does not matter to a store.
enum Sample {
    static func recording(
        _ key: String, agreement: AgreementID = "first", events: Int = 1, note: String? = nil
    ) -> Recording {
        Recording(
            key: RecordingKey(key) ?? "sample", agreement: agreement,
            instrument: Instrument(kind: .notice, title: "Notice — \u{1F4DC} \"\(key)\""),
            disclosed: "2025-01-01",
            sources: [Source(id: "source", grade: .executedText, publisher: "the parties")],
            events: (1...max(events, 1)).map { number in
                Event(
                    PartyAdmitted(party: "party", name: "Party \(number)\n\u{1F91D} é"), note: note)
            })
    }

    static func spanning(_ key: String, _ agreements: [AgreementID]) -> Recording {
        var recording = recording(key, agreement: agreements.first ?? "first")
        recording.events = agreements.map {
            Event(PartyAdmitted(party: "party", name: "Party"), agreement: $0)
        }
        return recording
    }
}
