public import Amendments
public import Terms

extension Book {
    /// Validates a recording against the whole resulting timeline of every agreement it touches, and
    /// appends it.
    ///
    /// A key that is there already is the store's affair: the same content returns its first receipt.
    /// When somebody else appended in between, the check is made again on what is there now.
    public func record(
        _ recording: Recording, by recorder: String, sealed seal: RecorderSeal? = nil
    ) async throws(LedgerError) -> Receipt {
        for _ in 0..<8 {
            let head = try await head()
            var expected: [AgreementID: ExpectedVersion] = [:]
            for agreement in recording.agreements {
                expected[agreement] =
                    head.versions[agreement].map { .exactly($0) } ?? ExpectedVersion.none
            }
            let histories = try await histories(of: recording)
            if Self.events(of: recording.key, in: histories).isEmpty {
                var drafts = Drafts(head: head.position)
                drafts.add(recording, by: recorder)
                let violations = drafts.violations(of: recording.agreements, after: histories)
                if !violations.isEmpty { throw .invalid(violations) }
            }
            do {
                return try await store.append(
                    recording, by: recorder, expecting: expected, sealed: seal)
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
    /// What is recorded already changes nothing; a key that was recorded with other content is refused, as
    /// `record` would refuse it.
    ///
    /// - Parameter day: today, given an agreement and its time zone.
    public func preview(
        _ recordings: [Recording], by recorder: String,
        on day: (AgreementID, String) -> Day
    ) async throws(LedgerError) -> [Redline] {
        var drafts = Drafts(head: try await head().position)
        var touched: [AgreementID] = []
        var histories: Histories = [:]
        for recording in recordings {
            for agreement in recording.agreements where histories[agreement] == nil {
                histories[agreement] = try await history(of: agreement)
            }
            let own = histories.filter { recording.agreements.contains($0.key) }
            if let first = Self.events(of: recording.key, in: own).first {
                guard Self.isSame(recording, in: own) else {
                    throw .store(.keyReused(recording.key, recordedAt: first.position))
                }
                continue
            }
            drafts.add(recording, by: recorder)
            touched += recording.agreements.filter { !touched.contains($0) }
        }
        var redlines: [Redline] = []
        for agreement in touched {
            let history = histories[agreement] ?? []
            let all = drafts.history(of: agreement, after: history)
            let violations = drafts.violations(of: [agreement], after: histories)
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
        return drafts.violations(
            of: recording.agreements, after: try await histories(of: recording))
    }

    /// Every event of some agreements, by agreement.
    typealias Histories = [AgreementID: [RecordedEvent]]

    private func histories(of recording: Recording) async throws(LedgerError) -> Histories {
        var histories: Histories = [:]
        for agreement in recording.agreements {
            histories[agreement] = try await history(of: agreement)
        }
        return histories
    }

    /// What was recorded under a key, in order.
    private static func events(of key: RecordingKey, in histories: Histories) -> [RecordedEvent] {
        histories.values.flatMap { $0.filter { $0.recording.key == key } }
            .sorted { $0.position < $1.position }
    }

    /// Whether exactly this was recorded under its key.
    private static func isSame(_ recording: Recording, in histories: Histories) -> Bool {
        let known = events(of: recording.key, in: histories)
        guard let header = known.first?.recording else { return false }
        let same = Recording(
            key: header.key, agreement: header.agreement, instrument: header.instrument,
            disclosed: header.disclosed, sources: header.sources, events: known.map(\.event))
        return same == recording
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
        events += recording.events(from: Position(last.number + 1), under: header)
    }

    /// One agreement's events with these drafts at their end.
    func history(of agreement: AgreementID, after history: [RecordedEvent]) -> [RecordedEvent] {
        history + events.filter { $0.agreement == agreement }
    }

    /// Why these drafts cannot hold after what is in the book; empty when they can.
    func violations(of agreements: [AgreementID], after histories: Book.Histories) -> [Violation] {
        agreements.flatMap { agreement in
            let history = histories[agreement] ?? []
            return Validation.violations(
                of: agreement, history: self.history(of: agreement, after: history),
                from: history.count)
        }
    }
}
