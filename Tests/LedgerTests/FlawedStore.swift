import Amendments
import EventStore
import Ledger
import StoreConformance
import Terms

/// The reference store with one flaw, so that a check that cannot fail is found.
struct FlawedStore: ForwardingStore {
    let store: InMemoryStore
    /// What this store does wrong; nothing else.
    private let flaw: Promise

    init(_ flaw: Promise, clock: TestClock) {
        self.flaw = flaw
        store = InMemoryStore(clock: { clock.now() })
    }

    func append(
        _ recording: Recording, by recorder: String,
        expecting expected: [AgreementID: ExpectedVersion], sealed seal: RecorderSeal?
    ) async throws(DeedbookError) -> Receipt {
        var versions: [AgreementID: Int] = [:]
        for agreement in expected.keys {
            versions[agreement] = try await store.version(of: agreement)
        }
        var expected = expected
        switch flaw {
        case .expectedVersionIsChecked, .oneOfManyRivalsWins: expected = [:]
        case .versionAboveTheHeadFails:
            expected = expected.filter { $0.value.allows(versions[$0.key] ?? 0) }
        case .keyIsDecidedBeforeVersion:
            for (agreement, wanted) in expected where !wanted.allows(versions[agreement] ?? 0) {
                throw .versionConflict(
                    agreement: agreement, expected: wanted, actual: versions[agreement] ?? 0)
            }
        default: break
        }
        do {
            let receipt = try await store.append(
                recording, by: recorder, expecting: expected, sealed: seal)
            return flawed(receipt)
        } catch {
            return try await recovered(from: error, recording, by: recorder)
        }
    }

    func append(
        whole submissions: [Submission], by recorder: String
    ) async throws(DeedbookError) -> [Receipt] {
        guard flaw == .wholeIsAllOrNothing else {
            return try await store.append(whole: submissions, by: recorder)
        }
        // What came before the one that is refused stays.
        var receipts: [Receipt] = []
        for submission in submissions {
            receipts.append(
                try await store.append(
                    submission.recording, by: recorder, expecting: submission.expected,
                    sealed: submission.seal))
        }
        return receipts
    }

    private func flawed(_ receipt: Receipt) -> Receipt {
        var receipt = receipt
        switch flaw {
        case .positionsAreCommitOrdered: receipt.first = Position(receipt.first.number + 1)
        case .sameKeyAndContentReturnsTheFirstReceipt: receipt.isRepeated = false
        default: break
        }
        return receipt
    }

    private func recovered(
        from error: DeedbookError, _ recording: Recording, by recorder: String
    ) async throws(DeedbookError) -> Receipt {
        switch (flaw, error) {
        case (.appendIsAllOrNothing, .entryTooLarge(let event, _)):
            // What came before the event that does not fit stays.
            var part = recording
            part.events = Array(recording.events.prefix(event.ordinal - 1))
            _ = try await store.append(part, by: recorder, expecting: [:])
            throw error
        case (.sameKeyWithOtherContentIsRefused, .keyReused(let key, let position)):
            return Receipt(
                key: key, first: position, last: position,
                recordedAt: Instant(microseconds: 0), isRepeated: true)
        default: throw error
        }
    }

    func events(
        of agreement: AgreementID, through position: Position?
    ) async throws(DeedbookError) -> [RecordedEvent] {
        let limit = flaw == .eventsOfAnAgreementThroughAPosition ? nil : position
        let events = try await store.events(of: agreement, through: limit)
        return switch flaw {
        case .unknownAgreementIsEmpty where events.isEmpty:
            try await store.events(after: Position(0), limit: .max)
        case .recordingsSpanAgreements: events.filter { $0.recording.agreement == agreement }
        case .everyKindSurvives: events.filter { $0.event.kind != .payloadRedacted }
        default: events
        }
    }

    func events(
        of agreement: AgreementID, after version: Int, limit: Int
    ) async throws(DeedbookError) -> [RecordedEvent] {
        try await store.events(
            of: agreement, after: version,
            limit: flaw == .eventsOfAnAgreementComeByPages ? .max : limit)
    }

    func events(
        of agreement: AgreementID, kinds: Set<EventKind>
    ) async throws(DeedbookError) -> [RecordedEvent] {
        let flawed = kinds.subtracting([.payloadRedacted])
        return try await store.events(
            of: agreement, kinds: flaw == .eventsOfKindsComeAlone ? flawed : kinds)
    }

    func events(
        after position: Position, limit: Int
    ) async throws(DeedbookError) -> [RecordedEvent] {
        let wanted = flaw == .eventsAfterAPositionWithALimit ? Int.max : limit
        var events = try await store.events(after: position, limit: wanted)
        switch flaw {
        case .positionsAreDenseFromOne:
            for index in events.indices {
                events[index].position = Position(events[index].position.number * 2)
            }
        case .concurrentAppendersNeverInterleave:
            let positions = events.map(\.position)
            events.sort { ($0.ordinal, $0.position) < ($1.ordinal, $1.position) }
            for index in events.indices { events[index].position = positions[index] }
        case .readersNeverSeeAGap: events.removeAll { $0.position.number % 7 == 0 }
        case .recordedAtNeverGoesBack:
            for index in events.indices {
                let number = events[index].position.number
                events[index].recording.recordedAt = Instant(microseconds: -number)
            }
        default: break
        }
        return events
    }

    func agreements(
        after agreement: AgreementID?, limit: Int
    ) async throws(DeedbookError) -> [AgreementHead] {
        try await store.agreements(
            after: flaw == .agreementsComeByPages ? nil : agreement, limit: limit)
    }

    func recording(
        _ key: RecordingKey
    ) async throws(DeedbookError) -> [RecordedEvent] {
        let events = try await store.recording(key)
        return flaw == .recordingIsFoundByItsKey
            ? events.filter { $0.agreement == "first" } : events
    }

    func stored(at position: Position) async throws(DeedbookError) -> StoredEvent? {
        var stored = try await store.stored(at: position)
        switch flaw {
        case .bytesSurviveTheRoundTrip:
            stored?.payload = .present(bytes: [0x20], salt: Array(repeating: 0, count: 16))
        case .digestsCoverThePayload:
            let body = stored?.payload.body ?? []
            stored?.payload = .present(bytes: body, salt: Array(repeating: 0, count: 16))
        default: break
        }
        return stored
    }
}
