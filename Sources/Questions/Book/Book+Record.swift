public import Amendments
public import EventStore
public import Ledger
public import Terms

extension Book {
    /// Validates a recording against the whole resulting timeline of every agreement it touches, and
    /// appends it.
    ///
    /// A key that is there already is the store's affair: the same content returns its first receipt.
    /// When someone else appended in between, the check is made again on what is there now.
    public func record(
        _ recording: Recording, by recorder: String, sealed seal: RecorderSeal? = nil
    ) async throws(DeedbookError) -> Receipt {
        var one = Recorder(self)
        return try await one.record(recording, by: recorder, sealed: seal)
    }

    /// What a recording would change: a redline for each agreement it touches, nothing written.
    ///
    /// The two sides are compared on today, or on the last day on which something in the drafts takes effect
    /// where that is later, so that a scheduled change shows.
    ///
    /// What is recorded already changes nothing; a key that was recorded with other content is refused, as
    /// `record` would refuse it.
    ///
    /// - Parameters:
    ///   - recordings: the drafts, in the order in which they would be recorded.
    ///   - recorder: who would record them.
    ///   - instant: when they would be recorded.
    ///   - day: today, given an agreement and its time zone.
    public func preview(
        _ recordings: [Recording], by recorder: String, at instant: Instant,
        on day: (AgreementID, String) -> Day
    ) async throws(DeedbookError) -> [Redline] {
        let book = try await proposing(recordings, by: recorder, at: instant)
        guard let store = book.store as? ProposedStore else { return [] }
        var touched: [AgreementID] = []
        for event in store.proposed where !touched.contains(event.agreement) {
            touched.append(event.agreement)
        }
        var redlines: [Redline] = []
        for agreement in touched {
            redlines.append(try await book.previewed(agreement, on: day))
        }
        return redlines
    }

    /// A day on which the drafts of this book show in an agreement: today, or the last day on which something
    /// in them takes effect where that is later.
    ///
    /// - Parameters:
    ///   - agreement: the agreement asked about.
    ///   - today: today, given an agreement and its time zone.
    public func dayShowingDrafts(
        of agreement: AgreementID, today: (AgreementID, String) -> Day
    ) async throws(DeedbookError) -> Day {
        let history = try await history(of: agreement)
        let zone = AgreementReading(agreement, history: history, from: Vantage(on: .first))
            .state.zone
        let keys = Set(drafts.map(\.key))
        let drafted = history.filter { keys.contains($0.recording.key) }
        return max(today(agreement, zone ?? "UTC"), Self.lastEffectiveDay(of: drafted))
    }

    private func previewed(
        _ agreement: AgreementID, on day: (AgreementID, String) -> Day
    ) async throws(DeedbookError) -> Redline {
        try await redline(
            of: agreement, after: headBelowDrafts ?? Position(0), through: head(),
            on: dayShowingDrafts(of: agreement, today: day))
    }

    /// The points between which a recording changed an agreement: before it was recorded and with it, on the last day on
    /// which something in it takes effect, or on which it was disclosed where that is later.
    ///
    /// - Throws: `unknownRecording`; `recordingElsewhere` for one that has no event of the agreement.
    func points(
        around key: RecordingKey, in agreement: AgreementID
    ) async throws(DeedbookError) -> (from: Vantage, to: Vantage) {
        let recording = try await recording(key)
        let own = recording.events.filter { $0.agreement == agreement }
        guard !own.isEmpty else {
            throw .recordingElsewhere(
                key, than: agreement,
                touches: recording.events.map(\.agreement).reduce(into: []) {
                    if !$0.contains($1) { $0.append($1) }
                })
        }
        let day = max(Self.lastEffectiveDay(of: own), recording.header.disclosed.latest)
        return (
            Vantage(on: day, recordedAt: Position(recording.first.number - 1)),
            Vantage(on: day, recordedAt: recording.last)
        )
    }

    /// What was recorded between two points of one day, as a change that took effect and not as something learned.
    func change(
        of agreement: AgreementID, from: Vantage, to: Vantage
    ) async throws(DeedbookError) -> Redline {
        let head = try await head()
        return try await redline(
            of: agreement, after: from.recordedAt ?? Position(0),
            through: to.recordedAt ?? head, on: to.on)
    }

    /// What the recordings after a position changed in an agreement, up to another one.
    private func redline(
        of agreement: AgreementID, after below: Position, through end: Position, on day: Day
    ) async throws(DeedbookError) -> Redline {
        let vantage = Vantage(on: day)
        let history = try await history(of: agreement).filter { $0.position <= end }
        let before = AgreementView(
            agreement, history: history.filter { $0.position <= below }, from: vantage,
            resolvedTo: below)
        let after = AgreementView(
            agreement, history: history, from: vantage, resolvedTo: end)
        return Redliner(from: before.side(), to: after.side()).previewed()
    }

    /// The last day on which an event takes effect, as far as it names a day.
    private static func lastEffectiveDay(of events: [RecordedEvent]) -> Day {
        events.filter { !$0.event.payload.traits.contains(.isExpectation) }
            .compactMap(\.effective.possibleDays?.through).max() ?? .first
    }

    /// Why the recording cannot hold after what is in the book; empty when it can.
    public func violations(
        of recording: Recording, by recorder: String
    ) async throws(DeedbookError) -> [Violation] {
        let header = RecordingHeader(
            of: recording, recorder: recorder, recordedAt: Instant(microseconds: 0))
        let events = recording.events(
            from: Position(try await head().number + 1), under: header)
        var violations: [Violation] = []
        for agreement in recording.agreements {
            let history = try await history(of: agreement)
            violations += Validation.violations(
                of: agreement, history: history + events.filter { $0.agreement == agreement },
                from: history.count)
        }
        return violations
    }
}
