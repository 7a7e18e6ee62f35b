public import Amendments
public import Terms

extension Book {
    /// Validates a recording against the whole resulting timeline of every agreement it touches, and
    /// appends it.
    ///
    /// A key that is there already is the store's affair: the same content returns its first receipt.
    /// When somebody else appended in between, the check is made again on what is there now.
    public func record(
        _ recording: Recording, by recorder: String
    ) async throws(LedgerError) -> Receipt {
        for _ in 0..<8 {
            let versions = try await head().versions
            var expected: [AgreementID: ExpectedVersion] = [:]
            for agreement in recording.agreements {
                expected[agreement] =
                    versions[agreement].map { .exactly($0) } ?? ExpectedVersion.none
            }
            if try await !isKnown(recording.key, in: recording) {
                let violations = try await violations(of: recording, by: recorder)
                if !violations.isEmpty { throw .invalid(violations) }
            }
            do {
                return try await store.append(recording, by: recorder, expecting: expected)
            } catch .versionConflict {
                continue
            } catch {
                throw .store(error)
            }
        }
        throw .store(.busy("other writers kept appending to the same agreements"))
    }

    /// What a recording would change: a redline for each agreement it touches, nothing written.
    ///
    /// The two sides are compared on today, or on the last day on which something in the drafts takes effect
    /// where that is later, so that a scheduled change shows.
    ///
    /// - Parameter day: today, given an agreement and its time zone.
    public func preview(
        _ recordings: [Recording], by recorder: String,
        on day: (AgreementID, String) -> Day
    ) async throws(LedgerError) -> [Redline] {
        var drafts = Drafts(head: try await head().position)
        var touched: [AgreementID] = []
        for recording in recordings where try await !isKnown(recording.key, in: recording) {
            drafts.add(recording, by: recorder)
            touched += recording.agreements.filter { !touched.contains($0) }
        }
        var redlines: [Redline] = []
        for agreement in touched {
            let history = try await history(of: agreement)
            let all = history + drafts.events.filter { $0.agreement == agreement }
            let violations = Validation.violations(of: agreement, history: all, from: history.count)
            guard violations.isEmpty else { throw .invalid(violations) }
            let zone = AgreementReading(agreement, history: all, from: Vantage(on: .distantPast))
                .state.zone
            let vantage = Vantage(
                on: max(day(agreement, zone ?? "UTC"), drafts.lastEffectiveDay(in: agreement)))
            let before = AgreementView(
                agreement, history: history, from: vantage, resolvedTo: drafts.head)
            let after = AgreementView(
                agreement, history: all, from: vantage, resolvedTo: drafts.last)
            redlines.append(Redliner(from: before.side(), to: after.side()).previewed())
        }
        return redlines
    }

    /// Why the recording cannot hold; empty when it can.
    public func violations(
        of recording: Recording, by recorder: String
    ) async throws(LedgerError) -> [Violation] {
        var drafts = Drafts(head: try await head().position)
        drafts.add(recording, by: recorder)
        var violations: [Violation] = []
        for agreement in recording.agreements {
            let history = try await history(of: agreement)
            violations += Validation.violations(
                of: agreement,
                history: history + drafts.events.filter { $0.agreement == agreement },
                from: history.count)
        }
        return violations
    }

    private func history(of agreement: AgreementID) async throws(LedgerError) -> [RecordedEvent] {
        try await asking { () async throws(EventStoreError) in
            try await store.events(of: agreement, through: nil)
        }
    }

    private func isKnown(
        _ key: RecordingKey, in recording: Recording
    ) async throws(LedgerError) -> Bool {
        for agreement in recording.agreements {
            let history = try await history(of: agreement)
            if history.contains(where: { $0.recording.key == key }) { return true }
        }
        return false
    }
}

/// Recordings as they would stand in the book after its head.
private struct Drafts {
    let head: Position
    private(set) var events: [RecordedEvent] = []

    init(head: Position) { self.head = head }

    var last: Position { events.last?.position ?? head }

    /// The last day on which an event of these drafts takes effect, as far as it names a day.
    func lastEffectiveDay(in agreement: AgreementID) -> Day {
        let days = events.filter { $0.agreement == agreement }.compactMap { event -> Day? in
            switch event.effective {
            case .on(let date), .from(let date), .announced(let date): date.latest
            case .through, .until, .soft, .open, .upon, .firstOf, .lastOf: nil
            }
        }
        return days.max() ?? .distantPast
    }

    mutating func add(_ recording: Recording, by recorder: String) {
        let header = RecordingHeader(
            of: recording, recorder: recorder, recordedAt: Instant(microseconds: 0))
        for (index, event) in recording.events.enumerated() {
            events.append(
                RecordedEvent(
                    position: Position(last.number + 1),
                    agreement: event.agreement ?? recording.agreement, ordinal: index + 1,
                    recording: header, event: event))
        }
    }
}
